using System.Globalization;

namespace TechMatch.Reference.Domain;

/// <summary>The version of a published file: a year and counters, <c>2026.1</c>; ordered number by number, so that 2026.10 follows 2026.9.</summary>
internal static class Edition
{
    public const int MaxLength = 20;

    public const string Pattern = @"^\d{4}(\.\d{1,4}){0,2}\z";

    public static int Compare(string left, string right)
    {
        var (a, b) = (Numbers(left), Numbers(right));
        for (var i = 0; i < Math.Max(a.Length, b.Length); i++)
        {
            // 2026 comes before 2026.1.
            var order = (i < a.Length ? a[i] : -1).CompareTo(i < b.Length ? b[i] : -1);
            if (order != 0) return order;
        }
        return 0;
    }

    private static int[] Numbers(string edition) => [.. edition.Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
}
