using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechMatch.Brokerage.Features;
using TechMatch.Brokerage.Features.Deals;
using TechMatch.Brokerage.Features.Interests;
using TechMatch.Brokerage.Persistence;
using TechMatch.Integration;
using TechMatch.Shared;
using TechMatch.Shared.Jobs;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage;

/// <summary>The module's entry: what it adds to the application, and its API.</summary>
public static class BrokerageModule
{
    /// <summary>Registers the module.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddBrokerage(this IServiceCollection services) => services
        .AddModule<BrokerageDbContext>("brokerage")
        .AddScoped<Actors>().AddScoped<ReplyClocks>().AddScoped<InterestRows>().AddScoped<DealRows>()
        .AddScoped<IWaitingWork, BrokerageWork>()
        .AddRecurringJob<ExpireInterests>();

    /// <summary>Maps the module's API.</summary>
    /// <param name="routes">Where to.</param>
    public static void MapBrokerage(this IEndpointRouteBuilder routes) => routes.MapModule(typeof(BrokerageModule).Assembly);
}
