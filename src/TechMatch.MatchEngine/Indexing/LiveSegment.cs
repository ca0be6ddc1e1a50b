using System.Collections.Concurrent;

namespace TechMatch.MatchEngine.Indexing;

/// <summary>A segment and which of its ordinals were removed since. Immutable: a removal makes a new one.</summary>
internal sealed class LiveSegment
{
    private readonly ulong[]? _removed;
    private readonly ConcurrentDictionary<int, SegmentAudience> _audiences = new();

    public LiveSegment(Segment segment)
        : this(segment, null, 0)
    {
    }

    private LiveSegment(Segment segment, ulong[]? removed, int removedCount)
    {
        Segment = segment;
        _removed = removed;
        RemovedCount = removedCount;
    }

    public Segment Segment { get; }

    public int RemovedCount { get; }

    public int LiveCount => Segment.Views.Length - RemovedCount;

    public bool IsRemoved(int ordinal) => _removed is not null && (_removed[ordinal >> 6] >> (ordinal & 63) & 1) != 0;

    /// <summary>True when the segment holds the document and it was not removed.</summary>
    public bool TryFind(string id, out int first, out int end)
    {
        (first, end) = Segment.OrdinalsOf(id);
        return end > first && !IsRemoved(first);
    }

    /// <summary>A copy without these ordinals, none of which was removed before.</summary>
    public LiveSegment Without(int first, int end)
    {
        var removed = _removed is null ? new ulong[(Segment.Views.Length + 63) >> 6] : (ulong[])_removed.Clone();
        for (var i = first; i < end; i++)
        {
            removed[i >> 6] |= 1UL << (i & 63);
        }

        return new LiveSegment(Segment, removed, RemovedCount + end - first);
    }

    /// <summary>What viewers of a tier see of the segment; computed once for each tier.</summary>
    public SegmentAudience SeenBy(int viewerTier) =>
        _audiences.GetOrAdd(Math.Clamp(viewerTier, -1, Segment.HighestTier), static (tier, live) => live.Look(tier), this);

    private SegmentAudience Look(int viewerTier)
    {
        var views = Segment.Views;
        var visible = new bool[views.Length];
        var (count, length) = (0, 0.0);
        for (var i = 0; i < views.Length; i++)
        {
            visible[i] = !IsRemoved(i) && views[i].IsSeenBy(viewerTier);
            if (visible[i])
            {
                count++;
                length += views[i].Length;
            }
        }

        return new SegmentAudience(count == views.Length ? null : visible, count, length);
    }
}

/// <summary>What viewers of one tier see of a segment.</summary>
/// <param name="Visible">For each ordinal whether it is seen; null when all are.</param>
/// <param name="Count">Number of ordinals seen, which is the number of documents.</param>
/// <param name="Length">Sum of their lengths.</param>
internal sealed record SegmentAudience(bool[]? Visible, int Count, double Length)
{
    public bool Sees(int ordinal) => Visible is null || Visible[ordinal];

    public int CountSeen(Postings postings)
    {
        if (Visible is null)
        {
            return postings.Count;
        }

        var count = 0;
        foreach (var ordinal in postings.Ordinals.Span)
        {
            count += Visible[ordinal] ? 1 : 0;
        }

        return count;
    }
}
