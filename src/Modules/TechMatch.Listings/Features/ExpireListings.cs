using Microsoft.EntityFrameworkCore;
using TechMatch.Listings.Domain;
using TechMatch.Listings.Persistence;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Jobs;

namespace TechMatch.Listings.Features;

/// <summary>Takes listings off the market whose time is over.</summary>
internal sealed class ExpireListings(ListingsDbContext db, TimeProvider clock, AuditScope scope) : IRecurringJob
{
    private const int BatchSize = 200;

    public static string Name => "listings.expire";

    public static TimeSpan Interval => TimeSpan.FromMinutes(15);

    public async Task Run(CancellationToken cancellationToken)
    {
        scope.Begin(nameof(ExpireListings));
        while (true)
        {
            var now = clock.GetUtcNow();
            var due = await db.Listings.Where(listing => listing.Status == ListingStatus.Published && listing.ExpiresAt <= now)
                .OrderBy(listing => listing.ExpiresAt).Take(BatchSize).ToListAsync(cancellationToken);
            if (due.Count == 0) return;
            foreach (var listing in due)
            {
                db.Publish(listing.UnpublishedFact());
                listing.Expire(now);
            }
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }
}
