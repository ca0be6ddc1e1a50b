using System.Globalization;

namespace TechMatch.MatchEngine.Evaluation;

/// <summary>The format in which TREC, the Text Retrieval Conference, exchanges rankings: <c>demand Q0 result rank score tag</c>, parted by blanks.</summary>
public static class TrecRun
{
    /// <summary>Writes rankings, a line a hit, ranks from 1, scores so that they read back as the same number.</summary>
    /// <param name="writer">Where to; lines end with a line feed.</param>
    /// <param name="rankings">For each demand its hits, best first.</param>
    /// <param name="tag">Name of the run, without blanks.</param>
    /// <exception cref="ArgumentException">An id or the tag is empty or holds a blank, which the format cannot carry.</exception>
    public static void Write(TextWriter writer, IEnumerable<KeyValuePair<string, IReadOnlyList<MatchHit>>> rankings, string tag)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(rankings);
        RequireWord(tag);
        foreach (var (demand, hits) in rankings)
        {
            RequireWord(demand);
            for (var i = 0; i < hits.Count; i++)
            {
                RequireWord(hits[i].Id);
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{demand} Q0 {hits[i].Id} {i + 1} {hits[i].Score:R} {tag}\n"));
            }
        }
    }

    private static void RequireWord(string text)
    {
        if (string.IsNullOrEmpty(text) || text.Any(char.IsWhiteSpace))
        {
            throw new ArgumentException($"\"{text}\" cannot stand in a run: it is empty or holds a blank.", nameof(text));
        }
    }
}
