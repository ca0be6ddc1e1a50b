using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Messaging;
using TechMatch.Shared.Persistence;

namespace TechMatch.Shared.Jobs;

/// <summary>Does the jobs of one kind. A job may be run again from its start after a crash, so each step must be safe to repeat.</summary>
/// <typeparam name="TPayload">What the job is told; stored as JSON.</typeparam>
public interface IJobHandler<in TPayload>
{
    /// <summary>Does the job.</summary>
    /// <param name="payload">What it is told.</param>
    /// <param name="progress">Takes (done, total) for whoever watches.</param>
    /// <param name="cancellationToken">Ends when the process stops or the lease is lost.</param>
    Task Run(TPayload payload, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken);
}

/// <summary>A job as an operator sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">The payload's type name.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all; 0 when not known.</param>
/// <param name="Attempts">Runs so far.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="FinishedAt">When it was done or given up.</param>
/// <param name="Error">Why the last run failed.</param>
public sealed record JobRow(Guid Id, string Kind, JobStatus Status, int Done, int Total, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt, string? Error);

/// <summary>A recurring job as an operator sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DueAt">When it runs next.</param>
/// <param name="IsRunning">Whether a node has it.</param>
/// <param name="LastError">Why its last run failed; null when it went well.</param>
public sealed record TimerRow(string Name, DateTimeOffset DueAt, bool IsRunning, string? LastError);

/// <summary>Queues jobs and shows them.</summary>
/// <param name="db">The platform's context.</param>
/// <param name="clock">The clock.</param>
public sealed class JobQueue(PlatformDbContext db, TimeProvider clock)
{
    /// <summary>Queues a job.</summary>
    /// <typeparam name="TPayload">The payload's type; an <see cref="IJobHandler{TPayload}"/> must be registered for it.</typeparam>
    /// <param name="payload">What it is told.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Guid> Add<TPayload>(TPayload payload, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var job = new Job { Id = Guid.CreateVersion7(now), Kind = typeof(TPayload).Name, Payload = JsonSerializer.Serialize(payload), CreatedAt = now, NotBefore = now };
        db.Jobs.Add(job);
        await db.SaveChangesAsync(cancellationToken);
        return job.Id;
    }

    /// <summary>The jobs, newest first.</summary>
    /// <param name="page">Which part.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Page<JobRow>> List(PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var items = await db.Jobs.AsNoTracking().OrderByDescending(job => job.CreatedAt).ThenByDescending(job => job.Id).Skip(page.Skip).Take(page.Size)
            .Select(job => new JobRow(job.Id, job.Kind, job.Status, job.Done, job.Total, job.Attempts, job.CreatedAt, job.FinishedAt, job.Error))
            .ToListAsync(cancellationToken);
        return new(items, await db.Jobs.CountAsync(cancellationToken), page.Number, page.Size);
    }

    /// <summary>Whether a job of that kind waits or runs.</summary>
    /// <typeparam name="TPayload">The payload's type.</typeparam>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<bool> IsUnderWay<TPayload>(CancellationToken cancellationToken)
    {
        var kind = typeof(TPayload).Name;
        return db.Jobs.AnyAsync(job => job.Kind == kind && (job.Status == JobStatus.Queued || job.Status == JobStatus.Running), cancellationToken);
    }

    /// <summary>How many jobs were given up.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<int> CountFailed(CancellationToken cancellationToken) => db.Jobs.CountAsync(job => job.Status == JobStatus.Failed, cancellationToken);

    /// <summary>The recurring jobs that have been started at least once, by name; there is one for each kind.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<TimerRow>> Timers(CancellationToken cancellationToken) => await db.RecurringJobs.AsNoTracking().OrderBy(timer => timer.Name)
        .Select(timer => new TimerRow(timer.Name, timer.DueAt, timer.LockedBy != null, timer.LastError)).ToListAsync(cancellationToken);
}

internal sealed record JobRegistration(string Kind, Func<IServiceProvider, string, IProgress<(int Done, int Total)>, CancellationToken, Task> Run);

/// <summary>Runs queued jobs, one at a time per node; the lease is renewed while a job runs and passes to another node when this one dies.</summary>
internal sealed class JobRunner(IServiceScopeFactory services, IEnumerable<JobRegistration> kinds, Node node, TimeProvider clock, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private readonly Dictionary<string, JobRegistration> kinds = kinds.ToDictionary(kind => kind.Kind);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var released = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!released) await ReleaseOwnLeases(stoppingToken);
                released = true;
                if (!await RunNext(stoppingToken)) await Task.Delay(Poll, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                log.LogError(failure, "Jobs could not be read; trying again");
                await Task.Delay(Poll, clock, stoppingToken);
            }
        }
    }

    // What this node was running when it was killed must not wait for the lease to end.
    private async Task ReleaseOwnLeases(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Jobs.Where(job => job.LockedBy == node.Name && job.Status == JobStatus.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.LockedUntil, (DateTimeOffset?)null), cancellationToken);
    }

    private async Task<bool> RunNext(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        if (await Claim(db, cancellationToken) is not { } job) return false;

        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewal = Renew(job.Id, lost);
        Exception? failure = null;
        try
        {
            // The audit trail names the job, not the first of the requests that it sends.
            scope.ServiceProvider.GetRequiredService<AuditScope>().Begin(job.Kind);
            if (!kinds.TryGetValue(job.Kind, out var kind)) throw new InvalidOperationException($"No handler does jobs of kind {job.Kind}.");
            await kind.Run(scope.ServiceProvider, job.Payload, new Reporter(services, job.Id), lost.Token);
        }
        catch (Exception cause) when (cause is not OperationCanceledException || !lost.IsCancellationRequested)
        {
            failure = cause;
        }
        finally
        {
            await lost.CancelAsync();
            await renewal;
        }
        cancellationToken.ThrowIfCancellationRequested();
        await Finish(db, job, failure, cancellationToken);
        return true;
    }

    private async Task<Job?> Claim(PlatformDbContext db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var next = await db.Jobs.AsNoTracking()
            .Where(job => (job.Status == JobStatus.Queued && job.NotBefore <= now) || (job.Status == JobStatus.Running && (job.LockedUntil == null || job.LockedUntil < now)))
            .OrderBy(job => job.NotBefore).FirstOrDefaultAsync(cancellationToken);
        if (next is null) return null;
        var (mine, until) = (node.Name, now + Lease);
        var won = await db.Jobs.Where(job => job.Id == next.Id && (job.Status == JobStatus.Queued || (job.Status == JobStatus.Running && (job.LockedUntil == null || job.LockedUntil < now))))
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.Status, JobStatus.Running).SetProperty(job => job.LockedBy, mine).SetProperty(job => job.LockedUntil, until).SetProperty(job => job.Attempts, job => job.Attempts + 1), cancellationToken);
        return won == 1 ? next : null;
    }

    private async Task Renew(Guid id, CancellationTokenSource lost)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Lease / 3, clock, lost.Token);
                await using var scope = services.CreateAsyncScope();
                var until = clock.GetUtcNow() + Lease;
                var held = await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Jobs.Where(job => job.Id == id && job.LockedBy == node.Name && job.Status == JobStatus.Running)
                    .ExecuteUpdateAsync(set => set.SetProperty(job => job.LockedUntil, until), lost.Token);
                if (held == 0) await lost.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The job has ended, or the process is stopping.
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            log.LogError(failure, "The lease of job {Job} could not be renewed; the job is stopped here", id);
            await lost.CancelAsync();
        }
    }

    private async Task Finish(PlatformDbContext db, Job job, Exception? failure, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var given = job.Attempts + 1 >= Job.MaxAttempts;
        var status = failure is null ? JobStatus.Done : given ? JobStatus.Failed : JobStatus.Queued;
        if (failure is not null) log.LogError(failure, "Job {Kind} {Id} failed, run {Run}", job.Kind, job.Id, job.Attempts + 1);
        DateTimeOffset? finished = status is JobStatus.Queued ? null : now;
        var error = failure?.Message is { } text ? text[..Math.Min(text.Length, OutboxMessage.ErrorMaxLength)] : null;
        await db.Jobs.Where(row => row.Id == job.Id && row.LockedBy == node.Name).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Status, status).SetProperty(row => row.FinishedAt, finished).SetProperty(row => row.Error, error)
                .SetProperty(row => row.NotBefore, now + TimeSpan.FromSeconds(Math.Pow(2, job.Attempts)))
                .SetProperty(row => row.LockedBy, (string?)null).SetProperty(row => row.LockedUntil, (DateTimeOffset?)null),
            cancellationToken);
    }

    private sealed class Reporter(IServiceScopeFactory services, Guid id) : IProgress<(int Done, int Total)>
    {
        // Progress is for people: waiting for it would slow the work, and a lost report does no harm.
        public void Report((int Done, int Total) value) => _ = Write(value);

        private async Task Write((int Done, int Total) value)
        {
            try
            {
                await using var scope = services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Jobs.Where(job => job.Id == id)
                    .ExecuteUpdateAsync(set => set.SetProperty(job => job.Done, value.Done).SetProperty(job => job.Total, value.Total));
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                // The next report says more than this one would have.
            }
        }
    }
}
