namespace TechMatch.Shared.Domain;

/// <summary>
/// The calendar day of the market, which deadlines, notices and clocks count by: China's, whatever the server's zone. China
/// has one time zone and no summer time.
/// </summary>
public static class MarketDay
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>The day of a moment.</summary>
    /// <param name="time">The moment.</param>
    public static DateOnly Of(DateTimeOffset time) => DateOnly.FromDateTime(time.ToOffset(China).DateTime);

    /// <summary>The day now.</summary>
    /// <param name="clock">The clock.</param>
    public static DateOnly Today(this TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return Of(clock.GetUtcNow());
    }
}
