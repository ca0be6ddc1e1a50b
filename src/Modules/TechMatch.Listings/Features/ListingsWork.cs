using Microsoft.EntityFrameworkCore;
using TechMatch.Integration;
using TechMatch.Integration.Directory;
using TechMatch.Listings.Domain;
using TechMatch.Listings.Persistence;
using TechMatch.Shared.Domain;

namespace TechMatch.Listings.Features;

/// <summary>What waits for owners of listings, and for reviewers.</summary>
internal sealed class ListingsWork(ListingsDbContext db, ICurrentUser user) : IWaitingWork
{
    // What the owner has to take up again, with the icon that says what for.
    private static readonly (ListingStatus Status, string Icon)[] Unfinished =
        [(ListingStatus.Returned, "edit"), (ListingStatus.OnHold, "edit"), (ListingStatus.Expired, "clock"), (ListingStatus.Draft, "send")];

    public async Task<IReadOnlyList<WaitingItem>> ForCurrentUser(CancellationToken cancellationToken)
    {
        var items = new List<WaitingItem>();
        if (user.Has(Permissions.ReviewListings))
        {
            var submitted = await db.Listings.CountAsync(listing => listing.Status == ListingStatus.Submitted, cancellationToken);
            items.Add(new("listings.waiting.review", submitted, "/admin/review", "checklist"));
        }
        if (user.OrganisationId is { } organisation && user.Has(Permissions.ManageListings))
        {
            var counts = await db.Listings.Where(listing => listing.OrganisationId == organisation).GroupBy(listing => listing.Status)
                .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
            items.AddRange(Unfinished.Select(kind => new WaitingItem(
                $"listings.waiting.{kind.Status.ToString().ToLowerInvariant()}", counts.GetValueOrDefault(kind.Status), $"/my/listings?status={kind.Status}", kind.Icon)));
        }
        return items;
    }
}
