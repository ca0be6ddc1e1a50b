namespace TechMatch.MatchEngine;

/// <summary>What kind of evidence a contribution rests on.</summary>
public enum FeatureKind
{
    /// <summary>A word, reduced to its stem when it is English.</summary>
    Word,

    /// <summary>Several pieces that belong together: a part number, a hyphenated word, a number with its unit.</summary>
    Compound,

    /// <summary>Two neighbouring characters of a script that is written without spaces.</summary>
    Bigram,

    /// <summary>One character of a script that is written without spaces. It counts less than a word.</summary>
    Character,

    /// <summary>Two neighbouring words of one sentence, stop words left out, in the same order on both sides. It counts on top of its parts.</summary>
    AdjacentPair,
}

/// <summary>A stretch of one field's original text.</summary>
/// <param name="Field">Position of the field in <see cref="MatchQuery.Fields"/> or <see cref="MatchDocument.Fields"/>.</param>
/// <param name="Role">Role of that field.</param>
/// <param name="Start">First UTF-16 character in the field's text as it was handed in.</param>
/// <param name="Length">Number of UTF-16 characters, at least 1.</param>
public readonly record struct TextSpan(int Field, FieldRole Role, int Start, int Length);

/// <summary>The share of the score that one word or pair brings.</summary>
/// <param name="Term">The word or pair as the need first writes it.</param>
/// <param name="Kind">The kind of evidence.</param>
/// <param name="Amount">The share of the score, above 0.</param>
/// <param name="Weight">How much the need asks for it: uses in the need by field and kind, times rarity in the index (inverse document frequency). It does not depend on the document.</param>
/// <param name="NeedSpans">Every place in the need, in order of field and start.</param>
/// <param name="DocumentSpans">Every place in the document, in order of field and start.</param>
public sealed record MatchContribution(
    string Term,
    FeatureKind Kind,
    double Amount,
    double Weight,
    IReadOnlyList<TextSpan> NeedSpans,
    IReadOnlyList<TextSpan> DocumentSpans);

/// <summary>The sentence of the need and the sentence of the document that have most in common.</summary>
/// <param name="Need">The sentence in the need.</param>
/// <param name="Document">The sentence in the document.</param>
public readonly record struct SentencePair(TextSpan Need, TextSpan Document);

/// <summary>Why a document stands where it stands in a ranking.</summary>
/// <param name="Id">Identity of the document.</param>
/// <param name="Score">The score of the ranking, 0 when nothing is shared.</param>
/// <param name="Contributions">Largest first. Their amounts add up to <paramref name="Score"/> exactly, in any order: all of them are multiples of one power of two.</param>
/// <param name="BestSentences">The best matching pair of sentences, or null when nothing is shared.</param>
public sealed record MatchExplanation(
    string Id,
    double Score,
    IReadOnlyList<MatchContribution> Contributions,
    SentencePair? BestSentences);
