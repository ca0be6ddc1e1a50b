using Microsoft.EntityFrameworkCore;
using TechMatch.Integration.Directory;
using TechMatch.Listings.Domain;
using TechMatch.Listings.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Persistence;

namespace TechMatch.Listings.Features;

/// <summary>Who may see and change which listing.</summary>
internal static class ListingAccess
{
    public static bool IsOwner(this ICurrentUser user, Guid organisationId) => user.OrganisationId == organisationId || user.Has(Permissions.Operate);

    /// <summary>What is not on the market is for its organisation; a reviewer sees all that was handed in.</summary>
    public static bool Sees(this ICurrentUser user, Guid organisationId, ListingStatus status) =>
        status is ListingStatus.Published || user.IsOwner(organisationId) || (status is not ListingStatus.Draft && user.Has(Permissions.ReviewListings));

    /// <summary>Loads a listing for its owner. Ownership comes before the version: a stranger learns nothing from a stale one.</summary>
    public static async Task<Listing> GetOwnAsync(this ListingsDbContext db, Guid id, long? version, ICurrentUser user, CancellationToken cancellationToken)
    {
        var listing = await db.Listings.GetAsync(new ListingId(id), null, cancellationToken);
        if (!user.Sees(listing.OrganisationId, listing.Status)) throw new NotFoundException(nameof(Listing), id);
        if (!user.IsOwner(listing.OrganisationId)) throw new ForbiddenException();
        listing.RequireVersion(version);
        return listing;
    }
}
