using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechMatch.Shared.Messaging;
using TechMatch.Shared.Persistence;

namespace TechMatch.Shared.Jobs;

/// <summary>Something done again and again, by one node at a time. Register with <c>AddRecurringJob</c>.</summary>
public interface IRecurringJob
{
    /// <summary>Its name, for good: the lease's key.</summary>
    static abstract string Name { get; }

    /// <summary>The pause between two runs.</summary>
    static abstract TimeSpan Interval { get; }

    /// <summary>One run. It may be cut short and is then run again, so each step must stand by itself.</summary>
    /// <param name="cancellationToken">Ends when the process stops.</param>
    Task Run(CancellationToken cancellationToken);
}

/// <summary>When a recurring job is due, and who is running it.</summary>
internal sealed class RecurringJobState
{
    public const int NameMaxLength = 100;

    public required string Name { get; init; }

    public DateTimeOffset DueAt { get; set; }

    public string? LockedBy { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public string? LastError { get; set; }
}

[PlatformOnly]
internal sealed class RecurringJobConfiguration : IEntityTypeConfiguration<RecurringJobState>
{
    public void Configure(EntityTypeBuilder<RecurringJobState> builder)
    {
        builder.ToTable("RecurringJobs");
        builder.HasKey(timer => timer.Name);
        builder.Property(timer => timer.Name).HasMaxLength(RecurringJobState.NameMaxLength);
        builder.Property(timer => timer.LockedBy).HasMaxLength(OutboxMessage.NodeMaxLength);
        builder.Property(timer => timer.LastError).HasMaxLength(OutboxMessage.ErrorMaxLength);
    }
}

internal sealed record RecurringJobRegistration(string Name, TimeSpan Interval, Type Type);

/// <summary>Runs what is due; a lease in the database lets one node at a time run each.</summary>
internal sealed class RecurringJobRunner(IServiceScopeFactory services, IEnumerable<RecurringJobRegistration> timers, Node node, TimeProvider clock, ILogger<RecurringJobRunner> log) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Tick, clock);
        try
        {
            do
            {
                foreach (var timer in timers) await RunIfDue(timer, stoppingToken);
            }
            while (await ticks.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process is stopping.
        }
    }

    private async Task RunIfDue(RecurringJobRegistration timer, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
            if (!await Claim(db, timer, cancellationToken)) return;
            string? error = null;
            try
            {
                await ((IRecurringJob)scope.ServiceProvider.GetRequiredService(timer.Type)).Run(cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "Recurring job {Job} failed; it runs again when it is next due", timer.Name);
                error = failure.Message.Length <= OutboxMessage.ErrorMaxLength ? failure.Message : failure.Message[..OutboxMessage.ErrorMaxLength];
            }
            var next = clock.GetUtcNow() + timer.Interval;
            await db.RecurringJobs.Where(row => row.Name == timer.Name && row.LockedBy == node.Name).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.DueAt, next).SetProperty(row => row.LockedBy, (string?)null).SetProperty(row => row.LockedUntil, (DateTimeOffset?)null).SetProperty(row => row.LastError, error),
                cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Recurring job {Job} could not be claimed", timer.Name);
        }
    }

    private async Task<bool> Claim(PlatformDbContext db, RecurringJobRegistration timer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var state = await db.RecurringJobs.AsNoTracking().FirstOrDefaultAsync(row => row.Name == timer.Name, cancellationToken);
        if (state is null)
        {
            db.RecurringJobs.Add(new RecurringJobState { Name = timer.Name, DueAt = now });
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                // Another node was first.
                return false;
            }
        }
        else if (state.DueAt > now || (state.LockedUntil > now && state.LockedBy != node.Name))
        {
            return false;
        }
        var until = now + Lease;
        var mine = node.Name;
        return await db.RecurringJobs.Where(row => row.Name == timer.Name && row.DueAt <= now && (row.LockedUntil == null || row.LockedUntil < now || row.LockedBy == mine))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LockedBy, mine).SetProperty(row => row.LockedUntil, until), cancellationToken) == 1;
    }
}
