using MediatR;
using TechMatch.Integration.Matching;
using TechMatch.Matching.Features.Feed;

namespace TechMatch.Matching.Features;

/// <summary>The first matches, for other modules' pages. Whoever asks has checked that the viewer may see them.</summary>
internal sealed class GetBestMatchesHandler(MarketIndex index, Matcher matcher) : IRequestHandler<GetBestMatches, IReadOnlyList<RankedHit>>
{
    public Task<IReadOnlyList<RankedHit>> Handle(GetBestMatches request, CancellationToken cancellationToken)
    {
        if (index.Find(request.Side, request.Id) is not { } asked) return Task.FromResult<IReadOnlyList<RankedHit>>([]);
        return Task.FromResult<IReadOnlyList<RankedHit>>(
            [.. matcher.Best(asked).Take(Math.Clamp(request.Top, 1, Matcher.Depth)).Select(match => new RankedHit(match.Found.Id, (double)match.Points))]);
    }
}
