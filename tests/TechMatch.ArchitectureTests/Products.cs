using Microsoft.EntityFrameworkCore;
using TechMatch.Migrations.PostgreSql;
using TechMatch.Migrations.Sqlite;
using TechMatch.Migrations.SqlServer;
using TechMatch.Shared.Persistence;

namespace TechMatch.ArchitectureTests;

/// <summary>Every context on one database product, made without a server.</summary>
internal sealed record ProductContexts(DatabaseProduct Product, IReadOnlyList<DbContext> Contexts);

internal static class Products
{
    // Made anew for each test: a context serves one thread only, and tests run side by side.
    public static IReadOnlyList<ProductContexts> All => [Of(new SqliteProduct()), Of(new SqlServerProduct()), Of(new PostgreSqlProduct())];

    public static ProductContexts SqlServer => Of(new SqlServerProduct());

    private static ProductContexts Of(DatabaseProduct product) => new(product,
        [.. product.GetType().Assembly.GetTypes()
            .Where(type => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(ContextFactory<>))
            .Select(type => (DbContext)type.GetMethod("CreateDbContext")!.Invoke(Activator.CreateInstance(type), [Array.Empty<string>()])!)
            .OrderBy(context => context.GetType().Name == nameof(PlatformDbContext) ? 0 : 1)]);
}
