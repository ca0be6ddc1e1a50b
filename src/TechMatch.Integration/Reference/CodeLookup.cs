namespace TechMatch.Integration.Reference;

/// <summary>The names of the code lists that more than one module uses.</summary>
public static class CodeListNames
{
    /// <summary>Technology field (contract registration).</summary>
    public const string Field = "technology-field";

    /// <summary>GB/T 4754.</summary>
    public const string Industry = "industry";

    /// <summary>Ways to work together.</summary>
    public const string Cooperation = "cooperation-mode";

    /// <summary>Kinds of intellectual property.</summary>
    public const string IpKind = "ip-kind";

    /// <summary>Where the intellectual property stands.</summary>
    public const string IpStatus = "ip-status";

    /// <summary>Kinds of price.</summary>
    public const string PriceKind = "price-kind";

    /// <summary>Who paid for the work.</summary>
    public const string Funding = "funding";

    /// <summary>ISO 4217.</summary>
    public const string Currency = "currency";

    /// <summary>GB/T 2260.</summary>
    public const string Region = "region";

    /// <summary>Technology readiness levels.</summary>
    public const string Trl = "trl";
}

/// <summary>Bands of technology readiness, for filters: what is chosen by hand is coarser than nine levels.</summary>
public static class TrlBands
{
    /// <summary>Levels 1–3.</summary>
    public const string Early = "early";

    /// <summary>Levels 4–6.</summary>
    public const string Middle = "middle";

    /// <summary>Levels 7–9.</summary>
    public const string Ready = "ready";

    /// <summary>The lowest level of the middle band.</summary>
    public const int MiddleFrom = 4;

    /// <summary>The lowest level of the ready band.</summary>
    public const int ReadyFrom = 7;

    /// <summary>All bands, lowest first.</summary>
    public static IReadOnlyList<string> All { get; } = [Early, Middle, Ready];
}

/// <summary>Finds codes in what people write.</summary>
public static class CodeLookup
{
    /// <summary>The code that a text stands for: a code of the list, or the Chinese or English name of one; null for none.</summary>
    /// <param name="codes">The code lists.</param>
    /// <param name="list">The list's name.</param>
    /// <param name="text">What somebody wrote.</param>
    public static string? Find(this ICodeLists codes, string list, string text)
    {
        ArgumentNullException.ThrowIfNull(codes);
        if (list == CodeListNames.Region && codes.HasRegion(text)) return text;
        return codes.Has(list, text) ? text : codes.Of(list).FirstOrDefault(code => code.Zh == text || string.Equals(code.En, text, StringComparison.OrdinalIgnoreCase))?.Value;
    }

    /// <summary>Whether it is a GB/T 2260 code. The list has all provinces but not all places below them.</summary>
    /// <param name="codes">The code lists.</param>
    /// <param name="region">Two or six digits.</param>
    public static bool HasRegion(this ICodeLists codes, string region)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(region);
        return codes.Has(CodeListNames.Region, region) || (region.Length == 6 && region.All(char.IsAsciiDigit) && codes.Has(CodeListNames.Region, region[..2]));
    }

    /// <summary>The codes of a list with their names, in the list's order; of regions the provinces only.</summary>
    /// <param name="codes">The code lists.</param>
    /// <param name="list">The list's name.</param>
    public static IEnumerable<(string Code, string Name)> Named(this ICodeLists codes, string list)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return codes.Of(list).Where(code => list != CodeListNames.Region || code.Parent is null).Select(code => (code.Value, code.Name));
    }
}
