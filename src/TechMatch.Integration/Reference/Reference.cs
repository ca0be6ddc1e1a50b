using TechMatch.Shared.Domain;

namespace TechMatch.Integration.Reference;

/// <summary>One code of a list.</summary>
/// <param name="Value">The code.</param>
/// <param name="Zh">Its Chinese name.</param>
/// <param name="En">Its English name.</param>
/// <param name="Parent">The code above it, of the same list or of the list's parent list; null at the top.</param>
public sealed record Code(string Value, string Zh, string En, string? Parent)
{
    /// <summary>The name for the current UI culture.</summary>
    public string Name => new LocalizedText(Zh, En).In();

    /// <summary>Codes of another list that this one stands for, such as the provinces of a region group; empty for most.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>The lowest technology-readiness level (1–9) that a word for maturity stands for; null for other lists.</summary>
    public int? TrlFrom { get; init; }

    /// <summary>The highest such level; null for other lists.</summary>
    public int? TrlTo { get; init; }

    /// <summary>Digits after the point of a currency; null for other lists.</summary>
    public int? Decimals { get; init; }

    /// <summary>A remark in Chinese, or null.</summary>
    public string? NoteZh { get; init; }

    /// <summary>The same remark in English, or null.</summary>
    public string? NoteEn { get; init; }
}

/// <summary>The versioned code lists, from memory: names for pages, membership for validators.</summary>
public interface ICodeLists
{
    /// <summary>The codes of a list's present version, in the list's order; empty when there is no such list.</summary>
    /// <param name="list">The list's name, for example <c>technology-field</c>.</param>
    IReadOnlyList<Code> Of(string list);

    /// <summary>Whether the present version has the code.</summary>
    /// <param name="list">The list's name.</param>
    /// <param name="code">The code.</param>
    bool Has(string list, string code);

    /// <summary>The code's name for the current UI culture, also when only an older version has it; the code itself when none has.</summary>
    /// <param name="list">The list's name.</param>
    /// <param name="code">The code; null gives an empty text.</param>
    string Name(string list, string? code);
}

/// <summary>One rule of a place as it stands on a day. At most one of <see cref="Number"/>, <see cref="Flag"/>, <see cref="Word"/> and <see cref="Words"/> is filled, by <paramref name="Unit"/>.</summary>
/// <param name="Key">For example <c>priceNotice.days</c>.</param>
/// <param name="Pack">The pack that holds the rule: the one asked for, or a parent of it.</param>
/// <param name="PackVersion">The version of that pack.</param>
/// <param name="Unit"><c>%</c>, <c>day</c>, <c>workingDay</c>, <c>month</c>, <c>year</c>, <c>points</c>, <c>code</c>, <c>codes</c> or <c>flag</c>.</param>
/// <param name="IsHard">True refuses, false warns.</param>
/// <param name="Source">Act and article; <c>ours</c> for a decision of the product.</param>
/// <param name="IsVerified">Whether somebody read the source.</param>
/// <param name="ValidFrom">Since when it holds.</param>
public sealed record RuleValue(string Key, string Pack, string PackVersion, string Unit, bool IsHard, string Source, bool IsVerified, DateOnly ValidFrom)
{
    /// <summary>The value of a rule that is a number, in its unit; null when no rule is recorded or the rule is of another kind.</summary>
    public decimal? Number { get; init; }

    /// <summary>The value of a rule that is yes or no; null otherwise.</summary>
    public bool? Flag { get; init; }

    /// <summary>The value of a rule that is one word; null otherwise.</summary>
    public string? Word { get; init; }

    /// <summary>The value of a rule that is a set of words; empty otherwise.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>A remark in Chinese, or null.</summary>
    public string? NoteZh { get; init; }

    /// <summary>The same remark in English, or null.</summary>
    public string? NoteEn { get; init; }

    /// <summary>The remark for the current UI culture; empty when there is none.</summary>
    public string Note => new LocalizedText(NoteZh, NoteEn).In();
}

/// <summary>The names of rule packs.</summary>
public static class RulePackNames
{
    /// <summary>The market's own: it has every rule, and stands in for places without a pack.</summary>
    public const string Market = "CN";

    /// <summary>The pack of a place: in mainland China the province's, elsewhere the country's. One that nobody has published stands for the market's own.</summary>
    /// <param name="packs">The rule packs.</param>
    /// <param name="country">ISO 3166 alpha-2.</param>
    /// <param name="region">GB/T 2260 code; null elsewhere or when not known.</param>
    public static string PackOf(this IRulePacks packs, string country, string? region)
    {
        ArgumentNullException.ThrowIfNull(packs);
        return country == Market ? packs.PackOf(region) : country;
    }
}

/// <summary>What the law of a place asks for, from the rule packs in force on a day.</summary>
public interface IRulePacks
{
    /// <summary>The rule as the pack has it, or its nearest parent.</summary>
    /// <param name="pack">For example <c>CN-BJ</c>; an unknown pack stands for <c>CN</c>.</param>
    /// <param name="key">For example <c>priceNotice.days</c>.</param>
    /// <param name="on">The day that decides which version is in force.</param>
    /// <returns>The rule, whose value may be unrecorded; null when no pack has it on that day.</returns>
    RuleValue? Find(string pack, string key, DateOnly on);

    /// <summary>The pack of a region of mainland China.</summary>
    /// <param name="region">A GB/T 2260 code of two or six digits; null for a party elsewhere.</param>
    /// <returns>The province's pack; <c>CN</c> when it has none of its own.</returns>
    string PackOf(string? region);

    /// <summary>The value of a rule that is a number.</summary>
    /// <param name="pack">As in <see cref="Find"/>.</param>
    /// <param name="key">As in <see cref="Find"/>.</param>
    /// <param name="on">As in <see cref="Find"/>.</param>
    /// <returns>The value; null when none is recorded.</returns>
    decimal? Number(string pack, string key, DateOnly on) => Find(pack, key, on)?.Number;

    /// <summary>The value of a rule that is yes or no.</summary>
    /// <param name="pack">As in <see cref="Find"/>.</param>
    /// <param name="key">As in <see cref="Find"/>.</param>
    /// <param name="on">As in <see cref="Find"/>.</param>
    /// <returns>The value; null when none is recorded.</returns>
    bool? Flag(string pack, string key, DateOnly on) => Find(pack, key, on)?.Flag;

    /// <summary>The value of a rule that is one word.</summary>
    /// <param name="pack">As in <see cref="Find"/>.</param>
    /// <param name="key">As in <see cref="Find"/>.</param>
    /// <param name="on">As in <see cref="Find"/>.</param>
    /// <returns>The value; null when none is recorded.</returns>
    string? Word(string pack, string key, DateOnly on) => Find(pack, key, on)?.Word;

    /// <summary>The value of a rule that is a set of words.</summary>
    /// <param name="pack">As in <see cref="Find"/>.</param>
    /// <param name="key">As in <see cref="Find"/>.</param>
    /// <param name="on">As in <see cref="Find"/>.</param>
    /// <returns>The words; empty when none is recorded.</returns>
    IReadOnlyList<string> Words(string pack, string key, DateOnly on) => Find(pack, key, on)?.Words ?? [];
}

/// <summary>Working days of mainland China. A year without a calendar counts weekends only, so its due dates may come out too early.</summary>
public interface IWorkingDays
{
    /// <summary>The day that is <paramref name="days"/> working days after <paramref name="start"/>; the starting day is not counted.</summary>
    /// <param name="start">The starting day.</param>
    /// <param name="days">How many working days; 0 or more.</param>
    DateOnly After(DateOnly start, int days);

    /// <summary>The day itself when it is a working day, else the next one: where a period ends whose last day is a day off (Civil Code art. 203).</summary>
    /// <param name="day">The day.</param>
    DateOnly OnOrAfter(DateOnly day) => After(day.AddDays(-1), 1);

    /// <summary>Whether work is done on the day.</summary>
    /// <param name="day">The day.</param>
    bool IsWorkingDay(DateOnly day) => OnOrAfter(day) == day;

    /// <summary>Whether the year's official arrangement of holidays is known.</summary>
    /// <param name="year">The year.</param>
    bool IsKnown(int year);
}
