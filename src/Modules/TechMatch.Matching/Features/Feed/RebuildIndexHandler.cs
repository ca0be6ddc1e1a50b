using MediatR;
using Microsoft.EntityFrameworkCore;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Listings;
using TechMatch.Integration.Matching;
using TechMatch.Matching.Domain;
using TechMatch.Matching.Persistence;

namespace TechMatch.Matching.Features.Feed;

/// <summary>
/// Writes every published listing and need to the feed's end, then takes away what no owner publishes. The market stays
/// searchable throughout: each line replaces its older self on every node.
/// </summary>
internal sealed class RebuildIndexHandler(MatchingDbContext db, MarketFeed feed, FeedTraffic traffic, IListingStream listings, IDemandStream demands, IMediator mediator)
    : IRequestHandler<RebuildIndex, IndexCheck>
{
    private const int Batch = 200;
    private const int Attempts = 20;

    public async Task<IndexCheck> Handle(RebuildIndex request, CancellationToken cancellationToken)
    {
        var read = 0;
        await Rebuild(MarketSide.Listings, listings.Published(cancellationToken).Select(card => (card.Id, Truth: feed.Snapshot(card))), Count, cancellationToken);
        await Rebuild(MarketSide.Demands, demands.Published(cancellationToken).Select(card => (card.Id, Truth: feed.Snapshot(card))), Count, cancellationToken);
        return await mediator.Send(new CheckIndex(), cancellationToken);

        void Count(int more) => request.Progress?.Report(read += more);
    }

    private async Task Rebuild(MarketSide side, IAsyncEnumerable<(Guid Id, Truth Truth)> published, Action<int> count, CancellationToken cancellationToken)
    {
        var seen = new HashSet<Guid>();
        await foreach (var batch in published.Chunk(Batch).WithCancellation(cancellationToken))
        {
            seen.UnionWith(batch.Select(item => item.Id));
            await Save(side, batch.ToDictionary(item => item.Id, item => item.Truth), cancellationToken);
            count(batch.Length);
        }
        var held = await db.Documents.AsNoTracking().Where(line => line.Side == side && !line.IsRemoved).Select(line => new { line.Id, line.Version }).ToListAsync(cancellationToken);
        foreach (var surplus in held.Where(line => !seen.Contains(line.Id)).Chunk(Batch))
        {
            // Some may have been published since the stream passed them: the owner knows.
            var now = await feed.Ask(side, [.. surplus.Select(line => line.Id)], cancellationToken);
            await Save(side, surplus.ToDictionary(line => line.Id, line => now.GetValueOrDefault(line.Id) ?? new Truth(line.Version, null)), cancellationToken);
        }
    }

    private async Task Save(MarketSide side, Dictionary<Guid, Truth> truths, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await traffic.Alone(() => SaveOnce(side, truths, cancellationToken), cancellationToken);
                traffic.Ring();
                return;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another node took the place: read again what it wrote.
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task SaveOnce(MarketSide side, Dictionary<Guid, Truth> truths, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. truths.Keys];
        var lines = await db.Documents.Where(line => line.Side == side && ids.Contains(line.Id)).ToDictionaryAsync(line => line.Id, cancellationToken);
        foreach (var (id, truth) in truths)
        {
            var line = lines.GetValueOrDefault(id) ?? IndexedDocument.For(side, id);
            if (!line.Knows(truth.Version, rebuilding: true)) await feed.Write(line, truth, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
    }
}
