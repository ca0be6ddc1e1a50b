using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechMatch.Shared;
using TechMatch.Shared.Web;
using TechMatch.Statistics.Persistence;

namespace TechMatch.Statistics;

/// <summary>The module's entry: what it adds to the application, and its API.</summary>
public static class StatisticsModule
{
    /// <summary>Registers the module.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddStatistics(this IServiceCollection services) => services.AddModule<StatisticsDbContext>("statistics");

    /// <summary>Maps the module's API.</summary>
    /// <param name="routes">Where to.</param>
    public static void MapStatistics(this IEndpointRouteBuilder routes) => routes.MapModule(typeof(StatisticsModule).Assembly);
}
