using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechMatch.Integration;
using TechMatch.Integration.Listings;
using TechMatch.Listings.Features;
using TechMatch.Listings.Persistence;
using TechMatch.Shared;
using TechMatch.Shared.Jobs;
using TechMatch.Shared.Web;

namespace TechMatch.Listings;

/// <summary>The module's entry: what it adds to the application, and its API.</summary>
public static class ListingsModule
{
    /// <summary>Registers the module.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddListings(this IServiceCollection services) => services
        .AddModule<ListingsDbContext>("listings")
        .AddScoped<ListingRules>()
        .AddScoped<IWaitingWork, ListingsWork>()
        .AddScoped<IListingStream, ListingStream>()
        .AddRecurringJob<ExpireListings>();

    /// <summary>Maps the module's API.</summary>
    /// <param name="routes">Where to.</param>
    public static void MapListings(this IEndpointRouteBuilder routes) => routes.MapModule(typeof(ListingsModule).Assembly);
}
