using CsCheck;
using TechMatch.MatchEngine;

namespace TechMatch.UnitTests.MatchEngine;

/// <summary>Random documents of invented words that neither stem nor stop, and their ranking written out plainly.</summary>
internal static class Corpus
{
    public const string Seed = "0N0XIzNsQ0O2";

    private static readonly Gen<string> Words = Gen.Int[1, 40].Select(number => $"w{number * number / 40}x");

    public static Gen<string> Text(int shortest, int longest) => Words.Array[shortest, longest].Select(words => string.Join(' ', words));

    public static Gen<MatchDocument> Document(int ids, int highestTier = 0) =>
        Gen.Select(Gen.Int[1, ids], Text(0, 4), Text(0, 30), Gen.Int[0, highestTier], Gen.Int[0, highestTier]).Select((id, title, body, titleTier, bodyTier) =>
            new MatchDocument($"d{id}", [new MatchField(FieldRole.Title, title, titleTier), new MatchField(FieldRole.Body, body, bodyTier)]));

    public static MatchDocument Body(string id, string text, int tier = 0) => new(id, [new MatchField(FieldRole.Body, text, tier)]);

    /// <summary>BM25F as <see cref="MatchSettings"/> states it, by the book: every document, every feature, in double precision.</summary>
    public static Dictionary<string, double> Score(MatchQuery query, IEnumerable<MatchDocument> documents, MatchSettings settings)
    {
        var need = Count(query.Fields, query.ViewerTier, role => role == FieldRole.Title ? settings.NeedTitleWeight : settings.NeedLeadWeight);
        var seen = documents.Where(document => document.Fields.Any(field => field.Tier <= query.ViewerTier)).ToDictionary(
            document => document.Id,
            document => Count(document.Fields, query.ViewerTier, role => role == FieldRole.Title ? settings.DocumentTitleWeight : 1));
        var isShort = query.Fields.Where(field => field.Tier <= query.ViewerTier).Sum(field => Split(field.Text).Length) <= settings.ShortNeedLength;
        double k1 = isShort ? settings.ShortNeedSaturation : settings.LongNeedSaturation;
        double b = isShort ? settings.ShortNeedLengthNorm : settings.LongNeedLengthNorm;
        var lengths = seen.ToDictionary(pair => pair.Key, pair => pair.Value.Where(use => !use.Key.Contains(' ', StringComparison.Ordinal)).Sum(use => use.Value));
        var average = lengths.Values.DefaultIfEmpty(0).Average();
        var scores = new Dictionary<string, double>();
        foreach (var (feature, uses) in need)
        {
            var found = seen.Values.Count(counts => counts.ContainsKey(feature));
            var idf = Math.Log(1 + ((seen.Count - found + 0.5) / (found + 0.5)));
            var weight = uses * idf * (feature.Contains(' ', StringComparison.Ordinal) ? settings.AdjacentPairWeight : 1);
            foreach (var (id, counts) in seen.Where(pair => pair.Value.ContainsKey(feature)))
            {
                var frequency = counts[feature];
                var share = frequency * (k1 + 1) / (frequency + (k1 * (1 - b + (b * lengths[id] / average))));
                scores[id] = scores.GetValueOrDefault(id) + (weight * share);
            }
        }

        return scores;
    }

    private static Dictionary<string, double> Count(IEnumerable<MatchField> fields, int viewerTier, Func<FieldRole, double> weight)
    {
        var counts = new Dictionary<string, double>();
        foreach (var field in fields.Where(field => field.Tier <= viewerTier))
        {
            var words = Split(field.Text);
            foreach (var feature in words.Concat(words.Zip(words.Skip(1), (first, second) => $"{first} {second}")))
            {
                counts[feature] = counts.GetValueOrDefault(feature) + weight(field.Role);
            }
        }

        return counts;
    }

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
