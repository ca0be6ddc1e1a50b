using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Web;

namespace TechMatch.Shared.Tables;

/// <summary>Something to say about a row.</summary>
/// <param name="Column">The column; empty for the whole row.</param>
/// <param name="Message">What is wrong, in the user's language.</param>
/// <param name="IsWarning">True when the row can be used all the same.</param>
public sealed record RowNote(string Column, string Message, bool IsWarning);

/// <summary>
/// Reads the columns of one row of an imported table as what they stand for. What cannot be read is noted, and reading goes
/// on, so that one pass finds everything that is wrong with a row.
/// </summary>
/// <param name="values">Column → text; a missing column and a blank text mean the same.</param>
/// <param name="texts">The texts of the notes.</param>
public sealed class RowReader(IReadOnlyDictionary<string, string> values, Texts texts)
{
    /// <summary>Amounts above this are taken for slips of the keyboard.</summary>
    public const decimal AmountMax = 999_999_999_999m;

    private const char TenThousand = '\u4e07';
    private const char HundredMillion = '\u4ebf';
    private const char Yuan = '\u5143';

    // Comma, enumeration comma and semicolon of both scripts.
    private static readonly char[] ListSeparators = [',', '\uff0c', '\u3001', ';', '\uff1b', '\n'];
    private static readonly string[] DateFormats = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy\u5e74M\u6708d\u65e5", "yyyy-M-dTHH:mm:ss", "yyyy-M-d HH:mm:ss"];
    private static readonly string[] Yes = ["true", "yes", "y", "1", "\u662f"];
    private static readonly string[] No = ["false", "no", "n", "0", "\u5426"];
    private static readonly string[] Open = ["\u9762\u8bae", "negotiable"];

    private readonly List<RowNote> notes = [];

    /// <summary>Everything found so far.</summary>
    public IReadOnlyList<RowNote> Notes => notes;

    /// <summary>Whether the row cannot be used.</summary>
    public bool IsBroken => notes.Any(note => !note.IsWarning);

    /// <summary>Notes an error.</summary>
    /// <param name="column">The column; empty for the whole row.</param>
    /// <param name="key">The text's key.</param>
    /// <param name="arguments">Values for the places of the text.</param>
    public void Refuse(string column, string key, params ReadOnlySpan<object?> arguments) => notes.Add(new(column, texts[key, arguments], IsWarning: false));

    /// <summary>Notes a warning.</summary>
    /// <param name="column">The column; empty for the whole row.</param>
    /// <param name="key">The text's key.</param>
    /// <param name="arguments">Values for the places of the text.</param>
    public void Warn(string column, string key, params ReadOnlySpan<object?> arguments) => notes.Add(new(column, texts[key, arguments], IsWarning: true));

    /// <summary>The trimmed text; null when there is none.</summary>
    /// <param name="column">The column.</param>
    public string? Raw(string column) => values.TryGetValue(column, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>A text of limited length.</summary>
    /// <param name="column">The column.</param>
    /// <param name="maxLength">The most characters.</param>
    public string? Text(string column, int maxLength) => Limited(column, Raw(column), maxLength);

    /// <summary>A text in both languages, from the columns <c>nameZh</c> and <c>nameEn</c>.</summary>
    /// <param name="column">The column without its ending.</param>
    /// <param name="maxLength">The most characters of each.</param>
    public LocalizedText Localized(string column, int maxLength) => new(Text(column + "Zh", maxLength), Text(column + "En", maxLength));

    /// <summary>
    /// A text in both languages, or one from a column that holds either: the column <c>lang</c> says which; where it does not,
    /// Chinese characters do.
    /// </summary>
    /// <param name="column">The column of both languages, without its ending.</param>
    /// <param name="either">The column that holds either.</param>
    /// <param name="maxLength">The most characters of each.</param>
    public LocalizedText Localized(string column, string either, int maxLength)
    {
        var both = Localized(column, maxLength);
        return Text(either, maxLength) is not { } text ? both : IsChinese(text) ? both with { Zh = both.Zh ?? text } : both with { En = both.En ?? text };
    }

    /// <summary>What the row's own system calls it; without that, a hash of what it says, so that the same row is known again.</summary>
    /// <param name="column">The column.</param>
    /// <param name="maxLength">The most characters.</param>
    /// <param name="content">The columns that say what the row is.</param>
    public string Id(string column, int maxLength, IEnumerable<string> content)
    {
        if (Text(column, maxLength) is { } id) return id[..Math.Min(id.Length, maxLength)];
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', content.Select(Raw)))))[..40];
    }

    /// <summary>A list; entries are separated by commas or semicolons of either script.</summary>
    /// <param name="column">The column.</param>
    /// <param name="maxItems">The most entries.</param>
    /// <param name="maxLength">The most characters of an entry.</param>
    public IReadOnlyList<string> List(string column, int maxItems, int maxLength)
    {
        var items = SplitList(Raw(column));
        if (items.Count > maxItems) Refuse(column, "import.too-many", maxItems);
        if (items.FirstOrDefault(item => item.Length > maxLength) is { } longest) Refuse(column, "import.too-long", maxLength, longest.Length);
        return items;
    }

    /// <summary>A code; an unknown one is left out with a warning.</summary>
    /// <param name="column">The column.</param>
    /// <param name="find">The code that a text stands for: a code or its name; null for none.</param>
    public string? Code(string column, Func<string, string?> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        return Raw(column) is { } text ? Known(column, text, find) : null;
    }

    /// <summary>A list of codes; unknown ones are left out with a warning each.</summary>
    /// <param name="column">The column.</param>
    /// <param name="find">The code that a text stands for: a code or its name; null for none.</param>
    public IReadOnlyList<string> Codes(string column, Func<string, string?> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        return [.. SplitList(Raw(column)).Select(text => Known(column, text, find)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A whole number within bounds.</summary>
    /// <param name="column">The column.</param>
    /// <param name="min">The smallest.</param>
    /// <param name="max">The largest.</param>
    public int? Whole(string column, int min, int max)
    {
        if (Raw(column) is not { } text) return null;
        if (int.TryParse(text.Normalize(NormalizationForm.FormKC), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max) return number;
        Refuse(column, "import.not-between", min, max);
        return null;
    }

    /// <summary>An amount of money, as people write it: <c>1,800,000</c>, in ten thousands or hundred millions, with or without a currency sign, or as negotiable.</summary>
    /// <param name="column">The column.</param>
    /// <returns>The amount in whole units; null when there is none or it is to be negotiated.</returns>
    public decimal? Amount(string column)
    {
        if (Raw(column) is not { } text || IsOpen(column)) return null;
        if (!TryAmount(text, out var amount)) Refuse(column, "import.not-a-number", text);
        else if (amount < 0) Refuse(column, "import.negative");
        else if (amount > AmountMax) Refuse(column, "import.amount-too-large");
        else return amount;
        return null;
    }

    /// <summary>Two amounts, of which the second is not below the first.</summary>
    /// <param name="min">The column of the lower one.</param>
    /// <param name="max">The column of the upper one.</param>
    public (decimal? Min, decimal? Max) Amounts(string min, string max)
    {
        var amounts = (Min: Amount(min), Max: Amount(max));
        if (amounts.Max < amounts.Min) Refuse(max, "import.max-below-min");
        return amounts;
    }

    /// <summary>Whether the column says that the amount is to be negotiated.</summary>
    /// <param name="column">The column.</param>
    public bool IsOpen(string column) => Raw(column) is { } text && Open.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>A day.</summary>
    /// <param name="column">The column.</param>
    public DateOnly? Day(string column)
    {
        if (Raw(column) is not { } text) return null;
        if (DateOnly.TryParseExact(text.Normalize(NormalizationForm.FormKC), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (DateTime.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return DateOnly.FromDateTime(time);
        Refuse(column, "import.not-a-date", text);
        return null;
    }

    /// <summary>Yes or no; what is neither counts as no, with a warning.</summary>
    /// <param name="column">The column.</param>
    public bool Flag(string column)
    {
        if (Raw(column) is not { } text || No.Contains(text, StringComparer.OrdinalIgnoreCase)) return false;
        if (Yes.Contains(text, StringComparer.OrdinalIgnoreCase)) return true;
        Warn(column, "import.not-yes-or-no", text);
        return false;
    }

    /// <summary>Entries of a list as people write it.</summary>
    /// <param name="text">The text; null gives none.</param>
    public static IReadOnlyList<string> SplitList(string? text) => text is null ? []
        : [.. text.Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>The first sentence; where it is too long, cut at a word and marked with an ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxLength">The most characters, the ellipsis among them.</param>
    public static string FirstSentence(string text, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        var flat = string.Join(' ', text.Split(['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
        var end = flat.AsSpan().IndexOfAny("\u3002\uff01\uff1f\uff1b");
        if (flat.IndexOf(". ", StringComparison.Ordinal) is >= 0 and var dot && (end < 0 || dot < end)) end = dot;
        var sentence = end > 0 ? flat[..end] : flat;
        if (sentence.Length <= maxLength) return sentence.TrimEnd('.');
        var space = sentence.LastIndexOf(' ', maxLength - 1);
        var cut = space > maxLength / 2 ? space : maxLength - 1;
        if (char.IsHighSurrogate(sentence[cut - 1])) cut--;
        return sentence[..cut].TrimEnd(' ', ',', ';', ':') + "\u2026";
    }

    private bool IsChinese(string text) => Raw("lang")?.ToLowerInvariant() switch
    {
        "zh" => true,
        "en" => false,
        _ => text.Any(character => character is >= '\u3400' and <= '\u9fff'),
    };

    private string? Known(string column, string text, Func<string, string?> find)
    {
        var code = find(text);
        if (code is null) Warn(column, "import.unknown-code", text);
        return code;
    }

    private string? Limited(string column, string? text, int maxLength)
    {
        if (text?.Length > maxLength) Refuse(column, "import.too-long", maxLength, text.Length);
        return text;
    }

    private static bool TryAmount(string text, out decimal amount)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).TrimStart('\u00a5', '$', '\u20ac').TrimEnd(Yuan);
        var factor = plain.EndsWith(TenThousand) ? 10_000m : plain.EndsWith(HundredMillion) ? 100_000_000m : 1m;
        var number = factor == 1m ? plain : plain[..^1];
        var read = decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out amount);
        // A product beyond a decimal's range would throw; anything of that size is too large anyway.
        amount = Math.Abs(amount) > AmountMax ? amount : Math.Round(amount * factor, 2);
        return read;
    }
}
