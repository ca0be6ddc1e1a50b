using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TechMatch.Integration.Reference;
using TechMatch.Reference.Domain;
using TechMatch.Reference.Persistence;
using TechMatch.Shared;
using TechMatch.Shared.Web;

namespace TechMatch.Reference;

/// <summary>The module's entry: what it adds to the application, and its API.</summary>
public static class ReferenceModule
{
    /// <summary>Registers the module.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddReference(this IServiceCollection services) => services
        .AddModule<ReferenceDbContext>("reference")
        .AddSingleton<ReferenceData>()
        .AddSingleton<ICodeLists>(provider => provider.GetRequiredService<ReferenceData>())
        .AddSingleton<IRulePacks>(provider => provider.GetRequiredService<ReferenceData>())
        .AddSingleton<IWorkingDays>(provider => provider.GetRequiredService<ReferenceData>())
        .AddScoped<PublicationStore>()
        .AddHostedService<KeepReferenceCurrent>();

    /// <summary>Maps the module's API.</summary>
    /// <param name="routes">Where to.</param>
    public static void MapReference(this IEndpointRouteBuilder routes) => routes.MapModule(typeof(ReferenceModule).Assembly);
}
