using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechMatch.Contracts.Features;
using TechMatch.Contracts.Persistence;
using TechMatch.Integration;
using TechMatch.Shared;
using TechMatch.Shared.Web;

namespace TechMatch.Contracts;

/// <summary>The module's entry: what it adds to the application, and its API.</summary>
public static class ContractsModule
{
    /// <summary>Registers the module.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddContracts(this IServiceCollection services) => services
        .AddModule<ContractsDbContext>("contracts")
        .AddScoped<IWaitingWork, ContractsWork>();

    /// <summary>Maps the module's API.</summary>
    /// <param name="routes">Where to.</param>
    public static void MapContracts(this IEndpointRouteBuilder routes) => routes.MapModule(typeof(ContractsModule).Assembly);
}
