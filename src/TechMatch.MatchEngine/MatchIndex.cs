using TechMatch.MatchEngine.Indexing;
using TechMatch.MatchEngine.Scoring;

namespace TechMatch.MatchEngine;

/// <summary>
/// An index of documents in memory that ranks them against a page-long need and says why. All members may be called from any thread.
/// Readers never wait and see either all of an update or nothing of it; writers wait for each other.
/// </summary>
/// <remarks>
/// The index is a list of immutable segments that is replaced as a whole. Every update makes a small segment; segments of like size are
/// merged when there are eight of them, and one of which a quarter was removed is written anew, all within the writer's call.
/// </remarks>
/// <param name="settings">Constants of the ranking; the tuned defaults when null. The field weights are applied as documents come in.</param>
public sealed class MatchIndex(MatchSettings? settings = null)
{
    private const int MergeFactor = 8;
    private const int LargestBatch = 8192;

    private readonly MatchSettings _settings = settings ?? MatchSettings.Default;
    private readonly Lock _writing = new();
    private volatile LiveSegment[] _segments = [];
    private int _count;

    /// <summary>Number of documents, whatever their tiers.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Adds a document, or replaces the one with the same id.</summary>
    /// <param name="document">The document. It is kept as it is for explanations and must not change afterwards.</param>
    /// <exception cref="ArgumentException">The id is empty, a tier is negative, or a field or its text is null.</exception>
    public void Upsert(MatchDocument document) => Upsert([document]);

    /// <summary>Adds or replaces many documents in one update. Of documents with the same id the last one counts.</summary>
    /// <param name="documents">The documents. They are kept as they are for explanations and must not change afterwards.</param>
    /// <exception cref="ArgumentException">An id is empty, a tier is negative, or a field or its text is null; nothing was added then.</exception>
    public void Upsert(IReadOnlyCollection<MatchDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var latest = new Dictionary<string, MatchDocument>(documents.Count, StringComparer.Ordinal);
        foreach (var document in documents)
        {
            Check(document);
            latest[document.Id] = document;
        }

        lock (_writing)
        {
            var (segments, builder) = (_segments.ToList(), new SegmentBuilder(_settings));
            var removed = latest.Keys.Count(id => TryRemove(segments, id));
            foreach (var document in latest.Values)
            {
                builder.Add(document);
                if (builder.DocumentCount == LargestBatch)
                {
                    segments.Add(new LiveSegment(builder.Build()));
                }
            }

            if (builder.DocumentCount > 0)
            {
                segments.Add(new LiveSegment(builder.Build()));
            }

            Publish(segments, latest.Count - removed);
        }
    }

    /// <summary>Removes a document.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>False when there is no such document.</returns>
    public bool Remove(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        lock (_writing)
        {
            var segments = _segments.ToList();
            if (!TryRemove(segments, id))
            {
                return false;
            }

            Publish(segments, -1);
            return true;
        }
    }

    /// <summary>Ranks the documents that share something with the need, best first.</summary>
    /// <param name="query">The need, and who looks.</param>
    /// <param name="top">At most so many lines, at least 1.</param>
    /// <returns>The best documents by score, those of equal score by id (ordinal), so that the list is the same on every machine.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="top"/> is below 1.</exception>
    public IReadOnlyList<MatchHit> Rank(MatchQuery query, int top)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        return new PreparedQuery(query, _settings, _segments).Rank(top);
    }

    /// <summary>Says what the score of one document is made of.</summary>
    /// <param name="query">The need, and who looks.</param>
    /// <param name="id">The document's id.</param>
    /// <returns>The explanation, or null when there is no such document or the viewer's tier sees nothing of it.</returns>
    public MatchExplanation? Explain(MatchQuery query, string id)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(id);
        var prepared = new PreparedQuery(query, _settings, _segments);
        return prepared.Find(id) is { } place ? Explainer.Explain(prepared, place) : null;
    }

    /// <summary>What the need would score against itself if it were a document of this index: the measure of a full match.</summary>
    /// <remarks>A word of the need that no document uses counts as though one did; an empty need gives 0. A document may score higher, by using the need's words more often than the need does.</remarks>
    /// <param name="query">The need, and who looks.</param>
    public double ScoreOfItself(MatchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new PreparedQuery(query, _settings, _segments).ScoreOfItself(_settings);
    }

    private static void Check(MatchDocument document)
    {
        if (document is null || string.IsNullOrEmpty(document.Id) || document.Fields is null)
        {
            throw new ArgumentException("A document needs an id and a list of fields.", nameof(document));
        }

        if (document.Fields.Any(field => field?.Text is null || field.Tier < 0))
        {
            throw new ArgumentException($"A field of document {document.Id} has no text or a negative tier.", nameof(document));
        }
    }

    private static bool TryRemove(List<LiveSegment> segments, string id)
    {
        for (var i = segments.Count - 1; i >= 0; i--)
        {
            if (segments[i].TryFind(id, out var first, out var end))
            {
                segments[i] = segments[i].Without(first, end);
                return true;
            }
        }

        return false;
    }

    /// <summary>Drops empty segments, rewrites those with many removed ordinals and merges as many of one size as have gathered.</summary>
    private static void Tidy(List<LiveSegment> segments)
    {
        segments.RemoveAll(segment => segment.LiveCount == 0);
        for (var i = 0; i < segments.Count; i++)
        {
            if (segments[i].RemovedCount * 4 > segments[i].Segment.Views.Length)
            {
                segments[i] = new LiveSegment(SegmentBuilder.Merge([segments[i]]));
            }
        }

        while (segments.GroupBy(SizeClass).FirstOrDefault(group => group.Count() >= MergeFactor) is { } group)
        {
            var parts = group.ToList();
            segments.RemoveAll(parts.Contains);
            segments.Add(new LiveSegment(SegmentBuilder.Merge(parts)));
        }
    }

    private static int SizeClass(LiveSegment segment) => int.Log2(segment.LiveCount) / int.Log2(MergeFactor);

    private void Publish(List<LiveSegment> segments, int added)
    {
        Tidy(segments);
        _count += added;
        _segments = [.. segments];
    }
}
