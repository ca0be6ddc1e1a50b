using Microsoft.EntityFrameworkCore;
using Shouldly;
using TechMatch.Integration.Brokerage;
using TechMatch.IntegrationTests.Harness;
using TechMatch.Shared.Messaging;
using TechMatch.Shared.Persistence;

namespace TechMatch.IntegrationTests.Platform;

public abstract class PurgeMessagesTests(Market market) : MarketTests(market)
{
    // More than two parts of a purge.
    private const int Old = 2_100;

    [Fact]
    public async Task Old_messages_are_forgotten_in_parts_and_young_or_dead_ones_kept()
    {
        await using var market = await StartOwn();
        var now = TimeProvider.System.GetUtcNow();
        // Written as delivered or dead in the transaction that makes them, so that the dispatcher never sees them.
        await market.InTransaction(async (PlatformDbContext db) =>
        {
            for (var i = 0; i < Old + 2; i++) db.Publish(new DealOpened(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), null, Guid.CreateVersion7(), Guid.CreateVersion7()));
            await db.SaveChangesAsync();
            var last = await db.Outbox.MaxAsync(message => message.Sequence);
            await db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(message => message.DeliveredAt, now.AddDays(-8)));
            await db.Outbox.Where(message => message.Sequence == last).ExecuteUpdateAsync(set => set.SetProperty(message => message.DeliveredAt, now.AddDays(-6)));
            await db.Outbox.Where(message => message.Sequence == last - 1).ExecuteUpdateAsync(set => set.SetProperty(message => message.DeliveredAt, (DateTimeOffset?)null).SetProperty(message => message.DeadAt, now.AddDays(-60)));
            var dead = await db.Outbox.SingleAsync(message => message.DeadAt != null);
            for (var i = 0; i < Old; i++) db.Inbox.Add(new InboxMessage { MessageId = Guid.CreateVersion7(), Consumer = "a", AppliedAt = now.AddDays(-31) });
            db.Inbox.Add(new InboxMessage { MessageId = dead.Id, Consumer = "a", AppliedAt = now.AddDays(-60) });
            return await db.SaveChangesAsync();
        });

        await market.RunNow<PurgeMessages>();

        (await market.With((PlatformDbContext db) => db.Outbox.CountAsync())).ShouldBe(2);
        (await market.With((PlatformDbContext db) => db.Inbox.CountAsync())).ShouldBe(1);
    }
}

public sealed class PurgeMessagesTestsOnSqlite(SqliteMarket market) : PurgeMessagesTests(market);

public sealed class PurgeMessagesTestsOnPostgreSql(PostgreSqlMarket market) : PurgeMessagesTests(market);

public sealed class PurgeMessagesTestsOnSqlServer(SqlServerMarket market) : PurgeMessagesTests(market);
