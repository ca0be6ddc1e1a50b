using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Persistence;

namespace TechMatch.Shared.Messaging;

/// <summary>How the outbox stands.</summary>
/// <param name="Waiting">Messages not yet delivered.</param>
/// <param name="Oldest">When the oldest of them was written; null when none waits.</param>
/// <param name="Dead">Messages given up.</param>
public sealed record OutboxState(int Waiting, DateTimeOffset? Oldest, int Dead);

/// <summary>A message that was given up.</summary>
/// <param name="Id">The message id.</param>
/// <param name="Type">The event's type.</param>
/// <param name="Payload">The event as JSON.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="DeadAt">When it was given up.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">Why the last delivery failed.</param>
public sealed record DeadLetter(Guid Id, string Type, string Payload, DateTimeOffset CreatedAt, DateTimeOffset DeadAt, int Attempts, string Error);

/// <summary>What an operator sees of the outbox, and the way to have a dead message delivered again.</summary>
/// <param name="db">The platform's context.</param>
/// <param name="clock">The clock.</param>
/// <param name="signal">Wakes the dispatcher.</param>
public sealed class DeadLetters(PlatformDbContext db, TimeProvider clock, OutboxSignal signal)
{
    /// <summary>How the outbox stands now.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<OutboxState> State(CancellationToken cancellationToken)
    {
        var waiting = db.Outbox.AsNoTracking().Where(message => message.DeliveredAt == null && message.DeadAt == null);
        return new(
            await waiting.CountAsync(cancellationToken),
            await waiting.OrderBy(message => message.Sequence).Select(message => (DateTimeOffset?)message.CreatedAt).FirstOrDefaultAsync(cancellationToken),
            await db.Outbox.CountAsync(message => message.DeadAt != null, cancellationToken));
    }

    /// <summary>The dead messages, newest first.</summary>
    /// <param name="page">Which part.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Page<DeadLetter>> List(PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var dead = db.Outbox.AsNoTracking().Where(message => message.DeadAt != null);
        var items = await dead.OrderByDescending(message => message.Sequence).Skip(page.Skip).Take(page.Size)
            .Select(message => new DeadLetter(message.Id, message.Type, message.Payload, message.CreatedAt, message.DeadAt!.Value, message.Attempts, message.Error ?? ""))
            .ToListAsync(cancellationToken);
        return new(items, await dead.CountAsync(cancellationToken), page.Number, page.Size);
    }

    /// <summary>Has a dead message delivered again, with its attempts counted from nought.</summary>
    /// <param name="id">The message id.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="NotFoundException">No dead message has that id.</exception>
    public async Task Replay(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var changed = await db.Outbox.Where(message => message.Id == id && message.DeadAt != null).ExecuteUpdateAsync(
            set => set.SetProperty(message => message.DeadAt, (DateTimeOffset?)null).SetProperty(message => message.Attempts, 0).SetProperty(message => message.NextAttemptAt, now),
            cancellationToken);
        if (changed == 0) throw new NotFoundException("Dead letter", id);
        signal.Set();
    }
}
