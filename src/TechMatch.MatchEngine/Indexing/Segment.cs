namespace TechMatch.MatchEngine.Indexing;

/// <summary>
/// An immutable piece of the inverted index. Each document takes one ordinal for every set of fields that some viewer sees: a
/// document with fields of tiers 0 and 2 has one for viewers of tiers 0 and 1 and another for viewers of tier 2 and above.
/// </summary>
internal sealed class Segment
{
    private readonly ulong[] _keys;
    private readonly int[] _starts;
    private readonly int[] _ordinals;
    private readonly float[] _amounts;
    private readonly Dictionary<string, int> _firstOrdinals;
    private readonly int[] _directory;
    private readonly int _directoryShift;

    /// <param name="keys">Features, ascending.</param>
    /// <param name="starts">For each feature the start of its postings, and one end.</param>
    /// <param name="ordinals">Postings: ordinals, ascending within a feature.</param>
    /// <param name="amounts">Postings: uses weighted by field.</param>
    /// <param name="views">What each ordinal stands for; the ordinals of one document follow each other by tier.</param>
    public Segment(ulong[] keys, int[] starts, int[] ordinals, float[] amounts, DocumentView[] views)
    {
        _keys = keys;
        _starts = starts;
        _ordinals = ordinals;
        _amounts = amounts;
        Views = views;
        Lengths = Array.ConvertAll(views, view => view.Length);
        HighestTier = views.Length == 0 ? 0 : views.Max(view => view.FromTier);
        _firstOrdinals = new Dictionary<string, int>(views.Length, StringComparer.Ordinal);
        for (var i = 0; i < views.Length; i++)
        {
            _firstOrdinals.TryAdd(views[i].Document.Id, i);
        }

        (_directory, _directoryShift) = BuildDirectory(keys);
    }

    public DocumentView[] Views { get; }

    /// <summary>Length of each ordinal in words weighted by field.</summary>
    public float[] Lengths { get; }

    /// <summary>Above this tier a viewer sees no more than at it.</summary>
    public int HighestTier { get; }

    public int FeatureCount => _keys.Length;

    public ulong KeyAt(int feature) => _keys[feature];

    public Postings PostingsAt(int feature) => Slice(_starts[feature], _starts[feature + 1]);

    /// <summary>The ordinals of a document, or an empty range.</summary>
    public (int First, int End) OrdinalsOf(string id)
    {
        if (!_firstOrdinals.TryGetValue(id, out var first))
        {
            return (0, 0);
        }

        var end = first + 1;
        while (end < Views.Length && ReferenceEquals(Views[end].Document, Views[first].Document))
        {
            end++;
        }

        return (first, end);
    }

    /// <summary>Finds the postings of a feature; none when the segment lacks it.</summary>
    public Postings Find(ulong key)
    {
        // The keys are evenly spread, so the directory by their leading bits leaves a handful to look at.
        var bucket = (int)(key >> _directoryShift);
        for (var i = _directory[bucket]; i < _directory[bucket + 1]; i++)
        {
            if (_keys[i] == key)
            {
                return PostingsAt(i);
            }
        }

        return default;
    }

    private Postings Slice(int start, int end) => new(_ordinals.AsMemory(start, end - start), _amounts.AsMemory(start, end - start));

    private static (int[] Directory, int Shift) BuildDirectory(ulong[] keys)
    {
        var bits = Math.Clamp(int.Log2(keys.Length + 1) - 1, 1, 24);
        var shift = 64 - bits;
        var directory = new int[(1 << bits) + 1];
        foreach (var key in keys)
        {
            directory[(int)(key >> shift) + 1]++;
        }

        for (var i = 1; i < directory.Length; i++)
        {
            directory[i] += directory[i - 1];
        }

        return (directory, shift);
    }
}

/// <summary>What an ordinal stands for.</summary>
/// <param name="Document">The document, with all its fields.</param>
/// <param name="FromTier">The lowest tier of viewers who see the document so.</param>
/// <param name="UntilTier">The first tier of viewers who see more.</param>
/// <param name="Length">Words of the fields up to <paramref name="FromTier"/>, weighted by field.</param>
internal readonly record struct DocumentView(MatchDocument Document, int FromTier, int UntilTier, float Length)
{
    public bool IsSeenBy(int viewerTier) => FromTier <= viewerTier && viewerTier < UntilTier;
}

/// <summary>Where a feature is used: ordinals, ascending, and weighted uses.</summary>
internal readonly record struct Postings(ReadOnlyMemory<int> Ordinals, ReadOnlyMemory<float> Amounts)
{
    public int Count => Ordinals.Length;

    public float AmountAt(int ordinal)
    {
        var index = Ordinals.Span.BinarySearch(ordinal);
        return index < 0 ? 0 : Amounts.Span[index];
    }
}
