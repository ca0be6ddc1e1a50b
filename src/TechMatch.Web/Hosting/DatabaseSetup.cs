using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Persistence;

namespace TechMatch.Web.Hosting;

/// <summary>Brings the database to this version's state, module by module, the platform's tables first.</summary>
internal static class DatabaseSetup
{
    /// <summary>Migrates every module.</summary>
    public static async Task Migrate(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var product = scope.ServiceProvider.GetRequiredService<DatabaseChoice>().Product;
        try
        {
            var first = true;
            foreach (var module in scope.ServiceProvider.GetServices<ModuleContext>())
            {
                var context = (DbContext)scope.ServiceProvider.GetRequiredService(module.Context);
                if (first) await product.BeforeMigrating(context, cancellationToken);
                var applied = await Applied(context, cancellationToken);
                RefuseNewer(context, applied, module.Module);
                first = false;
                if (applied.Count < context.Database.GetMigrations().Count()) await context.Database.MigrateAsync(cancellationToken);
            }
        }
        catch (DbException failure) when (product.Explain(failure) is { } explanation)
        {
            throw new DatabaseUnusableException(explanation, failure);
        }
    }

    /// <summary>How many migrations each module still lacks; empty when none.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> Pending(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var pending = new Dictionary<string, int>();
        foreach (var module in scope.ServiceProvider.GetServices<ModuleContext>())
        {
            var context = (DbContext)scope.ServiceProvider.GetRequiredService(module.Context);
            var count = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            if (count > 0) pending[module.Module] = count;
        }
        return pending;
    }

    private static async Task<IReadOnlyList<string>> Applied(DbContext context, CancellationToken cancellationToken) =>
        await context.Database.CanConnectAsync(cancellationToken) ? [.. await context.Database.GetAppliedMigrationsAsync(cancellationToken)] : [];

    private static void RefuseNewer(DbContext context, IReadOnlyList<string> applied, string module)
    {
        var unknown = applied.Except(context.Database.GetMigrations()).FirstOrDefault();
        if (unknown is not null)
            throw new DatabaseUnusableException($"The database was written by a newer version of TechMatch (module {module}, migration {unknown}). It was left as it is; use that version or another Data:Folder.");
    }
}
