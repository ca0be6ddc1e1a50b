using System.Collections.Concurrent;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TechMatch.Integration.Demands;
using TechMatch.IntegrationTests.Harness;
using TechMatch.IntegrationTests.Servers;
using TechMatch.Matching.Persistence;

namespace TechMatch.IntegrationTests.Matching;

/// <summary>
/// Needs whose owner says what a test wants, at any version and in any order of facts; needs that it does not know are left
/// to their real owner.
/// </summary>
public sealed class NeedBoard : IPipelineBehavior<GetDemands, IReadOnlyDictionary<Guid, DemandCard>>
{
    private readonly ConcurrentDictionary<Guid, DemandCard> cards = new();

    public async Task<IReadOnlyDictionary<Guid, DemandCard>> Handle(GetDemands request, CancellationToken cancellationToken, RequestHandlerDelegate<IReadOnlyDictionary<Guid, DemandCard>> next)
    {
        var mine = request.Ids.Where(cards.ContainsKey).Distinct().ToDictionary(id => id, id => cards[id]);
        if (mine.Count == request.Ids.Count) return mine;
        var others = await next();
        return others.Concat(mine).ToDictionary(pair => pair.Key, pair => pair.Value);
    }

    /// <summary>Says how a need is, without telling anybody.</summary>
    public void Set(DemandCard card) => cards[card.Id] = card;

    /// <summary>Puts a need on the market and tells of it.</summary>
    internal async Task<DemandCard> Publish(Market market, DemandCard card)
    {
        Set(card);
        await Tell(market, db => db.Publish(new DemandPublished(card.Id, card.Version, card.Field)));
        return card;
    }

    /// <summary>Takes a need off the market and tells of it.</summary>
    internal async Task Withdraw(Market market, DemandCard card)
    {
        var withdrawn = card with { Version = card.Version + 1, Status = "Withdrawn" };
        Set(withdrawn);
        await Tell(market, db => db.Publish(new DemandUnpublished(card.Id, withdrawn.Version)));
    }

    internal static Task<bool> Tell(Market market, Action<MatchingDbContext> facts) => market.With<MatchingDbContext, bool>(async db =>
    {
        facts(db);
        await db.SaveChangesAsync();
        return true;
    });

    internal static DemandCard Card(Guid organisation, string title, string problem = "") => new(
        Guid.CreateVersion7(), 1, organisation, false, "Published", null, title, null, problem, null, null,
        null, null, [], null, [], null, null, "CNY", null, null, DateTimeOffset.UnixEpoch);
}

/// <summary>A market whose needs are a <see cref="NeedBoard"/>'s.</summary>
public abstract class NeedsMarket(Func<string, TestDatabase> database, NeedBoard needs)
    : Market(database, null, services => services
        .AddSingleton<IPipelineBehavior<GetDemands, IReadOnlyDictionary<Guid, DemandCard>>>(needs))
{
    public NeedBoard Needs { get; } = needs;
}

public sealed class NeedsMarketOnSqlite() : NeedsMarket(folder => new SqliteTestDatabase(folder), new NeedBoard());

public sealed class NeedsMarketOnPostgreSql() : NeedsMarket(_ => new PostgreSqlTestDatabase(), new NeedBoard());

/// <summary>One more node on another market's database.</summary>
public sealed class SecondNode(NeedsMarket first) : NeedsMarket(_ => new SharedDatabase(first.Provider, first.ConnectionString), first.Needs)
{
    private sealed class SharedDatabase : TestDatabase
    {
        public SharedDatabase(string provider, string connectionString) => (Provider, ConnectionString) = (provider, connectionString);

        public override string Provider { get; }

        public override Task Create() => Task.CompletedTask;

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
