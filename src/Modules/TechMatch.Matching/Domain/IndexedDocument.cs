using TechMatch.Integration.Matching;

namespace TechMatch.Matching.Domain;

/// <summary>
/// One line of the feed that every node's index is made from: what a listing or need last was. The feed is compacted: a
/// change moves the line to the feed's end instead of adding one, so reading it from the start costs no more than the market is large.
/// </summary>
internal sealed class IndexedDocument
{
    public MarketSide Side { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The owner's version that the line tells of.</summary>
    public long Version { get; private set; }

    /// <summary>Off the market. The line stays: a fact that comes late must find the version it is older than.</summary>
    public bool IsRemoved { get; private set; }

    /// <summary>Its place in the feed.</summary>
    public long FeedPosition { get; private set; }

    /// <summary>The snapshot as JSON; null once removed.</summary>
    public string? Content { get; private set; }

    public static IndexedDocument For(MarketSide side, Guid id) => new() { Side = side, Id = id };

    /// <summary>Whether a fact of that version says nothing new. A rebuild writes the present version again.</summary>
    public bool Knows(long version, bool rebuilding = false) => rebuilding ? version < Version : version <= Version;

    /// <summary>On the market with that content.</summary>
    public void Put(long version, string content, FeedState feed)
    {
        (Version, IsRemoved, Content) = (version, false, content);
        FeedPosition = feed.Take();
    }

    /// <summary>Off the market.</summary>
    public void Remove(long version, FeedState feed)
    {
        (Version, IsRemoved, Content) = (version, true, null);
        FeedPosition = feed.Take();
    }
}

/// <summary>
/// The feed's end: a single row. Its position is a concurrency token, so of two transactions that take the same place only
/// one commits, and places become visible in their order: whoever has read up to a place will never find an earlier one later.
/// </summary>
internal sealed class FeedState
{
    public const int TheOnlyId = 1;

    public int Id { get; private set; } = TheOnlyId;

    public long Position { get; private set; }

    public long Take() => ++Position;
}
