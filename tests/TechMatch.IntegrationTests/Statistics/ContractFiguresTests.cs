using System.Globalization;
using System.Net;
using System.Text.Json;
using Shouldly;
using TechMatch.Integration.Contracts;
using TechMatch.IntegrationTests.Contracts;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Statistics;

/// <summary>Each test counts in a year of its own, so that others on the same market do not disturb it.</summary>
public abstract class ContractFiguresTests(Market market) : MarketTests(market)
{
    private static int nextYear = 1910;

    private readonly int year = Interlocked.Add(ref nextYear, 3);

    [Fact]
    public async Task Three_quarters_of_the_value_going_elsewhere_show_as_74_1_per_cent()
    {
        await Count(259_000_000m, "local", buyer: "110101");
        await Count(641_000_000m, "otherProvince", buyer: "33");
        await Count(100_000_000m, "export", buyer: null);

        var figures = await Figures("flow");

        figures.GetProperty("outflow").GetDecimal().ShouldBe(74.1m);
        Rows(figures).Select(row => (row.GetProperty("key").GetString(), row.GetProperty("valueShare").GetDecimal()))
            .ShouldBe([("local", 25.9m), ("otherProvince", 64.1m), ("export", 10.0m)]);
        var sum = figures.GetProperty("sum");
        (sum.GetProperty("contracts").GetInt32(), sum.GetProperty("value").GetDecimal(), sum.GetProperty("average").GetDecimal()).ShouldBe((3, 1_000_000_000m, 333_333_333.33m));
    }

    [Fact]
    public async Task A_registration_that_comes_again_or_late_counts_once()
    {
        var fact = Fact(1_000_000m, "local", "110101");
        var message = Guid.CreateVersion7();

        await Market.Bring(fact, message);
        await Market.Bring(fact, message);
        await Market.Bring(fact, Guid.CreateVersion7());
        await Market.Bring(fact with { Version = fact.Version - 1, TotalAmount = 5m, TechnicalAmount = 5m }, Guid.CreateVersion7());

        var sum = (await Figures("type")).GetProperty("sum");
        (sum.GetProperty("contracts").GetInt32(), sum.GetProperty("value").GetDecimal()).ShouldBe((1, 1_000_000m));
    }

    [Fact]
    public async Task A_corrected_registration_replaces_the_old_figures()
    {
        var fact = Fact(1_000_000m, "local", "110101");
        await Market.Bring(fact, Guid.CreateVersion7());
        await Market.Bring(fact with { Version = fact.Version + 1, TotalAmount = 3_000_000.50m, Type = "DEV" }, Guid.CreateVersion7());

        var row = Rows(await Figures("type")).Single();

        (row.GetProperty("key").GetString(), row.GetProperty("value").GetDecimal(), row.GetProperty("technicalShare").GetDecimal()).ShouldBe(("DEV", 3_000_000.50m, 26.7m));
    }

    [Fact]
    public async Task Months_stand_in_order_without_a_gap()
    {
        await Count(2_000m, "local", "11", month: 2);
        await Count(4_000m, "local", "11", month: 4);
        await Count(6_000m, "local", "11", month: 4);

        var rows = Rows(await Figures("month", $"from={year}-01-15&to={year}-05-02"));

        rows.Select(row => (row.GetProperty("name").GetString(), row.GetProperty("contracts").GetInt32(), row.GetProperty("value").GetDecimal()))
            .ShouldBe([($"{year}-01", 0, 0m), ($"{year}-02", 1, 2_000m), ($"{year}-03", 0, 0m), ($"{year}-04", 2, 10_000m), ($"{year}-05", 0, 0m)]);
    }

    [Fact]
    public async Task Other_currencies_stand_apart_and_are_never_added()
    {
        await Count(1_000_000m, "local", "11");
        await Count(777m, "export", null, currency: "USD");
        await Count(223m, "export", null, currency: "USD");

        var figures = await Figures("flow");

        figures.GetProperty("sum").GetProperty("value").GetDecimal().ShouldBe(1_000_000m);
        figures.GetProperty("outflow").GetDecimal().ShouldBe(0m);
        var other = figures.GetProperty("otherCurrencies").EnumerateArray().Single();
        (other.GetProperty("currency").GetString(), other.GetProperty("contracts").GetInt32(), other.GetProperty("value").GetDecimal()).ShouldBe(("USD", 2, 1_000m));
    }

    [Fact]
    public async Task Years_carry_the_multiple_and_the_yearly_growth_and_a_span_the_growth_over_the_year_before()
    {
        await Count(2_458_500m, "local", "11");
        await Count(7_005_700m, "local", "11", year: year + 1);

        var years = await Figures("year", $"from={year}-01-01&to={year + 1}-12-31");
        (years.GetProperty("multiple").GetDecimal(), years.GetProperty("yearlyGrowth").GetDecimal()).ShouldBe((2.8m, 185.0m));

        var grown = await Figures("field", $"from={year + 1}-01-01&to={year + 1}-12-31");
        grown.GetProperty("valueGrowth").GetDecimal().ShouldBe(185.0m);
        grown.GetProperty("yearBefore").GetProperty("value").GetDecimal().ShouldBe(2_458_500m);
    }

    [Fact]
    public async Task Fields_and_provinces_are_named_in_the_readers_language()
    {
        await Count(9_000m, "local", "11");

        Rows(await Figures("field", language: "zh")).Single().GetProperty("name").GetString().ShouldBe("新能源与高效节能");
        Rows(await Figures("province")).Single().GetProperty("name").GetString().ShouldBe("Beijing");
        Rows(await Figures("type", language: "zh")).Single().GetProperty("name").GetString().ShouldBe("技术许可合同");
    }

    [Fact]
    public async Task The_figures_come_as_a_csv_that_spreadsheets_read()
    {
        await Count(259.50m, "local", "11");
        await Count(10m, "export", null, currency: "USD");

        using var answer = await Market.Visitor("zh").GetAsync($"/stats/contracts.csv?from={year}-01-01&to={year}-12-31&by=type", TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("contracts.csv");
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).ShouldBe(
        [
            "by,key,name,currency,contracts,value,technical,technicalSharePct,valueSharePct,countSharePct,average",
            "type,LIC,技术许可合同,CNY,1,259.5,207.6,80,100,100,259.5",
            "currency,USD,USD,USD,1,10,8,,,,",
        ]);
    }

    [Fact]
    public async Task Questions_that_make_no_sense_are_refused_in_the_readers_language()
    {
        var visitor = Market.Visitor("zh");

        (await visitor.Get("/api/statistics/contracts?by=colour", HttpStatusCode.BadRequest)).Errors("by").ShouldBe(["只能按月、年、类型、领域、流向或省份统计。"]);
        (await visitor.Get("/api/statistics/contracts?from=2026-02-01&to=2026-01-01", HttpStatusCode.BadRequest)).Errors("from").ShouldBe(["起止日期不成立。"]);
        (await visitor.Get("/api/statistics/contracts?from=1950-01-01&to=2026-01-01", HttpStatusCode.BadRequest)).Errors("to").ShouldBe(["一次最多统计 20 年。"]);
        await visitor.Get("/api/statistics/contracts?from=yesterday", HttpStatusCode.BadRequest);
        (await Market.Browser("zh").Get("/stats?from=2026-02-01&to=2026-01-01")).ShouldSatisfyAllConditions(
            page => page.Status.ShouldBe(422), page => page.Text.ShouldContain("起止日期不成立。"));
        (await Market.Browser("en").Get("/stats?from=soon")).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Open_ends_are_bounded()
    {
        (await Market.Visitor().Get("/api/statistics/contracts")).GetProperty("rows").GetArrayLength().ShouldBe(12);
        (await Market.Visitor().Get("/api/statistics/contracts?from=1901-01-01")).GetProperty("rows").GetArrayLength().ShouldBeLessThanOrEqualTo(241);
        (await Market.Visitor().Get("/api/statistics/contracts?from=9000-01-01")).GetProperty("rows").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task The_page_shows_chart_flow_and_shares_in_both_languages()
    {
        await Count(259_000_000m, "local", "110101");
        await Count(741_000_000m, "otherProvince", "33");

        var zh = await Market.Browser("zh").Get($"/stats?from={year}-01-01&to={year}-12-31");
        zh.Status.ShouldBe(200);
        zh.Text.ShouldContain("10 亿元");
        zh.Document.GetElementById("flow")!.TextContent.ShouldContain("74.1%");
        zh.Document.QuerySelectorAll("svg.chart .bar").Length.ShouldBe(12);
        var en = await Market.Browser().Get($"/stats?from={year}-01-01&to={year}-12-31");
        en.Text.ShouldContain("CNY 1B");
        en.Document.GetElementById("type")!.TextContent.ShouldContain("Technology licence contract");
    }

    private ContractRegistered Fact(decimal total, string flow, string? buyer, string currency = "CNY", int month = 6, int? year = null)
    {
        var day = new DateOnly(year ?? this.year, month, 15);
        return new(Guid.CreateVersion7(), 5, Guid.CreateVersion7(), SignedDeals.FreshNumber(), "LIC", "06", total, total * 0.8m, currency, "110108", buyer, flow, day.AddDays(-5), day);
    }

    private Task Count(decimal total, string flow, string? buyer, string currency = "CNY", int month = 6, int? year = null) =>
        Market.Bring(Fact(total, flow, buyer, currency, month, year), Guid.CreateVersion7());

    private Task<JsonElement> Figures(string by, string? span = null, string language = "en") =>
        Market.Visitor(language).Get(string.Create(CultureInfo.InvariantCulture, $"/api/statistics/contracts?{span ?? $"from={year}-01-01&to={year}-12-31"}&by={by}"));

    private static List<JsonElement> Rows(JsonElement figures) => [.. figures.GetProperty("rows").EnumerateArray()];
}

public sealed class ContractFiguresTestsOnSqlite(SqliteMarket market) : ContractFiguresTests(market);

public sealed class ContractFiguresTestsOnPostgreSql(PostgreSqlMarket market) : ContractFiguresTests(market);

public sealed class ContractFiguresTestsOnSqlServer(SqlServerMarket market) : ContractFiguresTests(market);
