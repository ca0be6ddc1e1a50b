namespace TechMatch.Matching.Domain;

/// <summary>
/// The score that people see, from 0 to 100: <c>100 · √(r · (1 − 0.1 v))</c>, where <c>r</c> is the engine's score divided by
/// what the asking text would score against itself, at most 1, and <c>v</c> the number of violated conditions. The root is there
/// because texts by two authors that mean the same share about a third of their weight: such a pair shows near 55, a chance one near 25.
/// </summary>
internal static class MatchScore
{
    /// <summary>From here on a match is counted as good: three quarters of the known right answers of the evaluation sets lie above.</summary>
    public const decimal Good = 45;

    /// <summary>Whether a match counts as good. It goes by the figure that is shown, which has no decimals.</summary>
    /// <param name="points">Its points.</param>
    public static bool IsGood(decimal points) => Math.Round(points, MidpointRounding.AwayFromZero) >= Good;

    /// <summary>What each violated condition takes from the engine's score.</summary>
    public const double Deduction = 0.1;

    /// <summary>How large a part of the engine's score is left.</summary>
    /// <param name="violated">The number of violated conditions.</param>
    public static double Remaining(int violated) => Math.Max(0, 1 - (Deduction * violated));

    /// <summary>The score in points with two decimals.</summary>
    /// <param name="engine">The engine's score.</param>
    /// <param name="full">What the asking text would score against itself.</param>
    /// <param name="violated">The number of violated conditions.</param>
    public static decimal Points(double engine, double full, int violated = 0)
    {
        var share = full > 0 ? Math.Clamp(engine / full, 0, 1) : 0;
        return Math.Round((decimal)(100 * Math.Sqrt(share * Remaining(violated))), 2);
    }

    /// <summary>
    /// Splits points in proportion to amounts so that the parts, in hundredths, add up to the whole exactly; the hundredths that
    /// rounding leaves go to the parts that it cut most (largest remainder).
    /// </summary>
    /// <param name="points">The whole.</param>
    /// <param name="amounts">What each part weighs; none negative.</param>
    public static IReadOnlyList<decimal> Split(decimal points, IReadOnlyList<double> amounts)
    {
        var total = amounts.Sum();
        if (total <= 0) return [.. amounts.Select(_ => 0m)];
        var hundredths = (long)(points * 100);
        var exact = amounts.Select(amount => amount / total * hundredths).ToArray();
        var parts = exact.Select(part => (long)part).ToArray();
        var left = hundredths - parts.Sum();
        foreach (var place in Enumerable.Range(0, parts.Length).OrderByDescending(place => exact[place] - parts[place]).ThenBy(place => place))
        {
            if (left-- <= 0) break;
            parts[place]++;
        }
        return [.. parts.Select(part => part / 100m)];
    }
}
