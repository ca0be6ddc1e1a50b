namespace TechMatch.Integration.Reference;

/// <summary>One code of a list.</summary>
/// <param name="Value">The code.</param>
/// <param name="Zh">Its Chinese name.</param>
/// <param name="En">Its English name.</param>
/// <param name="Parent">The code above it; null at the top.</param>
public sealed record Code(string Value, string Zh, string En, string? Parent)
{
    /// <summary>The name for the current UI culture.</summary>
    public string Name => new Shared.Domain.LocalizedText(Zh, En).In();
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

/// <summary>What the law of a place asks for, from the rule packs in force on a day.</summary>
public interface IRulePacks
{
    /// <summary>The value of a rule: the pack's own, or the nearest parent's.</summary>
    /// <param name="pack">For example <c>CN-BJ</c>; an unknown pack stands for <c>CN</c>.</param>
    /// <param name="key">For example <c>priceNotice.days</c>.</param>
    /// <param name="on">The day that decides which version is in force.</param>
    /// <returns>The value; null when no pack has the rule.</returns>
    decimal? Number(string pack, string key, DateOnly on);
}

/// <summary>Working days.</summary>
public interface IWorkingDays
{
    /// <summary>The day that is <paramref name="days"/> working days after <paramref name="start"/>; the starting day is not counted.</summary>
    /// <param name="start">The starting day.</param>
    /// <param name="days">How many working days; 0 or more.</param>
    DateOnly After(DateOnly start, int days);
}
