using TechMatch.Integration.Brokerage;
using TechMatch.Listings.Persistence;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Messaging;

namespace TechMatch.Listings.Features;

/// <summary>A signed deal that fell through gives the technology back.</summary>
internal sealed class ReleaseListingWhenDealLost(ListingsDbContext db, TimeProvider clock, AuditScope scope) : ModuleConsumer<DealLost>(db, clock, scope)
{
    private readonly ListingsDbContext db = db;
    private readonly TimeProvider clock = clock;

    protected override Task Apply(DealLost fact, CancellationToken cancellationToken) =>
        db.Note(fact.DealId, fact.ListingId, fact.Cooperation, fact.Version, isInForce: false, clock.GetUtcNow(), cancellationToken);
}
