using TechMatch.Integration.Demands;
using TechMatch.Integration.Listings;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Messaging;
using TechMatch.Statistics.Domain;
using TechMatch.Statistics.Persistence;

namespace TechMatch.Statistics.Features;

internal sealed class CountListingWhenPublished(StatisticsDbContext db, TimeProvider clock, AuditScope scope) : ModuleConsumer<ListingPublished>(db, clock, scope)
{
    private readonly StatisticsDbContext db = db;

    protected override Task Apply(ListingPublished fact, CancellationToken cancellationToken) =>
        db.See(fact, MarketSide.Listing, isOnMarket: true, fact.Field, cancellationToken);
}

internal sealed class UncountListingWhenUnpublished(StatisticsDbContext db, TimeProvider clock, AuditScope scope) : ModuleConsumer<ListingUnpublished>(db, clock, scope)
{
    private readonly StatisticsDbContext db = db;

    protected override Task Apply(ListingUnpublished fact, CancellationToken cancellationToken) =>
        db.See(fact, MarketSide.Listing, isOnMarket: false, null, cancellationToken);
}

internal sealed class CountDemandWhenPublished(StatisticsDbContext db, TimeProvider clock, AuditScope scope) : ModuleConsumer<DemandPublished>(db, clock, scope)
{
    private readonly StatisticsDbContext db = db;

    protected override Task Apply(DemandPublished fact, CancellationToken cancellationToken) =>
        db.See(fact, MarketSide.Demand, isOnMarket: true, fact.Field, cancellationToken);
}

internal sealed class UncountDemandWhenUnpublished(StatisticsDbContext db, TimeProvider clock, AuditScope scope) : ModuleConsumer<DemandUnpublished>(db, clock, scope)
{
    private readonly StatisticsDbContext db = db;

    protected override Task Apply(DemandUnpublished fact, CancellationToken cancellationToken) =>
        db.See(fact, MarketSide.Demand, isOnMarket: false, null, cancellationToken);
}

internal static class MarketSightings
{
    public static async Task See(
        this StatisticsDbContext db, IIntegrationEvent fact, MarketSide side, bool isOnMarket, string? field, CancellationToken cancellationToken)
    {
        var entry = await db.Market.FindAsync([fact.AggregateId], cancellationToken);
        if (entry is null) db.Market.Add(entry = new() { Id = fact.AggregateId, Side = side });
        entry.See(fact.Version, isOnMarket, field);
    }
}
