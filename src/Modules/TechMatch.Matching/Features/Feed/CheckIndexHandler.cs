using MediatR;
using Microsoft.EntityFrameworkCore;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Listings;
using TechMatch.Integration.Matching;
using TechMatch.Matching.Persistence;

namespace TechMatch.Matching.Features.Feed;

/// <summary>Holds what both owners publish against the feed. Facts on their way show as missing or surplus for a moment.</summary>
internal sealed class CheckIndexHandler(MatchingDbContext db, IListingStream listings, IDemandStream demands) : IRequestHandler<CheckIndex, IndexCheck>
{
    public async Task<IndexCheck> Handle(CheckIndex request, CancellationToken cancellationToken)
    {
        var first = await Compare(MarketSide.Listings, await listings.Versions(cancellationToken), cancellationToken);
        var second = await Compare(MarketSide.Demands, await demands.Versions(cancellationToken), cancellationToken);
        return new(first.Held, second.Held, first.Missing + second.Missing, first.Surplus + second.Surplus);
    }

    private async Task<(int Held, int Missing, int Surplus)> Compare(MarketSide side, IReadOnlyDictionary<Guid, long> published, CancellationToken cancellationToken)
    {
        var held = await db.Documents.AsNoTracking().Where(line => line.Side == side && !line.IsRemoved).Select(line => new { line.Id, line.Version }).ToDictionaryAsync(line => line.Id, line => line.Version, cancellationToken);
        var missing = published.Count(line => !held.TryGetValue(line.Key, out var known) || known < line.Value);
        return (held.Count, missing, held.Keys.Count(id => !published.ContainsKey(id)));
    }
}
