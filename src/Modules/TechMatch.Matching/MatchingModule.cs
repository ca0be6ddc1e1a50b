using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechMatch.Matching.Features;
using TechMatch.Matching.Features.Feed;
using TechMatch.Matching.Persistence;
using TechMatch.Shared;
using TechMatch.Shared.Web;

namespace TechMatch.Matching;

/// <summary>The module's entry: what it adds to the application, and its API.</summary>
public static class MatchingModule
{
    /// <summary>Registers the module.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddMatching(this IServiceCollection services)
    {
        services.AddModule<MatchingDbContext>("matching");
        services.AddSingleton<MarketIndex>().AddSingleton<FeedTraffic>().AddSingleton<Matcher>();
        services.AddScoped<MarketFeed>().AddScoped<MatchView>();
        services.AddHostedService<IndexTailer>();
        services.AddHealthChecks().AddCheck<IndexReady>("index", tags: ["ready"]);
        return services;
    }

    /// <summary>Maps the module's API.</summary>
    /// <param name="routes">Where to.</param>
    public static void MapMatching(this IEndpointRouteBuilder routes) => routes.MapModule(typeof(MatchingModule).Assembly);
}
