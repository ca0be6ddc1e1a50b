using TechMatch.Integration.Brokerage;
using TechMatch.Listings.Persistence;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Messaging;

namespace TechMatch.Listings.Features;

/// <summary>What was assigned or exclusively licensed is no longer on offer.</summary>
internal sealed class TakeListingOffMarketWhenDealSigned(ListingsDbContext db, TimeProvider clock, AuditScope scope) : ModuleConsumer<DealSigned>(db, clock, scope)
{
    private readonly ListingsDbContext db = db;
    private readonly TimeProvider clock = clock;

    protected override Task Apply(DealSigned fact, CancellationToken cancellationToken) =>
        db.Note(fact.DealId, fact.ListingId, fact.Cooperation, fact.Version, isInForce: true, clock.GetUtcNow(), cancellationToken);
}
