using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using TechMatch.Integration.Directory;
using TechMatch.IntegrationTests.Harness;
using TechMatch.IntegrationTests.Reference;

namespace TechMatch.IntegrationTests.Listings;

/// <summary>The review and the validity of a listing follow the rule pack of its organisation's place.</summary>
public abstract class ListingRulesTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task A_country_with_a_pack_has_its_own_line_and_validity()
    {
        await PublishPack("NZ", region: null, ("listing.validityMonths", 6, "month"), ("quality.publishFromSum", 18, "points"));
        var university = await Market.NewActor(Roles.University, "university", region: null, country: "NZ");

        (await Reviewed(university, 4)).ShouldBe(("OnHold", null));
        (await Reviewed(university, 5)).ShouldBe(("Published", 6));
        var waiting = await university.Submit(await university.Draft());
        using var owner = await university.Browser();
        (await owner.Get("/my/listings/new")).Text.ShouldContain("stays for 6 months");
        using var reviewer = await (await Market.Reviewer()).Browser("zh");
        (await reviewer.Get($"/admin/review/{waiting.Id()}")).Text.ShouldContain("总分达到18分发布，达到5分但未达发布线的暂缓");
    }

    [Fact]
    public async Task A_province_with_a_pack_has_its_own_and_takes_the_rest_from_the_markets()
    {
        await PublishPack("CN-HI", region: "46", ("listing.validityMonths", 9, "month"));
        var university = await Market.NewUniversity("460100");

        (await Reviewed(university, 4)).ShouldBe(("Published", 9));
        (await Reviewed(university, 2)).ShouldBe(("OnHold", null));
    }

    [Theory]
    [InlineData("CN", "620100")]
    [InlineData("CN", null)]
    [InlineData("IS", null)]
    public async Task A_place_without_a_pack_is_treated_by_the_markets_own(string country, string? region)
    {
        var university = await Market.NewActor(Roles.University, "university", region, country);

        (await Reviewed(university, 4)).ShouldBe(("Published", 12));
        (await Reviewed(university, 2)).ShouldBe(("OnHold", null));
    }

    // Each score is given four times.
    private async Task<(string? Status, int? Months)> Reviewed(Actor university, int score)
    {
        var reviewed = await (await Market.Reviewer()).Review(await university.Submit(await university.Draft()), score);
        var listing = await university.Api.Get($"/api/listings/{reviewed.Id()}");
        int? months = null;
        if (listing.GetProperty("publishedAt").ValueKind is System.Text.Json.JsonValueKind.String)
        {
            var (from, until) = (listing.GetProperty("publishedAt").GetDateTimeOffset(), listing.GetProperty("expiresAt").GetDateTimeOffset());
            months = ((until.Year - from.Year) * 12) + until.Month - from.Month;
        }
        return (reviewed.GetProperty("status").GetString(), months);
    }

    private async Task PublishPack(string name, string? region, params (string Key, int Value, string Unit)[] rules)
    {
        var pack = ReferenceFiles.Pack(name, 7);
        pack["parent"] = region is null ? null : "CN";
        if (region is not null) pack["region"] = region;
        pack["rules"] = new JsonArray([.. rules.Select(rule => (JsonNode)new JsonObject
        {
            ["key"] = rule.Key,
            ["value"] = rule.Value,
            ["unit"] = rule.Unit,
            ["force"] = "hard",
            ["source"] = "Act 1",
            ["verified"] = false,
            ["noteZh"] = "说明",
            ["noteEn"] = "Remark",
        })]);
        await (await Market.Reviewer()).Api.Post("/api/reference/publications", pack, HttpStatusCode.Created);
    }
}

public sealed class ListingRulesTestsOnSqlite(SqliteMarket market) : ListingRulesTests(market);

public sealed class ListingRulesTestsOnPostgreSql(PostgreSqlMarket market) : ListingRulesTests(market);
