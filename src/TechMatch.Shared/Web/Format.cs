using System.Globalization;
using System.Resources;

namespace TechMatch.Shared.Web;

/// <summary>Figures, money, days and spans of time as the reader's language writes them.</summary>
public static class Format
{
    private const string Figures = "#,##0.##";
    private static readonly ResourceManager Words = new("TechMatch.Shared.Texts", typeof(Format).Assembly);

    // Each language groups its large numbers differently: Chinese in steps of four digits, English of three.
    private static readonly decimal[] FourDigits = [1, 10_000, 100_000_000];
    private static readonly decimal[] ThreeDigits = [1, 1_000_000, 1_000_000_000];
    private static readonly string[] Units = ["", "number.large", "number.huge"];

    private static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    /// <summary>An amount to be grasped at a glance, rounded to two places of its unit: <c>1.44 亿元</c>, <c>CNY 143.8M</c>.</summary>
    /// <param name="amount">In whole units of the currency.</param>
    /// <param name="currency">ISO 4217.</param>
    public static string Money(decimal amount, string currency)
    {
        var (figure, unit) = Scaled(amount);
        return WithCurrency(figure, unit, currency);
    }

    /// <summary>An amount to the last digit, for contracts and statements: <c>1,437,500 元</c>, <c>CNY 1,437,500</c>.</summary>
    /// <param name="amount">In whole units of the currency.</param>
    /// <param name="currency">ISO 4217.</param>
    public static string MoneyExact(decimal amount, string currency) => WithCurrency(amount.ToString(Figures, CultureInfo.CurrentCulture), "", currency);

    /// <summary>A range of money, either end open: <c>80–120 万元</c>, <c>CNY 1M–2M</c>.</summary>
    /// <param name="from">The lower end; null when open.</param>
    /// <param name="to">The upper end; null when open.</param>
    /// <param name="currency">ISO 4217.</param>
    /// <returns>The text; null when both ends are open.</returns>
    public static string? MoneyRange(decimal? from, decimal? to, string currency)
    {
        if (from is null || to is null) return from is { } least ? "≥ " + Money(least, currency) : to is { } most ? "≤ " + Money(most, currency) : null;
        if (from == to) return Money(from.Value, currency);
        var ((low, lowUnit), (high, highUnit)) = (Scaled(from.Value), Scaled(to.Value));
        var first = lowUnit == highUnit && IsChinese ? low : low + Spaced(lowUnit);
        return WithCurrency($"{first}–{high}", highUnit, currency);
    }

    /// <summary>A number with its thousands grouped and at most two places.</summary>
    /// <param name="value">The number.</param>
    public static string Number(decimal value) => value.ToString(Figures, CultureInfo.CurrentCulture);

    /// <summary>A number for an axis or a tile: <c>12.5 万</c>, <c>1.25M</c>.</summary>
    /// <param name="value">The number.</param>
    public static string Compact(decimal value)
    {
        var (figure, unit) = Scaled(value);
        return figure + Spaced(unit);
    }

    /// <summary>A share with one place: 0.1234 → <c>12.3%</c>.</summary>
    /// <param name="share">1 for the whole.</param>
    public static string Percent(decimal share) => Math.Round(share * 100, 1, MidpointRounding.AwayFromZero).ToString("#,##0.0", CultureInfo.CurrentCulture) + "%";

    /// <summary>A day as <c>yyyy-MM-dd</c>, in both languages.</summary>
    /// <param name="day">The day.</param>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day of a moment, in the server's zone; empty for null.</summary>
    /// <param name="moment">The moment.</param>
    public static string Day(DateTimeOffset? moment) => moment is { } known ? Day(DateOnly.FromDateTime(known.ToLocalTime().DateTime)) : "";

    /// <summary>A moment to the minute, in the server's zone.</summary>
    /// <param name="moment">The moment.</param>
    public static string Moment(DateTimeOffset moment) => moment.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>How long ago something was: <c>3 天前</c>, <c>3 days ago</c>; a day beyond 30 days.</summary>
    /// <param name="then">When it was; the future counts as now.</param>
    /// <param name="now">Now.</param>
    public static string Ago(DateTimeOffset then, DateTimeOffset now) => (now - then) switch
    {
        { TotalMinutes: < 1 } => Word("time.now"),
        { TotalDays: > 30 } => Day(then),
        var span => Filled("time.ago", Span(span)),
    };

    /// <summary>How long until something is due, or since it was: <c>剩余 2 天</c>, <c>2 days left</c>, <c>3 hours late</c>.</summary>
    /// <param name="due">When it is due.</param>
    /// <param name="now">Now.</param>
    public static string Left(DateTimeOffset due, DateTimeOffset now) => due >= now
        ? Filled("time.left", Span(due - now))
        : Filled("time.late", Span(now - due));

    /// <summary>How many days are left until a day, or have passed since; the day itself is "today".</summary>
    /// <param name="due">The day.</param>
    /// <param name="today">Today.</param>
    public static string Left(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => Word("time.today"),
        > 0 and var days => Filled("time.left", Counted("time.day", days)),
        var days => Filled("time.late", Counted("time.day", -days)),
    };

    private static (string Figure, string Unit) Scaled(decimal amount)
    {
        var sizes = IsChinese ? FourDigits : ThreeDigits;
        var place = sizes.Length - 1;
        while (place > 0 && Math.Abs(amount) < sizes[place]) place--;
        var figure = Math.Round(amount / sizes[place], 2, MidpointRounding.AwayFromZero);
        // 99,999,999 rounds to 10,000 of its unit, which is 1 of the next.
        if (place < sizes.Length - 1 && Math.Abs(figure) >= sizes[place + 1] / sizes[place])
            (figure, place) = (Math.Round(amount / sizes[place + 1], 2, MidpointRounding.AwayFromZero), place + 1);
        return (figure.ToString(Figures, CultureInfo.CurrentCulture), place == 0 ? "" : Word(Units[place]));
    }

    private static string WithCurrency(string figure, string unit, string currency) => !IsChinese
        ? $"{currency} {figure}{unit}"
        : currency is "CNY" ? $"{figure} {unit}{Word("money.yuan")}" : $"{currency} {figure}{Spaced(unit)}";

    private static string Spaced(string unit) => unit.Length > 0 && IsChinese ? " " + unit : unit;

    private static string Span(TimeSpan span) => span switch
    {
        { TotalHours: < 1 } => Counted("time.minute", Math.Max(1, (int)span.TotalMinutes)),
        { TotalDays: < 1 } => Counted("time.hour", (int)span.TotalHours),
        _ => Counted("time.day", (int)span.TotalDays),
    };

    private static string Counted(string key, int count) => Filled(count == 1 ? key : key + "s", count.ToString("N0", CultureInfo.CurrentCulture));

    private static string Filled(string key, string value) => Word(key).Replace("{0}", value, StringComparison.Ordinal);

    private static string Word(string key) => Words.GetString(key, CultureInfo.CurrentUICulture) ?? key;
}
