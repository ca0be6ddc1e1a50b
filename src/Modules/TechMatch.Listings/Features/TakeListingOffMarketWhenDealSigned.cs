using Microsoft.EntityFrameworkCore;
using TechMatch.Integration.Brokerage;
using TechMatch.Listings.Domain;
using TechMatch.Listings.Persistence;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Messaging;

namespace TechMatch.Listings.Features;

/// <summary>What was assigned or exclusively licensed is no longer on offer.</summary>
internal sealed class TakeListingOffMarketWhenDealSigned(ListingsDbContext db, TimeProvider clock, AuditScope scope) : ModuleConsumer<DealSigned>(db, clock, scope)
{
    private static readonly string[] Exclusive = ["exclusive", "assign"];
    private readonly TimeProvider clock = clock;

    protected override async Task Apply(DealSigned fact, CancellationToken cancellationToken)
    {
        if (!Exclusive.Contains(fact.Cooperation)) return;
        var id = new ListingId(fact.ListingId);
        if (await db.Listings.FirstOrDefaultAsync(listing => listing.Id == id, cancellationToken) is not { Status: not ListingStatus.Licensed } listing) return;
        if (listing.IsPublished) db.Publish(listing.UnpublishedFact());
        listing.License(clock.GetUtcNow());
    }
}
