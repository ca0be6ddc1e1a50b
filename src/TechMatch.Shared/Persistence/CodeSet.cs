namespace TechMatch.Shared.Persistence;

/// <summary>
/// Several codes in one short text, <c>|a|b|</c>: every database product can filter and group by it and index it, which none
/// can do alike with a list. A code has no <c>|</c> in it.
/// </summary>
public static class CodeSet
{
    /// <summary>How long the text may become.</summary>
    public const int MaxLength = 400;

    /// <summary>The text of some codes; empty for none.</summary>
    /// <param name="codes">The codes; repeated ones count once.</param>
    public static string Write(IEnumerable<string> codes)
    {
        var joined = string.Join('|', codes.Distinct(StringComparer.Ordinal));
        return joined.Length == 0 ? "" : $"|{joined}|";
    }

    /// <summary>The codes of a text.</summary>
    /// <param name="text">What <see cref="Write"/> made.</param>
    public static IReadOnlyList<string> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('|', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>What a text must contain to hold the code: for filters that the database evaluates.</summary>
    /// <param name="code">The code.</param>
    public static string Mark(string code) => $"|{code}|";
}
