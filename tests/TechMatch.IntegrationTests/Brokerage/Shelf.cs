using System.Collections.Concurrent;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Listings;
using TechMatch.IntegrationTests.Brokerage;
using TechMatch.IntegrationTests.Harness;
using TechMatch.IntegrationTests.Servers;

[assembly: AssemblyFixture(typeof(BrokerageOnSqlite))]
[assembly: AssemblyFixture(typeof(BrokerageOnPostgreSql))]
[assembly: AssemblyFixture(typeof(BrokerageOnSqlServer))]

namespace TechMatch.IntegrationTests.Brokerage;

/// <summary>
/// Listings and needs that a test puts there in one line, in the state that it wants. The module under test knows them by
/// two questions only, which are answered from here; everything else of the market is the real one.
/// </summary>
public sealed class Shelf
{
    public ConcurrentDictionary<Guid, ListingCard> Listings { get; } = new();

    public ConcurrentDictionary<Guid, DemandCard> Demands { get; } = new();

    public static void Put(IServiceCollection services) => services.AddSingleton<Shelf>()
        .AddScoped<IPipelineBehavior<GetListings, IReadOnlyDictionary<Guid, ListingCard>>, ListingsFromShelf>()
        .AddScoped<IPipelineBehavior<GetDemands, IReadOnlyDictionary<Guid, DemandCard>>, DemandsFromShelf>()
        .AddScoped<IPipelineBehavior<GetLatestDemands, IReadOnlyList<DemandCard>>, LatestDemandsFromShelf>();
}

internal sealed class ListingsFromShelf(Shelf shelf) : IPipelineBehavior<GetListings, IReadOnlyDictionary<Guid, ListingCard>>
{
    public Task<IReadOnlyDictionary<Guid, ListingCard>> Handle(GetListings request, CancellationToken cancellationToken, RequestHandlerDelegate<IReadOnlyDictionary<Guid, ListingCard>> next) =>
        Task.FromResult<IReadOnlyDictionary<Guid, ListingCard>>(shelf.Listings.Where(pair => request.Ids.Contains(pair.Key)).ToDictionary());
}

internal sealed class DemandsFromShelf(Shelf shelf) : IPipelineBehavior<GetDemands, IReadOnlyDictionary<Guid, DemandCard>>
{
    public Task<IReadOnlyDictionary<Guid, DemandCard>> Handle(GetDemands request, CancellationToken cancellationToken, RequestHandlerDelegate<IReadOnlyDictionary<Guid, DemandCard>> next) =>
        Task.FromResult<IReadOnlyDictionary<Guid, DemandCard>>(shelf.Demands.Where(pair => request.Ids.Contains(pair.Key)).ToDictionary());
}

/// <summary>The home page asks too, and every sign-in leads there.</summary>
internal sealed class LatestDemandsFromShelf(Shelf shelf) : IPipelineBehavior<GetLatestDemands, IReadOnlyList<DemandCard>>
{
    public Task<IReadOnlyList<DemandCard>> Handle(GetLatestDemands request, CancellationToken cancellationToken, RequestHandlerDelegate<IReadOnlyList<DemandCard>> next) =>
        Task.FromResult<IReadOnlyList<DemandCard>>([.. shelf.Demands.Values.Where(demand => !demand.IsAnonymous).Take(3)]);
}

public abstract class BrokerageMarket(Func<string, TestDatabase> database, Action<IServiceCollection>? adapt = null) : Market(database, adapt: services =>
{
    Shelf.Put(services);
    adapt?.Invoke(services);
})
{
    public Guid Listing(Actor owner, string status = "Published", decimal? price = null)
    {
        var id = Guid.CreateVersion7();
        Services.GetRequiredService<Shelf>().Listings[id] = new(
            id, 1, owner.OrganisationId, status, "钠离子电池正极低成本制备工艺", "Low-cost process for sodium-ion cathodes", null, null, null, null, null, null, "newMaterials", [], 6, null, null,
            ["ordinary"], price is null ? "negotiable" : "fixed", price, null, "CNY", null, DateTimeOffset.UtcNow);
        return id;
    }

    public Guid Demand(Actor owner, bool isAnonymous = false)
    {
        var id = Guid.CreateVersion7();
        Services.GetRequiredService<Shelf>().Demands[id] = new(
            id, 1, owner.OrganisationId, isAnonymous, "Published", "降低正极材料成本", "Cheaper cathode material", null, null, null, null, null, null, [], null, [], null, null, "CNY", null, null, DateTimeOffset.UtcNow);
        return id;
    }
}

public sealed class BrokerageOnSqlite() : BrokerageMarket(folder => new SqliteTestDatabase(folder));

public sealed class BrokerageOnPostgreSql() : BrokerageMarket(_ => new PostgreSqlTestDatabase());

public sealed class BrokerageOnSqlServer() : BrokerageMarket(_ => new SqlServerTestDatabase());

/// <summary>On SQLite with a clock that a test moves.</summary>
public sealed class BrokerageWithClock : BrokerageMarket
{
    private BrokerageWithClock(AdjustableClock clock)
        : base(folder => new SqliteTestDatabase(folder), services => services.AddSingleton<TimeProvider>(clock)) => Clock = clock;

    public AdjustableClock Clock { get; }

    public static async Task<BrokerageWithClock> StartNew()
    {
        var market = new BrokerageWithClock(new());
        await market.InitializeAsync();
        return market;
    }
}
