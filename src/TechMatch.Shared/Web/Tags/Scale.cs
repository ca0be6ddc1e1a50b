namespace TechMatch.Shared.Web.Tags;

/// <summary>The axis of a chart: round steps that hold every value, and nought always among them.</summary>
/// <param name="Low">Where the axis begins; 0 unless a value is below it.</param>
/// <param name="High">Where it ends; above <paramref name="Low"/> even when every value is 0.</param>
/// <param name="Step">From one line to the next.</param>
internal sealed record Scale(decimal Low, decimal High, decimal Step)
{
    private const int Lines = 5;
    private static readonly decimal[] Round = [1, 2, 2.5m, 5, 10];

    public static Scale For(IReadOnlyCollection<decimal> values)
    {
        var (low, high) = (Math.Min(0, values.DefaultIfEmpty().Min()), Math.Max(0, values.DefaultIfEmpty().Max()));
        if (low == high) return new(0, 1, 1);
        var raw = high / Lines - low / Lines;
        var power = Power(raw);
        var step = Round.First(factor => factor * power >= raw) * power;
        // Half a contract is no line of a chart.
        if (values.All(decimal.IsInteger)) step = Math.Max(1, decimal.IsInteger(step) ? step : Math.Ceiling(step));
        return new(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    public IEnumerable<decimal> Ticks()
    {
        for (var tick = Low; tick <= High; tick += Step) yield return tick;
    }

    /// <summary>Where a value lies, from 0 at the low end to 1 at the high end.</summary>
    public double At(decimal value) => (double)((value - Low) / (High - Low));

    private static decimal Power(decimal raw)
    {
        var power = 1m;
        while (power * 10 <= raw) power *= 10;
        while (power > raw && power > 0.0001m) power /= 10;
        return power;
    }
}
