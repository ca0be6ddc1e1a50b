using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using TechMatch.Integration.Brokerage;
using TechMatch.IntegrationTests.Harness;
using TechMatch.IntegrationTests.Servers;
using TechMatch.Shared.Messaging;
using TechMatch.Shared.Persistence;
using TechMatch.Statistics.Persistence;

namespace TechMatch.IntegrationTests.Platform;

/// <summary>Several dispatchers on one outbox, as several nodes have them.</summary>
public abstract class DispatcherTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task Several_dispatchers_share_the_rows_and_each_event_is_applied_once()
    {
        const int Events = 150;
        var deals = Enumerable.Range(0, Events).Select(_ => Guid.CreateVersion7()).ToList();
        await Market.With(async (PlatformDbContext db) =>
        {
            foreach (var deal in deals) db.Publish(new DealOpened(deal, 1, Guid.CreateVersion7(), null, Guid.CreateVersion7(), Guid.CreateVersion7()));
            return await db.SaveChangesAsync();
        });

        // Beside the market's own dispatcher, which is woken by the same commit.
        await Task.WhenAll(Enumerable.Range(1, 3).Select(node => Dispatcher($"node-{node}").Drain(TestContext.Current.CancellationToken)));

        await Eventually.True(async () => await Market.With((StatisticsDbContext db) => db.Deals.CountAsync(fact => deals.Contains(fact.Id))) == Events, "every deal");
        var messages = await Market.With((PlatformDbContext db) => db.Outbox.AsNoTracking().Where(row => row.Type == nameof(DealOpened)).ToListAsync());
        var mine = messages.Where(row => deals.Any(deal => row.Payload.Contains(deal.ToString(), StringComparison.Ordinal))).Select(row => row.Id).ToList();
        mine.Count.ShouldBe(Events);
        (await Market.With((PlatformDbContext db) => db.Inbox.CountAsync(applied => applied.Consumer == "CountDealWhenOpened" && mine.Contains(applied.MessageId)))).ShouldBe(Events);
        messages.Where(row => mine.Contains(row.Id)).ShouldAllBe(row => row.Attempts == 0);
    }

    private OutboxDispatcher Dispatcher(string node) => new(
        Market.Services.GetRequiredService<IServiceScopeFactory>(), Market.Services.GetRequiredService<OutboxSignal>(), new Node(node),
        Market.Services.GetRequiredService<EventTypes>(), TimeProvider.System, NullLogger<OutboxDispatcher>.Instance);
}

public sealed class DispatcherTestsOnSqlite(SqliteMarket market) : DispatcherTests(market);

public sealed class DispatcherTestsOnPostgreSql(PostgreSqlMarket market) : DispatcherTests(market);

public sealed class DispatcherTestsOnSqlServer(SqlServerMarket market) : DispatcherTests(market);

/// <summary>Runs when nothing else does: a bus that declares a queue for every consumer needs threads that a full suite does not leave.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

/// <summary>By a real RabbitMQ.</summary>
[Collection(nameof(Alone))]
public class RabbitMqTests(RabbitMqServer broker)
{
    [Fact]
    public async Task An_event_travels_by_the_broker_and_is_applied_once_though_it_is_sent_twice()
    {
        broker.Needed.OrSkip();
        await using var market = await OwnMarket.StartNew(broker.Address);
        var deal = Guid.CreateVersion7();

        await market.With(async (PlatformDbContext db) =>
        {
            db.Publish(new DealOpened(deal, 1, Guid.CreateVersion7(), null, Guid.CreateVersion7(), Guid.CreateVersion7()));
            return await db.SaveChangesAsync();
        });
        await Eventually.True(() => market.With((StatisticsDbContext db) => db.Deals.AnyAsync(fact => fact.Id == deal)), "noted deal");
        await market.With((PlatformDbContext db) => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(row => row.DeliveredAt, (DateTimeOffset?)null)));
        market.Services.GetRequiredService<OutboxSignal>().Set();
        await Eventually.True(() => market.With((PlatformDbContext db) => db.Outbox.AllAsync(row => row.DeliveredAt != null)), "row sent again");

        await Task.Delay(300, TestContext.Current.CancellationToken);
        (await market.With((PlatformDbContext db) => db.Inbox.GroupBy(applied => new { applied.MessageId, applied.Consumer }).CountAsync(group => group.Count() > 1))).ShouldBe(0);
        (await market.With((StatisticsDbContext db) => db.Deals.CountAsync(fact => fact.Id == deal))).ShouldBe(1);
    }

    [Fact]
    public async Task A_market_starts_and_takes_changes_while_the_broker_is_away_and_the_outbox_holds_them()
    {
        // Nothing listens on port 1.
        await using var market = await OwnMarket.StartNew("amqp://guest:guest@127.0.0.1:1/");

        await market.With(async (PlatformDbContext db) =>
        {
            db.Publish(new DealOpened(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), null, Guid.CreateVersion7(), Guid.CreateVersion7()));
            return await db.SaveChangesAsync();
        });

        var state = await market.With((DeadLetters letters) => letters.State(CancellationToken.None));
        state.Waiting.ShouldBe(1);
        state.Dead.ShouldBe(0);
    }
}
