using MediatR;
using TechMatch.Integration.Matching;
using TechMatch.MatchEngine;
using TechMatch.Matching.Domain;
using TechMatch.Matching.Features.Feed;

namespace TechMatch.Matching.Features;

/// <summary>Searches one side with words or a page of text. The index holds public texts only, so anybody's search may come here.</summary>
internal sealed class RankByTextHandler(MarketIndex index) : IRequestHandler<RankByText, IReadOnlyList<RankedHit>>
{
    public const int MaxTop = 1000;
    public const int TextMaxLength = 20_000;

    public Task<IReadOnlyList<RankedHit>> Handle(RankByText request, CancellationToken cancellationToken)
    {
        var text = request.Text.Length <= TextMaxLength ? request.Text : request.Text[..TextMaxLength];
        if (string.IsNullOrWhiteSpace(text)) return Task.FromResult<IReadOnlyList<RankedHit>>([]);
        var hits = index.Of(request.Side).Rank(MatchQuery.FromText(text), Math.Clamp(request.Top, 1, MaxTop));
        return Task.FromResult<IReadOnlyList<RankedHit>>([.. hits.Select(hit => new RankedHit(MarketDocument.IdOf(hit.Id), hit.Score))]);
    }
}
