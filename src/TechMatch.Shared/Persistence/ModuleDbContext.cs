using System.Reflection;
using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Messaging;

namespace TechMatch.Shared.Persistence;

/// <summary>
/// The context of one module. It owns the tables of that module and maps the platform's outbox, inbox and audit trail, so
/// that a change, its events and its audit entry are one transaction. A schema per module on the servers, a table prefix on
/// SQLite.
/// </summary>
/// <param name="options">The context's options.</param>
/// <param name="module">The module's name in lower case: schema or prefix.</param>
public abstract class ModuleDbContext(DbContextOptions options, string module) : DbContext(options)
{
    private const string Sqlite = "Microsoft.EntityFrameworkCore.Sqlite";
    private const string SqlServer = "Microsoft.EntityFrameworkCore.SqlServer";

    // The usual collations of SQL Server take "a" for "A", and full width for half.
    private const string ExactOnSqlServer = "Latin1_General_100_BIN2";

    /// <summary>The module's name in lower case.</summary>
    public string Module { get; } = module;

    /// <summary>Messages applied by this module's consumers.</summary>
    public DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    /// <summary>Events on their way.</summary>
    internal DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>The audit trail.</summary>
    internal DbSet<AuditEntry> AuditTrail => Set<AuditEntry>();

    /// <summary>Whether this context's migrations make the platform's tables.</summary>
    private protected virtual bool OwnsPlatformTables => false;

    /// <summary>Puts an event into the outbox; it leaves when <see cref="DbContext.SaveChangesAsync(CancellationToken)"/> has committed.</summary>
    /// <param name="fact">The event.</param>
    public void Publish(IIntegrationEvent fact) => Outbox.Add(OutboxMessage.For(fact));

    /// <inheritdoc/>
    public sealed override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateException failure) when (failure is not DbUpdateConcurrencyException && Database.CurrentTransaction is null)
        {
            // New lines of an aggregate are written before its version is compared: who comes second meets their key, and is stale all the same.
            foreach (var entry in ChangeTracker.Entries<Aggregate>().Where(entry => entry.State is EntityState.Modified or EntityState.Deleted).ToList())
            {
                var stored = await entry.GetDatabaseValuesAsync(cancellationToken);
                if (stored is null || stored.GetValue<long>(nameof(Aggregate.Version)) != entry.Property(aggregate => aggregate.Version).OriginalValue)
                    throw new DbUpdateConcurrencyException(failure.Message, failure);
            }
            throw;
        }
    }

    /// <inheritdoc/>
    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
        foreach (var id in TypedIds.Of(GetType().Assembly))
            configurationBuilder.Properties(id).HaveConversion(typeof(TypedIdConverter<>).MakeGenericType(id));
    }

    /// <inheritdoc/>
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        var isSqlite = Database.ProviderName == Sqlite;
        if (!isSqlite) modelBuilder.HasDefaultSchema(Module);
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly, type => !type.IsDefined(typeof(PlatformOnlyAttribute)) || OwnsPlatformTables);
        PlatformTables.Map(modelBuilder, OwnsPlatformTables);
        ModelConventions.Apply(modelBuilder, Module, isSqlite, Database.ProviderName == SqlServer ? ExactOnSqlServer : null);
    }
}

/// <summary>Marks the mapping of a table that only the platform's own context has.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PlatformOnlyAttribute : Attribute;

internal static class TypedIds
{
    public static IEnumerable<Type> Of(Assembly assembly) => assembly.GetTypes().Where(type =>
        type.IsValueType && type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(ITypedId<>)));
}
