using MediatR;
using Microsoft.EntityFrameworkCore;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Listings;
using TechMatch.Integration.Matching;
using TechMatch.Matching.Persistence;

namespace TechMatch.Matching.Features.Feed;

/// <summary>Reads both owners once and holds them against the feed. Facts on their way show as missing or surplus for a moment.</summary>
internal sealed class CheckIndexHandler(MatchingDbContext db, IListingStream listings, IDemandStream demands) : IRequestHandler<CheckIndex, IndexCheck>
{
    public async Task<IndexCheck> Handle(CheckIndex request, CancellationToken cancellationToken)
    {
        var first = await Compare(MarketSide.Listings, listings.Published(cancellationToken).Select(card => (card.Id, card.Version)), cancellationToken);
        var second = await Compare(MarketSide.Demands, demands.Published(cancellationToken).Select(card => (card.Id, card.Version)), cancellationToken);
        return new(first.Held, second.Held, first.Missing + second.Missing, first.Surplus + second.Surplus);
    }

    private async Task<(int Held, int Missing, int Surplus)> Compare(MarketSide side, IAsyncEnumerable<(Guid Id, long Version)> published, CancellationToken cancellationToken)
    {
        var held = await db.Documents.AsNoTracking().Where(line => line.Side == side && !line.IsRemoved).Select(line => new { line.Id, line.Version }).ToDictionaryAsync(line => line.Id, line => line.Version, cancellationToken);
        var (count, missing) = (held.Count, 0);
        await foreach (var (id, version) in published.WithCancellation(cancellationToken))
        {
            if (!held.Remove(id, out var known) || known < version) missing++;
        }
        return (count, missing, held.Count);
    }
}
