using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechMatch.Directory.Features.Access;
using TechMatch.Directory.Persistence;
using TechMatch.Shared;
using TechMatch.Shared.Web;

namespace TechMatch.Directory;

/// <summary>The module's entry: what it adds to the application, and its API.</summary>
public static class DirectoryModule
{
    /// <summary>Registers the module.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddDirectory(this IServiceCollection services) => services.AddModule<DirectoryDbContext>("directory").AddAccess();

    /// <summary>Maps the module's API.</summary>
    /// <param name="routes">Where to.</param>
    public static void MapDirectory(this IEndpointRouteBuilder routes) => routes.MapModule(typeof(DirectoryModule).Assembly);
}
