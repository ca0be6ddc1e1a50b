using MassTransit;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Listings;
using TechMatch.Integration.Matching;
using TechMatch.Matching.Persistence;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Messaging;

namespace TechMatch.Matching.Features.Feed;

/// <summary>
/// Writes one kind of fact into the feed. Two nodes that write at the same moment collide on the feed's row; the loser's
/// message is delivered again and then finds the other's place taken.
/// </summary>
internal abstract class FeedConsumer<TEvent>(MatchingDbContext db, TimeProvider clock, AuditScope scope, FeedTraffic traffic) : ModuleConsumer<TEvent>(db, clock, scope)
    where TEvent : class, IIntegrationEvent
{
    public override Task Consume(ConsumeContext<TEvent> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return traffic.Alone(() => base.Consume(context), context.CancellationToken);
    }

    protected override void Applied() => traffic.Ring();
}

internal sealed class IndexListingWhenPublished(MatchingDbContext db, TimeProvider clock, AuditScope scope, FeedTraffic traffic, MarketFeed feed)
    : FeedConsumer<ListingPublished>(db, clock, scope, traffic)
{
    protected override Task Apply(ListingPublished fact, CancellationToken cancellationToken) => feed.Published(MarketSide.Listings, fact.ListingId, fact.Version, cancellationToken);
}

internal sealed class RemoveListingWhenUnpublished(MatchingDbContext db, TimeProvider clock, AuditScope scope, FeedTraffic traffic, MarketFeed feed)
    : FeedConsumer<ListingUnpublished>(db, clock, scope, traffic)
{
    protected override Task Apply(ListingUnpublished fact, CancellationToken cancellationToken) => feed.Unpublished(MarketSide.Listings, fact.ListingId, fact.Version, cancellationToken);
}

internal sealed class IndexDemandWhenPublished(MatchingDbContext db, TimeProvider clock, AuditScope scope, FeedTraffic traffic, MarketFeed feed)
    : FeedConsumer<DemandPublished>(db, clock, scope, traffic)
{
    protected override Task Apply(DemandPublished fact, CancellationToken cancellationToken) => feed.Published(MarketSide.Demands, fact.DemandId, fact.Version, cancellationToken);
}

internal sealed class RemoveDemandWhenUnpublished(MatchingDbContext db, TimeProvider clock, AuditScope scope, FeedTraffic traffic, MarketFeed feed)
    : FeedConsumer<DemandUnpublished>(db, clock, scope, traffic)
{
    protected override Task Apply(DemandUnpublished fact, CancellationToken cancellationToken) => feed.Unpublished(MarketSide.Demands, fact.DemandId, fact.Version, cancellationToken);
}
