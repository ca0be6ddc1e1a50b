using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TechMatch.Integration.Brokerage;
using TechMatch.IntegrationTests.Harness;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Messaging;
using TechMatch.Shared.Persistence;
using TechMatch.Statistics.Persistence;

namespace TechMatch.IntegrationTests.Platform;

/// <summary>The way of an event from the outbox to its consumers. DealOpened serves: Statistics notes it and asks nobody.</summary>
public abstract class OutboxTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task An_event_reaches_its_consumer_and_is_remembered_in_the_inbox()
    {
        await using var market = await StartOwn();

        var deal = await Publish(market, version: 1);

        await Eventually.True(() => Noted(market, deal), "noted deal");
        await Eventually.True(async () => (await Row(market, deal)).DeliveredAt is not null, "delivered row");
        (await AppliedCount(market, deal)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_message_that_comes_again_changes_nothing()
    {
        await using var market = await StartOwn();
        var deal = await Publish(market, version: 1);
        await Eventually.True(async () => (await Row(market, deal)).DeliveredAt is not null, "delivered row");
        var applied = await AppliedCount(market, deal);

        await market.With((PlatformDbContext db) => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(row => row.DeliveredAt, (DateTimeOffset?)null)));
        market.Services.GetRequiredService<OutboxSignal>().Set();
        await Eventually.True(async () => (await Row(market, deal)).DeliveredAt is not null, "row delivered again");

        (await AppliedCount(market, deal)).ShouldBe(applied);
        (await market.With((StatisticsDbContext db) => db.Deals.CountAsync(fact => fact.Id == deal))).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_nobody_can_read_is_dead_in_the_end_while_others_pass_it_and_can_be_replayed()
    {
        var clock = new AdjustableClock();
        await using var market = await StartOwn(adapt: services => services.AddSingleton<TimeProvider>(clock));
        var poison = await Publish(market, version: 1, type: "NoSuchEvent");
        var good = await Publish(market, version: 1);

        await Eventually.True(() => Noted(market, good), "deal behind the poison");
        var dead = await Eventually.Some(async () =>
        {
            clock.Advance(TimeSpan.FromMinutes(6));
            market.Services.GetRequiredService<OutboxSignal>().Set();
            return (await market.With((DeadLetters letters) => letters.List(new PageRequest(), CancellationToken.None))).Items.SingleOrDefault();
        }, "dead letter");
        dead.Attempts.ShouldBe(OutboxDispatcher.MaxAttempts);
        dead.Error.ShouldContain("NoSuchEvent");
        (await market.With((DeadLetters letters) => letters.State(CancellationToken.None))).Dead.ShouldBe(1);

        await market.With((PlatformDbContext db) => db.Outbox.Where(row => row.Id == dead.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Type, nameof(DealOpened))));
        await market.With(async (DeadLetters letters) =>
        {
            await letters.Replay(dead.Id, CancellationToken.None);
            return true;
        });

        await Eventually.True(() => Noted(market, poison), "replayed deal");
        await Should.ThrowAsync<NotFoundException>(() => market.With(async (DeadLetters letters) =>
        {
            await letters.Replay(dead.Id, CancellationToken.None);
            return true;
        }));
    }

    [Fact]
    public async Task A_row_that_another_living_node_has_claimed_is_left_alone_until_its_lease_ends()
    {
        var clock = new AdjustableClock();
        await using var market = await StartOwn(adapt: services => services.AddSingleton<TimeProvider>(clock));
        var until = clock.GetUtcNow().AddMinutes(1);
        var deal = await Publish(market, version: 1, lockedBy: "another node", lockedUntil: until);

        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
        (await Noted(market, deal)).ShouldBeFalse("the lease still holds");
        clock.Advance(TimeSpan.FromMinutes(2));

        await Eventually.True(() => Noted(market, deal), "deal after the lease");
    }

    [Fact]
    public async Task What_this_node_had_claimed_when_it_was_killed_is_delivered_right_after_its_restart()
    {
        await using var market = await StartOwn();
        var deal = await Publish(market, version: 1, lockedBy: Environment.MachineName, lockedUntil: TimeProvider.System.GetUtcNow().AddHours(1));

        await market.Stop();
        await market.Start();

        await Eventually.True(() => Noted(market, deal), "deal after the restart");
    }

    [Fact]
    public async Task An_event_of_a_change_that_is_rolled_back_never_leaves()
    {
        await using var market = await StartOwn();
        var lost = Guid.CreateVersion7();
        await Should.ThrowAsync<OperationCanceledException>(() => market.InTransaction(async (PlatformDbContext db) =>
        {
            db.Publish(Fact(lost, 1));
            await db.SaveChangesAsync();
            return await Task.FromException<bool>(new OperationCanceledException());
        }));
        var kept = await Publish(market, version: 1);

        await Eventually.True(() => Noted(market, kept), "kept deal");

        (await Noted(market, lost)).ShouldBeFalse();
        (await market.With((PlatformDbContext db) => db.Outbox.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Visitors_do_not_see_dead_letters() =>
        await With(async market => await market.Visitor().Get("/api/admin/dead-letters", HttpStatusCode.Unauthorized));

    private async Task With(Func<OwnMarket, Task> test)
    {
        await using var market = await StartOwn();
        await test(market);
    }

    private static DealOpened Fact(Guid deal, long version) => new(deal, version, Guid.CreateVersion7(), null, Guid.CreateVersion7(), Guid.CreateVersion7());

    private static Task<Guid> Publish(Market market, long version, string? type = null, string? lockedBy = null, DateTimeOffset? lockedUntil = null) => market.InTransaction(async (PlatformDbContext db) =>
    {
        var deal = Guid.CreateVersion7();
        db.Publish(Fact(deal, version));
        // In one transaction, so that the dispatcher never sees the row without its lock.
        await db.SaveChangesAsync();
        var sequence = db.Outbox.Local.Single().Sequence;
        await db.Outbox.Where(row => row.Sequence == sequence).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Type, row => type ?? row.Type).SetProperty(row => row.LockedBy, lockedBy).SetProperty(row => row.LockedUntil, lockedUntil));
        return deal;
    });

    private static Task<bool> Noted(Market market, Guid deal) => market.With((StatisticsDbContext db) => db.Deals.AnyAsync(fact => fact.Id == deal));

    private static Task<OutboxMessage> Row(Market market, Guid deal) =>
        market.With((PlatformDbContext db) => db.Outbox.AsNoTracking().SingleAsync(row => row.Payload.Contains(deal.ToString())));

    private static async Task<int> AppliedCount(Market market, Guid deal)
    {
        var message = (await Row(market, deal)).Id;
        return await market.With((PlatformDbContext db) => db.Inbox.CountAsync(applied => applied.MessageId == message));
    }
}

public sealed class OutboxTestsOnSqlite(SqliteMarket market) : OutboxTests(market);

public sealed class OutboxTestsOnPostgreSql(PostgreSqlMarket market) : OutboxTests(market);

public sealed class OutboxTestsOnSqlServer(SqlServerMarket market) : OutboxTests(market);
