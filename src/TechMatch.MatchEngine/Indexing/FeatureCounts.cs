using TechMatch.MatchEngine.Text;

namespace TechMatch.MatchEngine.Indexing;

/// <summary>The weighted uses of each feature in one document or need.</summary>
internal sealed class FeatureCounts
{
    private readonly KeyTable _table = new();
    private float[] _amounts = new float[1024];
    private FeatureKind[] _kinds = new FeatureKind[1024];

    public int Count => _table.Count;

    public ReadOnlySpan<ulong> Keys => _table.Keys;

    public ReadOnlySpan<float> Amounts => _amounts.AsSpan(0, _table.Count);

    /// <summary>The kind under which each feature was first seen.</summary>
    public ReadOnlySpan<FeatureKind> Kinds => _kinds.AsSpan(0, _table.Count);

    /// <summary>Words and characters, weighted by field; compounds, bigrams and pairs overlap them and do not count.</summary>
    public float Length { get; private set; }

    /// <summary>Words and characters, each once.</summary>
    public int Words { get; private set; }

    public void Clear()
    {
        _table.Clear();
        Length = 0;
        Words = 0;
    }

    /// <summary>Adds a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fieldWeight">What one use in this text counts.</param>
    /// <param name="leadEnd">Uses that start before this character count differently.</param>
    /// <param name="leadWeight">What one of those counts.</param>
    public void Add(string text, float fieldWeight, int leadEnd = 0, float leadWeight = 0)
    {
        var sink = new Sink(this, fieldWeight, leadEnd, leadWeight);
        TextAnalyzer.OfThread.Analyze(text, ref sink);
    }

    private void Add(FeatureKind kind, ulong key, float fieldWeight)
    {
        var before = _table.Count;
        var index = _table.IndexOf(key);
        if (index == _amounts.Length)
        {
            Array.Resize(ref _amounts, index * 2);
            Array.Resize(ref _kinds, index * 2);
        }

        if (index == before)
        {
            _amounts[index] = 0;
            _kinds[index] = kind;
        }

        _amounts[index] += fieldWeight;
        if (kind is FeatureKind.Word or FeatureKind.Character)
        {
            Length += fieldWeight;
            Words++;
        }
    }

    private readonly struct Sink(FeatureCounts counts, float fieldWeight, int leadEnd, float leadWeight) : IFeatureSink
    {
        public void Add(FeatureKind kind, ulong key, int start, int end) => counts.Add(kind, key, start < leadEnd ? leadWeight : fieldWeight);
    }
}
