using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Messaging;

namespace TechMatch.Shared.Persistence;

/// <summary>
/// What happens on every save of every module: aggregates get their next version, events their time, changes their audit
/// entry; after the commit the dispatcher is woken.
/// </summary>
internal sealed class SaveInterceptor(TimeProvider clock, ICurrentUser user, AuditScope scope, OutboxSignal signal) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private bool published;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is ModuleDbContext db) Prepare(db);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Save with SaveChangesAsync.");

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.Database.CurrentTransaction is null) Wake();
        return base.SavedChangesAsync(eventData, result, cancellationToken);
    }

    public Task TransactionCommittedAsync(System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Wake();
        return Task.CompletedTask;
    }

    private void Wake()
    {
        if (!published) return;
        published = false;
        signal.Set();
    }

    private void Prepare(ModuleDbContext db)
    {
        var now = clock.GetUtcNow();
        foreach (var entry in db.ChangeTracker.Entries<Aggregate>().ToList())
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
                // From the original value: a save that is tried again must not count twice.
                entry.Entity.Version = (entry.State is EntityState.Added ? 0 : entry.Property(aggregate => aggregate.Version).OriginalValue) + 1;
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
                db.AuditTrail.Add(AuditWriter.Describe(entry, db.Module, user, scope.Action, now));
        }
        foreach (var entry in db.ChangeTracker.Entries<OutboxMessage>().Where(entry => entry.State is EntityState.Added))
        {
            if (entry.Entity.Id == Guid.Empty) entry.Entity.Stamp(now);
            published = true;
        }
    }
}
