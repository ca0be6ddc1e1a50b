namespace TechMatch.MatchEngine.Indexing;

/// <summary>Builds segments, from documents or from older segments.</summary>
internal sealed class SegmentBuilder(MatchSettings settings)
{
    private readonly FeatureCounts _counts = new();
    private readonly KeyTable _features = new();
    private readonly List<Entry> _entries = [];
    private readonly List<DocumentView> _views = [];

    public int DocumentCount { get; private set; }

    public void Add(MatchDocument document)
    {
        var tiers = document.Fields.Select(field => field.Tier).DefaultIfEmpty(0).Distinct().Order().ToArray();
        for (var i = 0; i < tiers.Length; i++)
        {
            _counts.Clear();
            foreach (var field in document.Fields)
            {
                if (field.Tier <= tiers[i])
                {
                    _counts.Add(field.Text, settings.DocumentWeight(field.Role));
                }
            }

            AddView(new DocumentView(document, tiers[i], i + 1 < tiers.Length ? tiers[i + 1] : int.MaxValue, _counts.Length));
        }

        DocumentCount++;
    }

    /// <summary>Makes a segment of what was added and starts anew.</summary>
    public Segment Build()
    {
        var sortedKeys = _features.Keys.ToArray();
        var order = new int[sortedKeys.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(sortedKeys, order);
        var counts = new int[order.Length];
        foreach (var entry in _entries)
        {
            counts[entry.Feature]++;
        }

        // Counting sort: next[f] is where the next posting of feature f goes.
        var starts = new int[order.Length + 1];
        var next = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            next[order[i]] = starts[i];
            starts[i + 1] = starts[i] + counts[order[i]];
        }

        var ordinals = new int[_entries.Count];
        var amounts = new float[_entries.Count];
        foreach (var entry in _entries)
        {
            var place = next[entry.Feature]++;
            ordinals[place] = entry.Ordinal;
            amounts[place] = entry.Amount;
        }

        var segment = new Segment(sortedKeys, starts, ordinals, amounts, [.. _views]);
        _features.Clear();
        _entries.Clear();
        _views.Clear();
        DocumentCount = 0;
        return segment;
    }

    /// <summary>Joins segments without their removed documents.</summary>
    public static Segment Merge(IReadOnlyList<LiveSegment> parts)
    {
        var views = new List<DocumentView>();
        var maps = new int[parts.Count][];
        var postingCount = 0;
        for (var p = 0; p < parts.Count; p++)
        {
            var source = parts[p].Segment.Views;
            maps[p] = new int[source.Length];
            for (var i = 0; i < source.Length; i++)
            {
                maps[p][i] = parts[p].IsRemoved(i) ? -1 : views.Count;
                if (maps[p][i] >= 0)
                {
                    views.Add(source[i]);
                }
            }

            for (var f = 0; f < parts[p].Segment.FeatureCount; f++)
            {
                postingCount += parts[p].Segment.PostingsAt(f).Count;
            }
        }

        return MergePostings(parts, maps, postingCount, [.. views]);
    }

    private static Segment MergePostings(IReadOnlyList<LiveSegment> parts, int[][] maps, int capacity, DocumentView[] views)
    {
        var (keys, starts) = (new List<ulong>(), new List<int> { 0 });
        var (ordinals, amounts, count) = (new int[capacity], new float[capacity], 0);
        var cursors = new int[parts.Count];
        while (TryFindLowest(parts, cursors, out var key))
        {
            for (var p = 0; p < parts.Count; p++)
            {
                var segment = parts[p].Segment;
                if (cursors[p] == segment.FeatureCount || segment.KeyAt(cursors[p]) != key)
                {
                    continue;
                }

                var postings = segment.PostingsAt(cursors[p]++);
                for (var i = 0; i < postings.Count; i++)
                {
                    var ordinal = maps[p][postings.Ordinals.Span[i]];
                    if (ordinal >= 0)
                    {
                        ordinals[count] = ordinal;
                        amounts[count++] = postings.Amounts.Span[i];
                    }
                }
            }

            if (count > starts[^1])
            {
                keys.Add(key);
                starts.Add(count);
            }
        }

        Array.Resize(ref ordinals, count);
        Array.Resize(ref amounts, count);
        return new Segment([.. keys], [.. starts], ordinals, amounts, views);
    }

    private static bool TryFindLowest(IReadOnlyList<LiveSegment> parts, int[] cursors, out ulong key)
    {
        (key, var found) = (ulong.MaxValue, false);
        for (var p = 0; p < parts.Count; p++)
        {
            if (cursors[p] < parts[p].Segment.FeatureCount)
            {
                key = Math.Min(key, parts[p].Segment.KeyAt(cursors[p]));
                found = true;
            }
        }

        return found;
    }

    private void AddView(DocumentView view)
    {
        var keys = _counts.Keys;
        var amounts = _counts.Amounts;
        for (var i = 0; i < keys.Length; i++)
        {
            _entries.Add(new Entry(_features.IndexOf(keys[i]), _views.Count, amounts[i]));
        }

        _views.Add(view);
    }

    private readonly record struct Entry(int Feature, int Ordinal, float Amount);
}
