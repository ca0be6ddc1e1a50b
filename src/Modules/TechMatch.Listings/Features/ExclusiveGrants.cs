using Microsoft.EntityFrameworkCore;
using TechMatch.Listings.Domain;
using TechMatch.Listings.Persistence;

namespace TechMatch.Listings.Features;

/// <summary>Keeps the listing in step with the deals that gave it away.</summary>
internal static class ExclusiveGrants
{
    private static readonly string[] Exclusive = ["exclusive", "assign"];

    /// <summary>Takes one fact of a deal in, and moves the listing when that changes whether it can still be had.</summary>
    public static async Task Note(
        this ListingsDbContext db, Guid deal, Guid listingId, string? cooperation, long version, bool isInForce, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Exclusive.Contains(cooperation)) return;
        var id = new ListingId(listingId);
        var grant = await db.ExclusiveGrants.FirstOrDefaultAsync(row => row.DealId == deal, cancellationToken);
        if (grant?.Version >= version) return;
        if (grant is null) db.ExclusiveGrants.Add(grant = new() { DealId = deal, ListingId = id });
        (grant.Version, grant.IsInForce) = (version, isInForce);
        if (await db.Listings.FirstOrDefaultAsync(listing => listing.Id == id, cancellationToken) is not { } listing) return;
        var isGiven = isInForce || await db.ExclusiveGrants.AnyAsync(row => row.ListingId == id && row.DealId != deal && row.IsInForce, cancellationToken);
        if (isGiven == listing.Status is ListingStatus.Licensed) return;
        if (isGiven) GiveAway(db, listing, now);
        else TakeBack(db, listing, now);
    }

    private static void GiveAway(ListingsDbContext db, Listing listing, DateTimeOffset now)
    {
        if (listing.IsPublished) db.Publish(listing.UnpublishedFact());
        listing.License(now);
    }

    private static void TakeBack(ListingsDbContext db, Listing listing, DateTimeOffset now)
    {
        listing.Release(now);
        if (listing.IsPublished) db.Publish(listing.PublishedFact());
    }
}
