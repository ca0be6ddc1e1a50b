using TechMatch.Integration.Matching;
using TechMatch.MatchEngine;
using TechMatch.Matching.Domain;
using TechMatch.Matching.Features.Feed;
using TechMatch.Shared.Domain;

namespace TechMatch.Matching.Features;

/// <summary>A listing and a need that were held against one another.</summary>
/// <param name="Asked">The side whose matches were asked for.</param>
/// <param name="Found">The other side.</param>
/// <param name="Engine">The engine's score with the asked side's text as the query.</param>
/// <param name="Full">What that text would score against itself.</param>
/// <param name="Conditions">The need's conditions.</param>
internal sealed record Match(MarketDocument Asked, MarketDocument Found, double Engine, double Full, IReadOnlyList<Condition> Conditions)
{
    public int Violated { get; } = Conditions.Count(condition => condition.State is ConditionState.Violated);

    /// <summary>The score that people see; see <see cref="MatchScore"/>.</summary>
    public decimal Points => MatchScore.Points(Engine, Full, Violated);
}

/// <summary>Ranks one side of the market for one document of the other: the engine's order, lowered by violated conditions.</summary>
internal sealed class Matcher(MarketIndex index, TimeProvider clock)
{
    /// <summary>How deep anybody may look: beyond, words are shared by chance.</summary>
    public const int Depth = 100;

    // Violated conditions move matches down, so more are looked at than are given.
    private const int Candidates = 3 * Depth;

    private DateOnly Today => clock.Today();

    public static MarketSide Other(MarketSide side) => side is MarketSide.Listings ? MarketSide.Demands : MarketSide.Listings;

    /// <summary>The best matches among what is published, at most <see cref="Depth"/>.</summary>
    public IReadOnlyList<Match> Best(MarketDocument asked)
    {
        var other = Other(asked.Side);
        var full = index.Of(other).ScoreOfItself(asked.AsQuery);
        var today = Today;
        return
        [
            .. index.Of(other).Rank(asked.AsQuery, Candidates)
                .Select(hit => (Hit: hit, Found: index.Find(other, MarketDocument.IdOf(hit.Id))))
                .Where(pair => pair.Found is not null)
                .Select(pair => new Match(asked, pair.Found!, pair.Hit.Score, full, Check(asked, pair.Found!, today)))
                .OrderByDescending(match => match.Engine * MatchScore.Remaining(match.Violated)).ThenBy(match => match.Found.AsDocument.Id, StringComparer.Ordinal)
                .Take(Depth),
        ];
    }

    /// <summary>Why one document of the other side is where it is; null when it is not on the market.</summary>
    public (Match Match, MatchExplanation Explanation)? Explain(MarketDocument asked, Guid found)
    {
        var other = Other(asked.Side);
        if (index.Find(other, found) is not { } document || index.Of(other).Explain(asked.AsQuery, document.AsDocument.Id) is not { } explanation) return null;
        return (new Match(asked, document, explanation.Score, index.Of(other).ScoreOfItself(asked.AsQuery), Check(asked, document, Today)), explanation);
    }

    private static IReadOnlyList<Condition> Check(MarketDocument one, MarketDocument other, DateOnly today) =>
        Conditions.Check((one.Listing ?? other.Listing)!, (one.Demand ?? other.Demand)!, today);
}
