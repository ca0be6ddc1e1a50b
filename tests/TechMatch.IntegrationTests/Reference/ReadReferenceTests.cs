using System.Net;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Reference;

public abstract class ReadReferenceTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task Anybody_may_page_through_the_code_lists()
    {
        var first = await Market.Visitor().Get("/api/reference/codelists?page=1&size=10");
        var second = await Market.Visitor().Get("/api/reference/codelists?page=2&size=10");

        first.GetProperty("items").GetArrayLength().ShouldBe(10);
        first.GetProperty("total").GetInt32().ShouldBeGreaterThanOrEqualTo(31);
        var (one, two) = (Names(first), Names(second));
        one.Intersect(two).ShouldBeEmpty();
        one.Concat(two).ShouldBe(one.Concat(two).Order(StringComparer.Ordinal));

        static string[] Names(System.Text.Json.JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!)];
    }

    [Fact]
    public async Task A_code_list_comes_whole_in_both_languages_with_its_source()
    {
        var list = await Market.Visitor().Get("/api/reference/codelists/technology-field");

        list.GetProperty("version").GetString().ShouldBe("2026.1");
        list.GetProperty("isPresent").GetBoolean().ShouldBeTrue();
        list.GetProperty("source").GetString().ShouldNotBeNullOrEmpty();
        var code = list.GetProperty("codes").EnumerateArray().First();
        (code.GetProperty("code").GetString(), code.GetProperty("zh").GetString(), code.GetProperty("en").GetString()).ShouldBe(("01", "电子信息", "Electronics and information"));
        list.GetProperty("codes").GetArrayLength().ShouldBe(11);
    }

    [Theory]
    [InlineData("/api/reference/codelists/no-such-list")]
    [InlineData("/api/reference/codelists/technology-field?version=1999.1")]
    [InlineData("/api/reference/rulepacks/CN-QQQ")]
    [InlineData("/api/reference/calendars/CN-1999")]
    public async Task What_does_not_exist_is_not_found(string path) =>
        (await Market.Visitor().Get(path, HttpStatusCode.NotFound)).Code().ShouldBe("not-found");

    [Fact]
    public async Task A_rule_pack_shows_its_own_rules_and_says_which_are_inherited()
    {
        var pack = await Market.Visitor().Get("/api/reference/rulepacks/CN-BJ?on=2026-06-01");

        pack.GetProperty("chain").EnumerateArray().Select(name => name.GetString()).ShouldBe(["CN-BJ", "CN"]);
        var rules = pack.GetProperty("rules").EnumerateArray().ToDictionary(rule => rule.GetProperty("key").GetString()!);
        var (own, inherited) = (rules["reward.transfer.standardPct"], rules["reward.transfer.floorPct"]);
        (own.GetProperty("number").GetDecimal(), own.GetProperty("isHard").GetBoolean(), own.GetProperty("isInherited").GetBoolean()).ShouldBe((70, false, false));
        (inherited.GetProperty("number").GetDecimal(), inherited.GetProperty("isHard").GetBoolean(), inherited.GetProperty("pack").GetString()).ShouldBe((50, true, "CN"));
    }

    [Fact]
    public async Task A_rule_pack_before_its_ordinance_is_the_national_law()
    {
        var pack = await Market.Visitor().Get("/api/reference/rulepacks/CN-BJ?on=2019-06-01");

        pack.GetProperty("version").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        pack.GetProperty("rules").EnumerateArray().ShouldAllBe(rule => rule.GetProperty("isInherited").GetBoolean());
    }

    [Fact]
    public async Task A_calendar_shows_its_runs_of_days_off()
    {
        var calendar = await Market.Visitor().Get("/api/reference/calendars/CN-2026");

        var spring = calendar.GetProperty("holidays").EnumerateArray().Single(run => run.GetProperty("from").GetString() == "2026-02-15");
        (spring.GetProperty("to").GetString(), spring.GetProperty("days").GetInt32()).ShouldBe(("2026-02-23", 9));
    }

    [Theory]
    [InlineData("2026-09-30", 3, "2026-10-10", true)]
    [InlineData("2026-03-06", 1, "2026-03-09", true)]
    [InlineData("2026-12-31", 1, "2027-01-01", false)]
    public async Task Working_days_are_counted_and_an_unknown_year_is_said(string from, int days, string until, bool certain)
    {
        var answer = await Market.Visitor().Get($"/api/reference/working-days?from={from}&days={days}");

        (answer.GetProperty("until").GetString(), answer.GetProperty("isCertain").GetBoolean()).ShouldBe((until, certain));
    }

    [Theory]
    [InlineData("from=2026-01-01&days=-1")]
    [InlineData("from=2026-01-01&days=1001")]
    [InlineData("from=9999-12-31&days=1")]
    [InlineData("from=tomorrow&days=1")]
    [InlineData("days=1")]
    public async Task Working_days_refuse_what_cannot_be_counted(string query) =>
        await Market.Visitor().Get($"/api/reference/working-days?{query}", HttpStatusCode.BadRequest);
}

public sealed class ReadReferenceTestsOnSqlite(SqliteMarket market) : ReadReferenceTests(market);

public sealed class ReadReferenceTestsOnPostgreSql(PostgreSqlMarket market) : ReadReferenceTests(market);

public sealed class ReadReferenceTestsOnSqlServer(SqlServerMarket market) : ReadReferenceTests(market);
