using System.Globalization;
using Shouldly;
using TechMatch.Shared.Web;

namespace TechMatch.UnitTests.Web;

public class FormatTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("zh", 143_800_000, "CNY", "1.44 亿元")]
    [InlineData("zh", 1_800_000, "CNY", "180 万元")]
    [InlineData("zh", 1_234_500, "CNY", "123.45 万元")]
    [InlineData("zh", 9_800, "CNY", "9,800 元")]
    [InlineData("zh", 0, "CNY", "0 元")]
    [InlineData("zh", -25_000, "CNY", "-2.5 万元")]
    [InlineData("zh", 1_800_000, "USD", "USD 180 万")]
    [InlineData("zh", 500, "EUR", "EUR 500")]
    [InlineData("en", 143_800_000, "CNY", "CNY 143.8M")]
    [InlineData("en", 1_800_000, "CNY", "CNY 1.8M")]
    [InlineData("en", 9_800, "CNY", "CNY 9,800")]
    [InlineData("en", 980_000, "USD", "USD 980,000")]
    [InlineData("en", 12_500_000_000, "CNY", "CNY 12.5B")]
    public void Money_is_written_in_the_units_of_the_language(string culture, decimal amount, string currency, string expected) =>
        In(culture, () => Format.Money(amount, currency)).ShouldBe(expected);

    [Theory]
    [InlineData("zh", 9_999, "9,999 元")]
    [InlineData("zh", 9_999.99, "9,999.99 元")]
    [InlineData("zh", 9_999.999, "1 万元")]
    [InlineData("zh", 10_000, "1 万元")]
    [InlineData("zh", 99_999_900, "9,999.99 万元")]
    [InlineData("zh", 99_999_999, "1 亿元")]
    [InlineData("zh", 100_000_000, "1 亿元")]
    [InlineData("en", 999_999, "CNY 999,999")]
    [InlineData("en", 1_000_000, "CNY 1M")]
    [InlineData("en", 999_990_000, "CNY 999.99M")]
    [InlineData("en", 999_999_999, "CNY 1B")]
    public void Rounding_up_to_the_next_unit_takes_that_unit(string culture, decimal amount, string expected) =>
        In(culture, () => Format.Money(amount, "CNY")).ShouldBe(expected);

    [Fact]
    public void Exact_money_keeps_every_digit()
    {
        In("zh", () => Format.MoneyExact(1_437_500.5m, "CNY")).ShouldBe("1,437,500.5 元");
        In("en", () => Format.MoneyExact(143_750_000, "CNY")).ShouldBe("CNY 143,750,000");
    }

    [Theory]
    [InlineData("zh", 800_000, 1_200_000, "80–120 万元")]
    [InlineData("zh", 8_000, 1_200_000, "8,000–120 万元")]
    [InlineData("zh", 800_000, 120_000_000, "80 万–1.2 亿元")]
    [InlineData("en", 1_000_000, 2_000_000, "CNY 1M–2M")]
    [InlineData("en", 800_000, 1_200_000, "CNY 800,000–1.2M")]
    [InlineData("en", 800_000, 800_000, "CNY 800,000")]
    public void A_range_names_its_unit_once_where_that_is_clear(string culture, decimal from, decimal to, string expected) =>
        In(culture, () => Format.MoneyRange(from, to, "CNY")).ShouldBe(expected);

    [Fact]
    public void An_open_range_says_which_end_is_known()
    {
        In("zh", () => Format.MoneyRange(800_000, null, "CNY")).ShouldBe("≥ 80 万元");
        In("en", () => Format.MoneyRange(null, 800_000, "CNY")).ShouldBe("≤ CNY 800,000");
        In("en", () => Format.MoneyRange(null, null, "CNY")).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, "0.0%")]
    [InlineData(0.1234, "12.3%")]
    [InlineData(0.00049, "0.0%")]
    [InlineData(0.0005, "0.1%")]
    [InlineData(1, "100.0%")]
    [InlineData(12.5, "1,250.0%")]
    [InlineData(-0.031, "-3.1%")]
    public void A_share_has_one_place(decimal share, string expected) => In("en", () => Format.Percent(share)).ShouldBe(expected);

    [Theory]
    [InlineData("en", 1_250_000, "1.25M")]
    [InlineData("zh", 125_000, "12.5 万")]
    [InlineData("zh", 999, "999")]
    public void A_compact_number_has_its_unit(string culture, decimal value, string expected) => In(culture, () => Format.Compact(value)).ShouldBe(expected);

    [Fact]
    public void A_day_is_written_alike_in_both_languages()
    {
        In("zh", () => Format.Day(new DateOnly(2026, 3, 9))).ShouldBe("2026-03-09");
        In("en", () => Format.Day(new DateOnly(2026, 3, 9))).ShouldBe("2026-03-09");
        Format.Day((DateTimeOffset?)null).ShouldBe("");
    }

    [Theory]
    [InlineData(0, "just now", "刚刚")]
    [InlineData(59, "just now", "刚刚")]
    [InlineData(60, "1 minute ago", "1 分钟前")]
    [InlineData(3_599, "59 minutes ago", "59 分钟前")]
    [InlineData(3_600, "1 hour ago", "1 小时前")]
    [InlineData(86_399, "23 hours ago", "23 小时前")]
    [InlineData(3 * 86_400, "3 days ago", "3 天前")]
    [InlineData(30 * 86_400, "30 days ago", "30 天前")]
    [InlineData(-500, "just now", "刚刚")]
    public void How_long_ago_is_told_in_the_largest_unit(int seconds, string english, string chinese)
    {
        In("en", () => Format.Ago(Now.AddSeconds(-seconds), Now)).ShouldBe(english);
        In("zh", () => Format.Ago(Now.AddSeconds(-seconds), Now)).ShouldBe(chinese);
    }

    [Fact]
    public void Longer_than_a_month_ago_is_a_day() => In("en", () => Format.Ago(Now.AddDays(-31), Now)).ShouldBe(Format.Day(Now.AddDays(-31)));

    [Theory]
    [InlineData(48, "2 days left", "剩余 2 天")]
    [InlineData(1, "1 hour left", "剩余 1 小时")]
    [InlineData(0, "1 minute left", "剩余 1 分钟")]
    [InlineData(-3, "3 hours late", "逾期 3 小时")]
    [InlineData(-72, "3 days late", "逾期 3 天")]
    public void What_is_left_turns_into_what_is_late(int hours, string english, string chinese)
    {
        In("en", () => Format.Left(Now.AddHours(hours), Now)).ShouldBe(english);
        In("zh", () => Format.Left(Now.AddHours(hours), Now)).ShouldBe(chinese);
    }

    [Theory]
    [InlineData(0, "today")]
    [InlineData(1, "1 day left")]
    [InlineData(10, "10 days left")]
    [InlineData(-1, "1 day late")]
    public void Days_are_counted_by_the_calendar(int days, string expected)
    {
        var today = new DateOnly(2026, 2, 28);
        In("en", () => Format.Left(today.AddDays(days), today)).ShouldBe(expected);
    }

    private static T In<T>(string culture, Func<T> write)
    {
        var (before, beforeTexts) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new(culture);
        try
        {
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeTexts);
        }
    }
}
