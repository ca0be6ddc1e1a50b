using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Jobs;
using TechMatch.Shared.Persistence;

namespace TechMatch.Shared.Messaging;

/// <summary>Forgets messages that were delivered long ago, and the inbox's memory of them once none can come again.</summary>
/// <param name="db">The platform's context.</param>
/// <param name="clock">The clock.</param>
public sealed class PurgeMessages(PlatformDbContext db, TimeProvider clock) : IRecurringJob
{
    // A server that locks thousands of rows for one statement locks the whole table instead, and every save waits for it.
    private const int Batch = 1000;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    // A broker may bring a message back long after it was first delivered.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public static string Name => "purge-messages";

    /// <inheritdoc/>
    public static TimeSpan Interval => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (delivered, remembered) = (now - Kept, now - Remembered);
        while (await db.Outbox.Where(message => message.DeliveredAt < delivered).OrderBy(message => message.Sequence).Take(Batch).ExecuteDeleteAsync(cancellationToken) == Batch)
        {
        }
        // A dead message may still be replayed, so what it did so far must stay remembered.
        while (await db.Inbox.Where(applied => applied.AppliedAt < remembered && !db.Outbox.Any(message => message.Id == applied.MessageId)).OrderBy(applied => applied.AppliedAt).Take(Batch).ExecuteDeleteAsync(cancellationToken) == Batch)
        {
        }
    }
}
