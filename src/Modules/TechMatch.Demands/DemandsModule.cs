using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechMatch.Demands.Features;
using TechMatch.Demands.Persistence;
using TechMatch.Integration;
using TechMatch.Integration.Demands;
using TechMatch.Shared;
using TechMatch.Shared.Jobs;
using TechMatch.Shared.Web;

namespace TechMatch.Demands;

/// <summary>The module's entry: what it adds to the application, and its API.</summary>
public static class DemandsModule
{
    /// <summary>Registers the module.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddDemands(this IServiceCollection services) => services
        .AddModule<DemandsDbContext>("demands")
        .AddScoped<IDemandStream, DemandStream>()
        .AddScoped<IWaitingWork, DemandsWork>()
        .AddRecurringJob<ExpireDemands>();

    /// <summary>Maps the module's API.</summary>
    /// <param name="routes">Where to.</param>
    public static void MapDemands(this IEndpointRouteBuilder routes) => routes.MapModule(typeof(DemandsModule).Assembly);
}
