using System.Buffers;
using TechMatch.MatchEngine.Indexing;
using TechMatch.MatchEngine.Text;

namespace TechMatch.MatchEngine.Scoring;

/// <summary>A need against one state of the index: which features it asks for, where they are, and what each is worth to this viewer.</summary>
/// <remarks>
/// Contributions are rounded to multiples of a power of two and added as whole numbers, so a score does not depend on the order of
/// addition, and an explanation can add up exactly. The unit is 2⁻¹⁶, larger for needs so long that the sum might not fit 31 bits.
/// </remarks>
internal sealed class PreparedQuery
{
    private const float FinestScale = 1 << 16;
    private const float LargestSum = 1 << 30;

    [ThreadStatic]
    private static FeatureCounts? _countsOfThread;

    private readonly LiveSegment[] _segments;
    private readonly SegmentAudience[] _audiences;
    private readonly QueryFeature[] _features;
    private readonly Postings[] _postings;
    private readonly float _scale;
    private readonly float _normBase;
    private readonly float _normPerWord;

    public PreparedQuery(MatchQuery query, MatchSettings settings, LiveSegment[] segments)
    {
        Query = query;
        _segments = segments;
        _audiences = Array.ConvertAll(segments, segment => segment.SeenBy(query.ViewerTier));
        var documents = _audiences.Sum(audience => audience.Count);
        var length = _audiences.Sum(audience => audience.Length);

        var counts = Count(query, settings);
        var isShort = counts.Words <= settings.ShortNeedLength;
        var k1 = isShort ? settings.ShortNeedSaturation : settings.LongNeedSaturation;
        var b = isShort ? settings.ShortNeedLengthNorm : settings.LongNeedLengthNorm;
        _normBase = k1 * (1 - b);
        _normPerWord = length > 0 ? (float)(k1 * b * documents / length) : 0;

        _features = new QueryFeature[counts.Count];
        _postings = new Postings[counts.Count * segments.Length];
        var total = 0.0;
        for (var f = 0; f < _features.Length; f++)
        {
            var found = Locate(counts.Keys[f], f);
            var rarity = Rarity(documents, found);
            var weight = counts.Amounts[f] * settings.KindWeight(counts.Kinds[f]) * rarity;
            _features[f] = new QueryFeature(counts.Keys[f], counts.Kinds[f], weight, (float)(weight * (k1 + 1)));
            total += found > 0 ? _features[f].Ceiling : 0;
        }

        for (_scale = FinestScale; _scale * total > LargestSum; _scale /= 2)
        {
        }
    }

    public MatchQuery Query { get; }

    public ReadOnlySpan<QueryFeature> Features => _features;

    /// <summary>The best documents, in order of score and then id.</summary>
    public IReadOnlyList<MatchHit> Rank(int top)
    {
        var best = new TopHits(Math.Min(top, _audiences.Sum(audience => audience.Count)));
        for (var s = 0; s < _segments.Length; s++)
        {
            if (_audiences[s].Count > 0)
            {
                Rank(s, best);
            }
        }

        return best.ToList(_scale);
    }

    /// <summary>Where this viewer finds a document, or null.</summary>
    public Place? Find(string id)
    {
        for (var s = 0; s < _segments.Length; s++)
        {
            if (_segments[s].TryFind(id, out var first, out var end))
            {
                for (var ordinal = first; ordinal < end; ordinal++)
                {
                    if (_audiences[s].Sees(ordinal))
                    {
                        return new Place(s, ordinal, _segments[s].Segment.Views[ordinal].Document);
                    }
                }
            }
        }

        return null;
    }

    /// <summary>What a feature adds to the score of a document.</summary>
    public double Contribution(int feature, Place place)
    {
        var amount = _postings[(feature * _segments.Length) + place.Segment].AmountAt(place.Ordinal);
        var norm = Norm(_segments[place.Segment].Segment.Lengths[place.Ordinal]);
        return Units(_features[feature].Ceiling * _scale, amount, norm) / (double)_scale;
    }

    /// <summary>What the need would score as a document of this index. A word that no document uses counts as though one did.</summary>
    public double ScoreOfItself(MatchSettings settings)
    {
        // The same texts in the same order give the same features in the same order.
        var counts = _countsOfThread!;
        counts.Clear();
        foreach (var field in Query.Fields)
        {
            if (field.Tier <= Query.ViewerTier)
            {
                counts.Add(field.Text, settings.DocumentWeight(field.Role));
            }
        }

        var documents = Math.Max(1, _audiences.Sum(audience => audience.Count));
        var unused = Rarity(documents, 1) / Rarity(documents, 0);
        var (norm, sum) = (Norm(counts.Length), 0.0);
        for (var f = 0; f < _features.Length; f++)
        {
            var amount = counts.Amounts[f];
            sum += _features[f].Ceiling * amount / (amount + norm) * (IsUsed(f) ? 1 : unused);
        }

        return sum;
    }

    private bool IsUsed(int feature)
    {
        for (var s = 0; s < _segments.Length; s++)
        {
            if (_postings[(feature * _segments.Length) + s].Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static double Rarity(int documents, int found) => Math.Log(1 + ((documents - found + 0.5) / (found + 0.5)));

    private static FeatureCounts Count(MatchQuery query, MatchSettings settings)
    {
        var counts = _countsOfThread ??= new FeatureCounts();
        counts.Clear();
        foreach (var field in query.Fields)
        {
            if (field.Tier <= query.ViewerTier)
            {
                var weight = settings.NeedWeight(field.Role);
                var leadEnd = field.Role == FieldRole.Body ? SentenceSplitter.FirstEnd(field.Text) : 0;
                counts.Add(field.Text, weight, leadEnd, weight * settings.NeedLeadWeight);
            }
        }

        return counts;
    }

    /// <summary>Finds the postings of a feature in every segment.</summary>
    /// <returns>The number of documents that have it and that the viewer sees so.</returns>
    private int Locate(ulong key, int feature)
    {
        var found = 0;
        for (var s = 0; s < _segments.Length; s++)
        {
            var postings = _segments[s].Segment.Find(key);
            _postings[(feature * _segments.Length) + s] = postings;
            found += _audiences[s].CountSeen(postings);
        }

        return found;
    }

    private float Norm(float length) => _normBase + (_normPerWord * length);

    private static int Units(float ceiling, float amount, float norm) => (int)((ceiling * amount / (amount + norm)) + 0.5f);

    private void Rank(int segment, TopHits best)
    {
        var lengths = _segments[segment].Segment.Lengths;
        var sums = ArrayPool<int>.Shared.Rent(lengths.Length);
        var norms = ArrayPool<float>.Shared.Rent(lengths.Length);
        Array.Clear(sums, 0, lengths.Length);
        for (var i = 0; i < lengths.Length; i++)
        {
            norms[i] = Norm(lengths[i]);
        }

        for (var f = 0; f < _features.Length; f++)
        {
            var postings = _postings[(f * _segments.Length) + segment];
            AddUp(postings.Ordinals.Span, postings.Amounts.Span, _features[f].Ceiling * _scale, norms, sums);
        }

        Collect(segment, sums.AsSpan(0, lengths.Length), best);
        ArrayPool<int>.Shared.Return(sums);
        ArrayPool<float>.Shared.Return(norms);
    }

    private static void AddUp(ReadOnlySpan<int> ordinals, ReadOnlySpan<float> amounts, float ceiling, float[] norms, int[] sums)
    {
        amounts = amounts[..ordinals.Length];
        for (var i = 0; i < ordinals.Length; i++)
        {
            var ordinal = ordinals[i];
            sums[ordinal] += Units(ceiling, amounts[i], norms[ordinal]);
        }
    }

    private void Collect(int segment, ReadOnlySpan<int> sums, TopHits best)
    {
        var (audience, views) = (_audiences[segment], _segments[segment].Segment.Views);
        for (var i = 0; i < sums.Length; i++)
        {
            if (sums[i] >= best.Threshold && audience.Sees(i))
            {
                best.Offer(sums[i], views[i].Document.Id);
            }
        }
    }
}

/// <summary>A feature that a need asks for.</summary>
/// <param name="Key">Its number.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Weight">Uses in the need by field and kind, times rarity.</param>
/// <param name="Ceiling">What it would add if a document consisted of nothing else.</param>
internal readonly record struct QueryFeature(ulong Key, FeatureKind Kind, double Weight, float Ceiling);

/// <summary>Where a document is in the state of the index that a query was prepared for.</summary>
internal readonly record struct Place(int Segment, int Ordinal, MatchDocument Document);
