using System.Globalization;

namespace TechMatch.Shared.Domain;

/// <summary>A text in Chinese, in English or in both, side by side. Never null in both once a rule asks for it.</summary>
/// <param name="Zh">The Chinese text, or null.</param>
/// <param name="En">The English text, or null.</param>
public sealed record LocalizedText(string? Zh, string? En)
{
    /// <summary>No text in either language.</summary>
    public static LocalizedText None => new(null, null);

    /// <summary>True when there is a text in neither language.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Zh) && string.IsNullOrWhiteSpace(En);

    /// <summary>The text for a culture, or the other language's where that one is missing; empty when there is none.</summary>
    /// <param name="culture">The reader's culture; the current UI culture by default.</param>
    public string In(CultureInfo? culture = null)
    {
        var zh = (culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName == "zh";
        var (first, second) = zh ? (Zh, En) : (En, Zh);
        return !string.IsNullOrWhiteSpace(first) ? first : second ?? "";
    }

    /// <summary>Both texts, Chinese first, with a line between: what the matching engine reads.</summary>
    public string Joined => string.Join('\n', new[] { Zh, En }.Where(text => !string.IsNullOrWhiteSpace(text)));

    /// <summary>Trimmed, and null instead of blank.</summary>
    public LocalizedText Clean() => new(Blank(Zh), Blank(En));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
