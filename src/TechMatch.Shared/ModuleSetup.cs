using Microsoft.Extensions.DependencyInjection;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Persistence;
using TechMatch.Shared.Web;

namespace TechMatch.Shared;

/// <summary>Registers a module.</summary>
public static class ModuleSetup
{
    /// <summary>Context, handlers, validators and texts of a module, found in the context's assembly.</summary>
    /// <typeparam name="TContext">The module's context.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="module">The module's name in lower case.</param>
    public static IServiceCollection AddModule<TContext>(this IServiceCollection services, string module)
        where TContext : ModuleDbContext => services
        .AddModuleContext<TContext>(module)
        .AddHandlers(typeof(TContext).Assembly)
        .AddTexts(typeof(TContext).Assembly);
}
