namespace TechMatch.MatchEngine;

/// <summary>The part a text plays in a document. It decides how much a word found there counts (see <see cref="MatchSettings"/>).</summary>
public enum FieldRole
{
    /// <summary>Running text. Every word counts once.</summary>
    Body,

    /// <summary>The title: few words, chosen with care.</summary>
    Title,

    /// <summary>Key words, given by the author or by an office; separated by anything that is not a letter.</summary>
    Keywords,
}

/// <summary>One text of a document.</summary>
/// <param name="Role">The part the text plays.</param>
/// <param name="Text">The text as its author wrote it, in any mixture of English and Chinese. Spans of explanations count in its UTF-16 characters.</param>
/// <param name="Tier">Disclosure tier, 0 or more: 0 is seen by everybody; a viewer of tier <c>t</c> sees the fields of tier <c>t</c> and below.</param>
public sealed record MatchField(FieldRole Role, string Text, int Tier = 0);

/// <summary>What is found: a result, a listing, or, for the way back, a need.</summary>
/// <param name="Id">Identity within the index, compared character by character. Not empty.</param>
/// <param name="Fields">The texts. An empty list is allowed: such a document is counted but never found.</param>
public sealed record MatchDocument(string Id, IReadOnlyList<MatchField> Fields);

/// <summary>What is searched with. A query is itself a document: a page of text rather than a few words.</summary>
/// <param name="Fields">The texts of the need. Fields above <paramref name="ViewerTier"/> do not count.</param>
/// <param name="ViewerTier">The disclosure tier of whoever will see the answer. Fields above it, on either side, touch neither score nor order nor evidence.</param>
public sealed record MatchQuery(IReadOnlyList<MatchField> Fields, int ViewerTier = 0)
{
    /// <summary>Makes a query of one text that everybody may see.</summary>
    /// <param name="text">The text of the need.</param>
    /// <returns>A query with a single body field at tier 0.</returns>
    public static MatchQuery FromText(string text) => new([new MatchField(FieldRole.Body, text)]);
}

/// <summary>One line of a ranking.</summary>
/// <param name="Id">Identity of the document.</param>
/// <param name="Score">Above 0, no upper bound; comparable only within one ranking. It is the exact sum of the contributions that <see cref="MatchIndex.Explain"/> lists.</param>
public readonly record struct MatchHit(string Id, double Score);
