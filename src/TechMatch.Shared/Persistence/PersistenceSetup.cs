using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Domain;

namespace TechMatch.Shared.Persistence;

/// <summary>One module's context, for what is done to all of them: migrations, checks.</summary>
/// <param name="Context">The context's type.</param>
/// <param name="Module">The module's name in lower case.</param>
public sealed record ModuleContext(Type Context, string Module);

/// <summary>Which database, decided by the composition root.</summary>
/// <param name="Product">The product.</param>
/// <param name="ConnectionString">Its connection string.</param>
public sealed record DatabaseChoice(DatabaseProduct Product, string ConnectionString);

/// <summary>Registers contexts.</summary>
public static class PersistenceSetup
{
    /// <summary>The platform's own context and what every save needs.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddPersistence(this IServiceCollection services) => services
        .AddScoped<AuditScope>()
        .AddScoped<AuditTrail>()
        .AddScoped<SaveInterceptor>()
        .AddModuleContext<PlatformDbContext>(DatabaseProduct.PlatformModule);

    /// <summary>A module's context.</summary>
    /// <typeparam name="TContext">The context.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="module">The module's name in lower case.</param>
    public static IServiceCollection AddModuleContext<TContext>(this IServiceCollection services, string module)
        where TContext : ModuleDbContext => services
        .AddSingleton(new ModuleContext(typeof(TContext), module))
        .AddDbContext<TContext>((provider, options) =>
        {
            var database = provider.GetRequiredService<DatabaseChoice>();
            database.Product.Configure(options, database.ConnectionString, module);
            options.AddInterceptors(provider.GetRequiredService<SaveInterceptor>());
        });

    /// <summary>Loads an aggregate for changing it.</summary>
    /// <typeparam name="T">The aggregate.</typeparam>
    /// <typeparam name="TId">Its id.</typeparam>
    /// <param name="set">The aggregate's set, with the includes that the change needs.</param>
    /// <param name="id">The id.</param>
    /// <param name="version">The version that the caller read, from <c>If-Match</c>; null when it does not matter.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="NotFoundException">There is none.</exception>
    /// <exception cref="StaleVersionException">It was changed since.</exception>
    public static async Task<T> GetAsync<T, TId>(this IQueryable<T> set, TId id, long? version, CancellationToken cancellationToken)
        where T : Aggregate
        where TId : struct, ITypedId<TId>
    {
        var aggregate = await set.FirstOrDefaultAsync(row => EF.Property<TId>(row, "Id").Equals(id), cancellationToken)
            ?? throw new NotFoundException(typeof(T).Name, id.Value);
        aggregate.RequireVersion(version);
        return aggregate;
    }
}
