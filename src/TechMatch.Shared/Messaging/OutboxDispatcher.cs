using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechMatch.Shared.Persistence;

namespace TechMatch.Shared.Messaging;

/// <summary>This process's name in leases; unlike that of any other process alive on the same database.</summary>
/// <param name="Name">At most <see cref="OutboxMessage.NodeMaxLength"/> characters.</param>
public sealed record Node(string Name);

/// <summary>
/// Carries the outbox's rows to their consumers, in order of writing; one per node, woken by a commit and by a timer. A row
/// that fails is tried again with growing pauses while others pass it, and is dead after <see cref="MaxAttempts"/>.
/// </summary>
/// <param name="services">For a scope per batch.</param>
/// <param name="signal">Wakes it.</param>
/// <param name="node">This process.</param>
/// <param name="types">Event types.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log.</param>
public sealed class OutboxDispatcher(IServiceScopeFactory services, OutboxSignal signal, Node node, EventTypes types, TimeProvider clock, ILogger<OutboxDispatcher> log) : BackgroundService
{
    /// <summary>Deliveries that may fail before a message is dead: about a quarter of an hour with the pauses between.</summary>
    public const int MaxAttempts = 10;

    private const int Batch = 100;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>True once the first pass has been made: the outbox is readable and being emptied.</summary>
    public bool IsReady { get; private set; }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var released = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!released) await ReleaseOwnLeases(stoppingToken);
                released = true;
                while (await DeliverBatch(stoppingToken) == Batch)
                {
                }
                IsReady = true;
                await signal.Wait(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                log.LogError(failure, "The outbox could not be read; trying again");
                await Task.Delay(Poll, clock, stoppingToken);
            }
        }
    }

    /// <summary>Delivers until nothing is due; for verbs that end when their work is done.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task Drain(CancellationToken cancellationToken)
    {
        while (await DeliverBatch(cancellationToken) > 0)
        {
        }
    }

    // What this node had claimed when it was killed must not wait for the lease to end.
    private async Task ReleaseOwnLeases(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        await db.Outbox.Where(message => message.LockedBy == node.Name && message.DeliveredAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.LockedBy, (string?)null).SetProperty(message => message.LockedUntil, (DateTimeOffset?)null), cancellationToken);
    }

    private async Task<int> DeliverBatch(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var transport = scope.ServiceProvider.GetRequiredService<IEventTransport>();
        if (!transport.IsReady) return 0;
        var claimed = await Claim(db, scope.ServiceProvider.GetRequiredService<DatabaseChoice>().Product, cancellationToken);
        if (claimed.Count == 0) return 0;

        var delivered = new System.Collections.Concurrent.ConcurrentBag<long>();
        var failed = new System.Collections.Concurrent.ConcurrentBag<(OutboxMessage Message, Exception Cause)>();
        await Parallel.ForEachAsync(claimed, new ParallelOptions { MaxDegreeOfParallelism = transport.Parallelism, CancellationToken = cancellationToken }, async (message, token) =>
        {
            try
            {
                await transport.Deliver(types.Read(message), message.Id, token);
                delivered.Add(message.Sequence);
            }
            catch (Exception cause) when (cause is not OperationCanceledException || !token.IsCancellationRequested)
            {
                failed.Add((message, cause));
            }
        });
        await MarkDelivered(db, [.. delivered], cancellationToken);
        foreach (var (message, cause) in failed) await MarkFailed(db, message, cause, cancellationToken);
        return claimed.Count;
    }

    private async Task<List<OutboxMessage>> Claim(PlatformDbContext db, DatabaseProduct product, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = db.Outbox.AsNoTracking().Where(message => message.DeliveredAt == null && message.DeadAt == null && message.NextAttemptAt <= now);
        // The empty outbox is the usual case: ask before taking the write lock.
        if (!await due.AnyAsync(message => message.LockedUntil == null || message.LockedUntil < now, cancellationToken)) return [];
        var claimed = await db.Database.ExecuteSqlRawAsync(product.ClaimOutbox, [node.Name, product.Time(now + Lease), Batch, product.Time(now)], cancellationToken);
        if (claimed == 0) return [];
        return await due.Where(message => message.LockedBy == node.Name && message.LockedUntil >= now).OrderBy(message => message.Sequence).ToListAsync(cancellationToken);
    }

    private async Task MarkDelivered(PlatformDbContext db, long[] sequences, CancellationToken cancellationToken)
    {
        if (sequences.Length == 0) return;
        var now = clock.GetUtcNow();
        await db.Outbox.Where(message => sequences.Contains(message.Sequence))
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.DeliveredAt, now).SetProperty(message => message.LockedBy, (string?)null).SetProperty(message => message.LockedUntil, (DateTimeOffset?)null), cancellationToken);
    }

    private async Task MarkFailed(PlatformDbContext db, OutboxMessage message, Exception cause, CancellationToken cancellationToken)
    {
        var attempts = message.Attempts + 1;
        var dead = attempts >= MaxAttempts;
        log.LogWarning(cause, "Event {Type} {Id} was not delivered, attempt {Attempt}{Dead}", message.Type, message.Id, attempts, dead ? "; it is dead" : "");
        var now = clock.GetUtcNow();
        var text = cause.Message.Length <= OutboxMessage.ErrorMaxLength ? cause.Message : cause.Message[..OutboxMessage.ErrorMaxLength];
        DateTimeOffset? deadAt = dead ? now : null;
        await db.Outbox.Where(row => row.Sequence == message.Sequence).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Attempts, attempts)
                .SetProperty(row => row.NextAttemptAt, now + Pause(attempts))
                .SetProperty(row => row.DeadAt, deadAt)
                .SetProperty(row => row.Error, text)
                .SetProperty(row => row.LockedBy, (string?)null)
                .SetProperty(row => row.LockedUntil, (DateTimeOffset?)null),
            cancellationToken);
    }

    private static TimeSpan Pause(int attempts) => TimeSpan.FromMilliseconds(Math.Min(LongestPause.TotalMilliseconds, 200 * Math.Pow(3, attempts - 1)));
}
