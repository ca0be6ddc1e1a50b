using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TechMatch.IntegrationTests.Harness;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Jobs;
using TechMatch.Shared.Persistence;

namespace TechMatch.IntegrationTests.Platform;

public abstract class JobTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task A_queued_job_is_done_with_its_payload_and_shows_its_progress()
    {
        await using var market = await StartMarket();

        var id = await Queue(market, new Sum([1, 2, 3]));

        var job = await Eventually.Some(async () => (await Find(market, id)) is { Status: JobStatus.Done } done ? done : null, "finished job");
        Adder.Sums.ShouldContain((6, market.Folder));
        job.Attempts.ShouldBe(1);
        await Eventually.True(async () => (await Find(market, id)) is { Done: 3, Total: 3 }, "full progress");
    }

    [Fact]
    public async Task A_failing_job_is_tried_again_and_in_the_end_given_up_with_its_error()
    {
        var clock = new AdjustableClock();
        await using var market = await StartMarket(clock);

        var id = await Queue(market, new Sum([]));

        var job = await Eventually.Some(async () =>
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            return (await Find(market, id)) is { Status: JobStatus.Failed } failed ? failed : null;
        }, "failed job");
        job.Attempts.ShouldBe(5);
        job.Error.ShouldBe("Nothing to add.");
    }

    [Fact]
    public async Task The_job_of_a_node_that_died_is_done_by_another_once_the_lease_has_ended()
    {
        var clock = new AdjustableClock();
        await using var market = await StartMarket(clock);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7();
        await market.With(async (PlatformDbContext db) =>
        {
            db.Jobs.Add(new Job { Id = id, Kind = nameof(Sum), Payload = """{"Numbers":[4]}""", Status = JobStatus.Running, LockedBy = "a dead node", LockedUntil = now.AddSeconds(30), CreatedAt = now, NotBefore = now, Attempts = 1 });
            return await db.SaveChangesAsync();
        });

        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
        (await Find(market, id))!.Status.ShouldBe(JobStatus.Running, "its lease still holds");
        clock.Advance(TimeSpan.FromMinutes(1));

        await Eventually.True(async () => (await Find(market, id)) is { Status: JobStatus.Done, Attempts: 2 }, "finished job");
    }

    [Fact]
    public async Task A_job_that_was_running_when_its_node_was_killed_is_resumed_at_once_by_the_same_node()
    {
        await using var market = await StartMarket();
        await market.Stop();
        await market.Start();
        var id = await market.With(async (PlatformDbContext db) =>
        {
            var now = TimeProvider.System.GetUtcNow();
            var job = new Job { Id = Guid.CreateVersion7(), Kind = nameof(Sum), Payload = """{"Numbers":[5]}""", Status = JobStatus.Running, LockedBy = Environment.MachineName, LockedUntil = now.AddHours(1), CreatedAt = now, NotBefore = now };
            db.Jobs.Add(job);
            await db.SaveChangesAsync();
            return job.Id;
        });

        await market.Stop();
        await market.Start();

        await Eventually.True(async () => (await Find(market, id)) is { Status: JobStatus.Done }, "finished job");
    }

    [Fact]
    public async Task A_recurring_job_runs_again_after_its_pause_and_outlives_a_failure()
    {
        var clock = new AdjustableClock();
        await using var market = await StartMarket(clock);
        var counter = market.Services.GetRequiredService<Tally>();
        await Eventually.True(() => Task.FromResult(counter.Runs >= 1), "first run");

        counter.FailNext = true;
        clock.Advance(Heartbeat.Interval);
        await Eventually.True(() => Task.FromResult(counter.Runs >= 2), "second run");
        clock.Advance(Heartbeat.Interval);

        await Eventually.True(() => Task.FromResult(counter.Runs >= 3), "third run");
    }

    private Task<OwnMarket> StartMarket(TimeProvider? clock = null) => StartOwn(adapt: services => services
        .AddSingleton(clock ?? TimeProvider.System).AddSingleton<Tally>().AddJob<Sum, Adder>().AddRecurringJob<Heartbeat>());

    private static Task<Guid> Queue(Market market, Sum payload) => market.With((JobQueue jobs) => jobs.Add(payload with { Market = market.Folder }, CancellationToken.None));

    private static async Task<JobRow?> Find(Market market, Guid id) =>
        (await market.With((JobQueue jobs) => jobs.List(new PageRequest(1, PageRequest.MaxSize), CancellationToken.None))).Items.SingleOrDefault(job => job.Id == id);

    private sealed record Sum(int[] Numbers, string Market = "");

    private sealed class Adder : IJobHandler<Sum>
    {
        public static readonly ConcurrentBag<(int, string)> Sums = [];

        public Task Run(Sum payload, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken)
        {
            if (payload.Numbers.Length == 0) throw new InvalidOperationException("Nothing to add.");
            Sums.Add((payload.Numbers.Sum(), payload.Market));
            progress.Report((payload.Numbers.Length, payload.Numbers.Length));
            return Task.CompletedTask;
        }
    }

    private sealed class Tally
    {
        public volatile int Runs;
        public volatile bool FailNext;
    }

    private sealed class Heartbeat(Tally tally) : IRecurringJob
    {
        public static string Name => "test-heartbeat";

        public static TimeSpan Interval => TimeSpan.FromHours(1);

        public Task Run(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref tally.Runs);
            if (!tally.FailNext) return Task.CompletedTask;
            tally.FailNext = false;
            throw new InvalidOperationException("a planned failure");
        }
    }
}

public sealed class JobTestsOnSqlite(SqliteMarket market) : JobTests(market);

public sealed class JobTestsOnPostgreSql(PostgreSqlMarket market) : JobTests(market);

public sealed class JobTestsOnSqlServer(SqlServerMarket market) : JobTests(market);
