using TechMatch.MatchEngine;

namespace TechMatch.Matching.Domain;

/// <summary>A stretch of a text.</summary>
internal readonly record struct Stretch(int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>Words of the asking text that stand together and were met, with their share of the engine's score.</summary>
/// <param name="Text">As the asking text first writes them.</param>
/// <param name="Amount">Their share.</param>
internal sealed record Phrase(string Text, double Amount);

/// <summary>Makes readable evidence of the engine's contributions: whole phrases instead of pairs of characters, and the places to mark.</summary>
internal static class Evidence
{
    /// <summary>A contribution below this part of the largest is not marked: common words would drown the telling ones.</summary>
    private const double Telling = 0.05;

    /// <summary>
    /// The met phrases, largest share first. Overlapping contributions make one phrase; each contribution is split evenly among
    /// its places in the asking text, so that the phrases' shares add up to the score as the contributions do.
    /// </summary>
    /// <param name="contributions">The engine's contributions.</param>
    /// <param name="asking">The asking side's fields.</param>
    public static IReadOnlyList<Phrase> Phrases(IReadOnlyList<MatchContribution> contributions, IReadOnlyList<MatchField> asking)
    {
        var runs = contributions.Where(contribution => contribution.Kind is not FeatureKind.Character).SelectMany(contribution => contribution.NeedSpans)
            .GroupBy(span => span.Field).ToDictionary(group => group.Key, group => Join(group));
        var phrases = new Dictionary<string, (string Text, double Amount)>(StringComparer.OrdinalIgnoreCase);
        foreach (var contribution in contributions)
        {
            var share = contribution.Amount / contribution.NeedSpans.Count;
            foreach (var span in contribution.NeedSpans)
            {
                var run = Around(runs.GetValueOrDefault(span.Field) ?? [], span);
                var text = asking[span.Field].Text.Substring(run.Start, run.Length);
                phrases[text] = phrases.TryGetValue(text, out var known) ? (known.Text, known.Amount + share) : (text, share);
            }
        }
        return [.. phrases.Values.Select(phrase => new Phrase(phrase.Text, phrase.Amount)).OrderByDescending(phrase => phrase.Amount).ThenBy(phrase => phrase.Text, StringComparer.Ordinal)];
    }

    /// <summary>The places to mark in one field of the asking text.</summary>
    public static IReadOnlyList<Stretch> MarksInNeed(IReadOnlyList<MatchContribution> contributions, int field) => Marks(contributions, field, contribution => contribution.NeedSpans);

    /// <summary>The places to mark in one field of the text that was found.</summary>
    public static IReadOnlyList<Stretch> MarksInDocument(IReadOnlyList<MatchContribution> contributions, int field) => Marks(contributions, field, contribution => contribution.DocumentSpans);

    /// <summary>Overlapping and touching stretches become one; the result is in order.</summary>
    public static IReadOnlyList<Stretch> Union(params IEnumerable<IEnumerable<Stretch>> stretches)
    {
        var joined = new List<Stretch>();
        foreach (var stretch in stretches.SelectMany(several => several).OrderBy(stretch => stretch.Start))
        {
            if (joined.Count > 0 && stretch.Start <= joined[^1].End)
                joined[^1] = joined[^1] with { Length = Math.Max(joined[^1].End, stretch.End) - joined[^1].Start };
            else
                joined.Add(stretch);
        }
        return joined;
    }

    private static IReadOnlyList<Stretch> Join(IEnumerable<TextSpan> spans) => Union(spans.Select(span => new Stretch(span.Start, span.Length)));

    private static IReadOnlyList<Stretch> Marks(IReadOnlyList<MatchContribution> contributions, int field, Func<MatchContribution, IReadOnlyList<TextSpan>> spans)
    {
        var least = contributions.Count == 0 ? 0 : contributions.Max(contribution => contribution.Amount) * Telling;
        return Join(contributions.Where(contribution => contribution.Kind is not FeatureKind.Character && contribution.Amount >= least)
            .SelectMany(spans).Where(span => span.Field == field));
    }

    private static Stretch Around(IReadOnlyList<Stretch> runs, TextSpan span)
    {
        foreach (var run in runs)
            if (run.Start <= span.Start && span.Start + span.Length <= run.End) return run;
        return new(span.Start, span.Length);
    }
}
