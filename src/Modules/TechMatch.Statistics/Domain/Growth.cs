namespace TechMatch.Statistics.Domain;

/// <summary>Comparisons as published statistics make them. Per cents have one decimal, rounded half away from zero.</summary>
internal static class Growth
{
    /// <summary>How much more in per cent (7.4 stands for 7.4 %); null without a base.</summary>
    public static decimal? Rate(decimal before, decimal now) => before > 0 ? OneDecimal((now / before - 1) * 100) : null;

    /// <summary>How many times as much, cut and not rounded, as the yearbooks do: 2.8496 is 2.8. Null without a base.</summary>
    public static decimal? Multiple(decimal before, decimal now) => before > 0 ? decimal.Truncate(now / before * 10) / 10 : null;

    /// <summary>The yearly rate in per cent that leads from one figure to the other; null without a base or without years.</summary>
    public static decimal? Compound(decimal before, decimal now, int years) =>
        before > 0 && now >= 0 && years > 0 ? OneDecimal(((decimal)Math.Pow((double)(now / before), 1.0 / years) - 1) * 100) : null;

    /// <summary>The part of a whole in per cent; nought of nothing.</summary>
    public static decimal Share(decimal part, decimal whole) => whole > 0 ? OneDecimal(part / whole * 100) : 0;

    /// <summary>The value of one, in whole hundredths; nought when there is none.</summary>
    public static decimal Average(decimal value, int count) => count > 0 ? Math.Round(value / count, 2, MidpointRounding.AwayFromZero) : 0;

    private static decimal OneDecimal(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
