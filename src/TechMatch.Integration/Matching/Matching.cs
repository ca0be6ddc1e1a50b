using MediatR;

namespace TechMatch.Integration.Matching;

/// <summary>One side of the market.</summary>
public enum MarketSide
{
    /// <summary>Research results offered.</summary>
    Listings,

    /// <summary>Technology needs.</summary>
    Demands,
}

/// <summary>A hit of a search.</summary>
/// <param name="Id">The listing or need.</param>
/// <param name="Score">Larger is better. The engine's score, comparable within one answer only.</param>
public sealed record RankedHit(Guid Id, double Score);

/// <summary>Published listings or needs that fit a text, best first. Reads this node's index; no database.</summary>
/// <param name="Side">Which side is searched.</param>
/// <param name="Text">Words or a page of text.</param>
/// <param name="Top">How many at most, up to 1,000.</param>
public sealed record RankByText(MarketSide Side, string Text, int Top) : IRequest<IReadOnlyList<RankedHit>>;

/// <summary>What the owners of listings and needs ask when somebody searches them.</summary>
public static class TextSearch
{
    private const int MostHits = 1_000;

    /// <summary>The place of each hit, 0 for the best; null when there is no text to search by.</summary>
    /// <param name="mediator">Sends the question.</param>
    /// <param name="side">Which side is searched.</param>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<IReadOnlyDictionary<Guid, int>?> Ranks(this IMediator mediator, MarketSide side, string? text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mediator);
        if (string.IsNullOrWhiteSpace(text)) return null;
        var hits = await mediator.Send(new RankByText(side, text, MostHits), cancellationToken);
        return hits.Select((hit, rank) => (hit.Id, rank)).ToDictionary(pair => pair.Id, pair => pair.rank);
    }
}

/// <summary>Fills the index feed anew from the owners' published listings and needs.</summary>
/// <param name="Progress">Takes the number of documents read so far; null when nobody watches.</param>
public sealed record RebuildIndex(IProgress<int>? Progress = null) : IRequest<IndexCheck>;

/// <summary>Compares the index feed with the owners' published listings and needs.</summary>
public sealed record CheckIndex : IRequest<IndexCheck>;

/// <summary>How the index feed stands.</summary>
/// <param name="Listings">Listings in the index.</param>
/// <param name="Demands">Needs in the index.</param>
/// <param name="Missing">Published ones that the feed lacks or holds in an older version.</param>
/// <param name="Surplus">Ones in the feed that are no longer published.</param>
public sealed record IndexCheck(int Listings, int Demands, int Missing, int Surplus)
{
    /// <summary>Whether the feed and the owners agree.</summary>
    public bool InStep => Missing == 0 && Surplus == 0;
}
