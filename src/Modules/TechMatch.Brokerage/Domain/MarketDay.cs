namespace TechMatch.Brokerage.Domain;

/// <summary>The calendar day of the market: China's, which has one time zone and no summer time.</summary>
internal static class MarketDay
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static DateOnly Of(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(China).DateTime);
}
