using TechMatch.MatchEngine.Text;

namespace TechMatch.MatchEngine.Scoring;

/// <summary>Takes a score apart and finds its evidence by reading both texts again.</summary>
internal static class Explainer
{
    public static MatchExplanation Explain(PreparedQuery prepared, Place place)
    {
        var needSpans = FindSpans(prepared.Query.Fields, prepared.Query.ViewerTier);
        var documentSpans = FindSpans(place.Document.Fields, prepared.Query.ViewerTier);
        var contributions = new List<MatchContribution>();
        for (var f = 0; f < prepared.Features.Length; f++)
        {
            var feature = prepared.Features[f];
            var amount = prepared.Contribution(f, place);
            if (amount > 0)
            {
                var spans = needSpans[feature.Key];
                var term = prepared.Query.Fields[spans[0].Field].Text.Substring(spans[0].Start, spans[0].Length);
                contributions.Add(new MatchContribution(term, feature.Kind, amount, feature.Weight, spans, documentSpans[feature.Key]));
            }
        }

        contributions.Sort((x, y) => x.Amount != y.Amount ? y.Amount.CompareTo(x.Amount) : string.CompareOrdinal(x.Term, y.Term));
        return new MatchExplanation(
            place.Document.Id,
            contributions.Sum(contribution => contribution.Amount),
            contributions,
            FindBestSentences(prepared.Query, place.Document, contributions));
    }

    private static Dictionary<ulong, List<TextSpan>> FindSpans(IReadOnlyList<MatchField> fields, int viewerTier)
    {
        var sink = new SpanSink([]);
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Tier <= viewerTier)
            {
                sink.Field = i;
                sink.Role = fields[i].Role;
                TextAnalyzer.OfThread.Analyze(fields[i].Text, ref sink);
            }
        }

        return sink.Spans;
    }

    /// <summary>
    /// The pair of sentences whose shared contributions are largest for their lengths: the sum of what they share, each feature split
    /// evenly among the sentences where it occurs, over the fourth root of the product of both lengths in characters. A square root
    /// would prefer the shortest sentences whatever they say.
    /// </summary>
    private static SentencePair? FindBestSentences(MatchQuery query, MatchDocument document, List<MatchContribution> contributions)
    {
        var need = Sentences(query.Fields, query.ViewerTier);
        var other = Sentences(document.Fields, query.ViewerTier);
        var shared = new double[need.Count, other.Count];
        foreach (var contribution in contributions)
        {
            var inNeed = contribution.NeedSpans.Select(span => Locate(need, span)).Distinct().ToList();
            var inDocument = contribution.DocumentSpans.Select(span => Locate(other, span)).Distinct().ToList();
            var share = contribution.Amount / (inNeed.Count * inDocument.Count);
            foreach (var n in inNeed)
            {
                foreach (var d in inDocument)
                {
                    shared[n, d] += share;
                }
            }
        }

        var (best, bestValue) = ((SentencePair?)null, 0.0);
        for (var n = 0; n < need.Count; n++)
        {
            for (var d = 0; d < other.Count; d++)
            {
                var value = shared[n, d] / Math.Pow((double)need[n].Length * other[d].Length, 0.25);
                if (value > bestValue)
                {
                    (best, bestValue) = (new SentencePair(need[n], other[d]), value);
                }
            }
        }

        return best;
    }

    private static List<TextSpan> Sentences(IReadOnlyList<MatchField> fields, int viewerTier) =>
        [.. fields.Index().Where(field => field.Item.Tier <= viewerTier).SelectMany(field => SentenceSplitter.Split(field.Item.Text)
            .Select(sentence => new TextSpan(field.Index, field.Item.Role, sentence.Start, sentence.End - sentence.Start)))];

    /// <summary>The sentence in which a span begins: the last one that does not start after it.</summary>
    private static int Locate(List<TextSpan> sentences, TextSpan span)
    {
        var (low, high) = (0, sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            var sentence = sentences[middle];
            if (sentence.Field < span.Field || (sentence.Field == span.Field && sentence.Start <= span.Start))
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private struct SpanSink(Dictionary<ulong, List<TextSpan>> spans) : IFeatureSink
    {
        public Dictionary<ulong, List<TextSpan>> Spans { get; } = spans;

        public int Field { get; set; }

        public FieldRole Role { get; set; }

        public readonly void Add(FeatureKind kind, ulong key, int start, int end)
        {
            if (!Spans.TryGetValue(key, out var places))
            {
                Spans.Add(key, places = []);
            }

            places.Add(new TextSpan(Field, Role, start, end - start));
        }
    }
}
