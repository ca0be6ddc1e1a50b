using TechMatch.Integration.Listings;
using TechMatch.Listings.Domain;

namespace TechMatch.Listings.Features;

/// <summary>What the other modules are told; to be published before the change is saved.</summary>
internal static class ListingFacts
{
    public static ListingPublished PublishedFact(this Listing listing) => new(listing.Id.Value, listing.NextVersion, listing.OrganisationId, listing.Field);

    public static ListingUnpublished UnpublishedFact(this Listing listing) => new(listing.Id.Value, listing.NextVersion);
}
