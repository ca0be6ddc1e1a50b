namespace TechMatch.MatchEngine;

/// <summary>
/// The constants of the ranking. The defaults are one set for every language and every length of need; they were tuned on the
/// visible evaluation sets together, never on one alone.
/// </summary>
/// <remarks>
/// A document's score is the sum over the need's features of
/// <c>u · idf · f (k1 + 1) / (f + k1 (1 − b + b · length / average length))</c>, where <c>u</c> is the weight of the feature in the
/// need, <c>f</c> its uses in the document weighted by field and <c>idf = ln(1 + (N − n + ½) / (n + ½))</c> for <c>n</c> of <c>N</c>
/// documents. This is BM25F with one length for all fields: Robertson, Zaragoza, Taylor, "Simple BM25 extension to multiple weighted
/// fields", CIKM 2004; Robertson, Zaragoza, "The Probabilistic Relevance Framework", 2009. Uses in the need are not saturated.
/// </remarks>
public sealed record MatchSettings
{
    /// <summary>The tuned defaults.</summary>
    public static MatchSettings Default { get; } = new();

    /// <summary>A need with at most this many words (or characters, in Chinese) is short.</summary>
    public int ShortNeedLength { get; init; } = 16;

    /// <summary>Saturation k1 for short needs: 0 counts only whether a word is there, larger values reward repetition longer.</summary>
    public float ShortNeedSaturation { get; init; } = 1.2f;

    /// <summary>Length normalisation b for short needs, from 0 (none) to 1 (full).</summary>
    public float ShortNeedLengthNorm { get; init; } = 0.75f;

    /// <summary>Saturation k1 for needs that are not short.</summary>
    public float LongNeedSaturation { get; init; } = 2;

    /// <summary>Length normalisation b for needs that are not short, from 0 to 1.</summary>
    public float LongNeedLengthNorm { get; init; } = 0.95f;

    /// <summary>How many times a word in a document's title counts.</summary>
    public float DocumentTitleWeight { get; init; } = 3;

    /// <summary>How many times a word among a document's key words counts.</summary>
    public float DocumentKeywordsWeight { get; init; } = 1;

    /// <summary>How many times a word in the need's title counts.</summary>
    public float NeedTitleWeight { get; init; } = 4;

    /// <summary>How many times a word among the need's key words counts.</summary>
    public float NeedKeywordsWeight { get; init; } = 1;

    /// <summary>How many times a word in the first sentence of a need's body counts: authors open with what they want.</summary>
    public float NeedLeadWeight { get; init; } = 1.75f;

    /// <summary>Weight of an adjacent pair of words, against 1 for a word.</summary>
    public float AdjacentPairWeight { get; init; } = 0.3f;

    /// <summary>Weight of a compound (part number, hyphenated word, number with unit), against 1 for a word; its parts count besides.</summary>
    public float CompoundWeight { get; init; } = 0.4f;

    /// <summary>Weight of a single character of a script without spaces, against 1 for a bigram.</summary>
    public float CharacterWeight { get; init; } = 0.4f;

    internal float DocumentWeight(FieldRole role) => role switch
    {
        FieldRole.Title => DocumentTitleWeight,
        FieldRole.Keywords => DocumentKeywordsWeight,
        _ => 1,
    };

    internal float NeedWeight(FieldRole role) => role switch
    {
        FieldRole.Title => NeedTitleWeight,
        FieldRole.Keywords => NeedKeywordsWeight,
        _ => 1,
    };

    internal float KindWeight(FeatureKind kind) => kind switch
    {
        FeatureKind.AdjacentPair => AdjacentPairWeight,
        FeatureKind.Compound => CompoundWeight,
        FeatureKind.Character => CharacterWeight,
        _ => 1,
    };
}
