using System.Net;
using System.Text.Json;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Listings;

public abstract class BrowseListingsTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task Facets_count_what_the_other_facets_leave()
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.NewOperator());
        await university.Publish(reviewer, content => (content["field"], content["trl"], content["cooperation"], content["region"]) = ("05", 3, new[] { "exclusive" }, "110108"));
        await university.Publish(reviewer, content => (content["field"], content["trl"], content["cooperation"], content["region"]) = ("05", 7, new[] { "exclusive", "ordinary" }, "31"));
        await university.Publish(reviewer, content => (content["field"], content["trl"], content["cooperation"], content["priceKind"]) = ("06", 9, new[] { "ordinary" }, "negotiable"));
        await university.Draft();

        var all = await Browse(university);
        Total(all).ShouldBe(3);
        Facet(all, "field").ShouldBe(new() { ["05"] = 2, ["06"] = 1 });
        Facet(all, "trl").ShouldBe(new() { ["early"] = 1, ["ready"] = 2 });
        Facet(all, "cooperation").ShouldBe(new() { ["exclusive"] = 2, ["ordinary"] = 2 });
        Facet(all, "ip").ShouldBe(new() { ["granted"] = 3 });
        Facet(all, "region").ShouldBe(new() { ["11"] = 2, ["31"] = 1 });
        Facet(all, "price").ShouldBe(new() { ["range"] = 2, ["negotiable"] = 1 });

        var narrowed = await Browse(university, "&field=05&cooperation=ordinary");
        Total(narrowed).ShouldBe(1);
        // The facet's own choice does not narrow its own counts; the other facets' choices do.
        Facet(narrowed, "field").ShouldBe(new() { ["05"] = 1, ["06"] = 1 });
        Facet(narrowed, "cooperation").ShouldBe(new() { ["exclusive"] = 2, ["ordinary"] = 1 });
        Facet(narrowed, "trl").ShouldBe(new() { ["ready"] = 1 });

        Total(await Browse(university, "&field=05&field=06&trl=early&trl=ready")).ShouldBe(3);
        Total(await Browse(university, "&region=31")).ShouldBe(1);
        Total(await Browse(university, "&field=05&trl=ready&cooperation=exclusive&ip=granted&region=31&price=range")).ShouldBe(1);
        Total(await Browse(university, "&price=negotiable")).ShouldBe(1);
        Total(await Browse(university, "&ip=filed")).ShouldBe(0);
        Total(await Browse(university, "&trl=nonsense")).ShouldBe(0);
    }

    [Fact]
    public async Task Pages_have_bounds_and_the_newest_stands_first()
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.NewOperator());
        var published = new List<Guid>();
        for (var i = 0; i < 5; i++) published.Add((await university.Publish(reviewer)).Id());
        published.Reverse();

        Ids(await Browse(university, "&size=2")).ShouldBe(published[..2]);
        Ids(await Browse(university, "&size=2&page=3")).ShouldBe(published[4..]);
        Ids(await Browse(university, "&size=2&page=99")).ShouldBeEmpty();
        (await Browse(university, "&size=1000")).GetProperty("size").GetInt32().ShouldBe(100);
        var bounded = await Browse(university, "&size=0&page=-3");
        (bounded.GetProperty("size").GetInt32(), bounded.GetProperty("number").GetInt32()).ShouldBe((1, 1));
        (await Browse(university, "&size=2")).GetProperty("pages").GetInt32().ShouldBe(3);
        await Market.Visitor().Get("/api/listings?page=two", HttpStatusCode.BadRequest);
        (await Market.Visitor().Get("/api/listings?q=" + new string('x', 2_001), HttpStatusCode.BadRequest)).Errors("q").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_text_finds_what_it_describes_and_facets_narrow_it()
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.NewOperator());
        var word = "zq" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4));
        var strong = await university.Publish(reviewer, content => (content["titleEn"], content["summaryEn"], content["field"]) = ($"{word} sensor", $"A {word} sensor of {word}.", "01"));
        var weak = await university.Publish(reviewer, content => (content["summaryEn"], content["field"]) = ($"A long text about other matters that has {word} in it once.", "06"));
        await university.Publish(reviewer);

        await Eventually.True(async () => Total(await Browse(university, $"&q={word}")) == 2, "both hits in the index");
        var found = await Browse(university, $"&q={word}");
        Ids(found).ShouldBe([strong.Id(), weak.Id()]);
        Facet(found, "field").ShouldBe(new() { ["01"] = 1, ["06"] = 1 });
        Ids(await Browse(university, $"&q={word}&field=06")).ShouldBe([weak.Id()]);
        Ids(await Browse(university, $"&q={word}&sort=newest")).ShouldBe([weak.Id(), strong.Id()]);
        Ids(await Browse(university, $"&q={word}&size=1&page=2")).ShouldBe([weak.Id()]);
    }

    [Fact]
    public async Task What_left_the_market_is_found_no_more()
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.NewOperator());
        var published = await university.Publish(reviewer);
        Total(await Browse(university)).ShouldBe(1);
        await university.Api.Post($"/api/listings/{published.Id()}/withdrawal", null, ifMatch: published.Version());
        Total(await Browse(university)).ShouldBe(0);
    }

    [Fact]
    public async Task The_page_works_without_scripts_in_both_languages()
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.NewOperator());
        var published = await university.Publish(reviewer);
        using var browser = Market.Browser("zh");
        var page = await browser.Get($"/listings?organisation={university.OrganisationId}");
        page.Status.ShouldBe(200);
        page.Text.ShouldContain("石墨烯防冰涂层");
        page.Text.ShouldContain("180–260 万元");
        page.Text.ShouldContain("新材料及其应用");
        // A form of the page narrows: the facet stays chosen, the organisation is kept.
        var narrowed = await browser.Get($"/listings?organisation={university.OrganisationId}&field=06");
        narrowed.Text.ShouldContain("没有符合条件的成果");
        narrowed.Document.QuerySelector("#f-field-06")!.HasAttribute("checked").ShouldBeTrue();
        narrowed.Document.QuerySelector("#facets input[name=organisation]")!.GetAttribute("value").ShouldBe(university.OrganisationId.ToString());
        narrowed.Document.QuerySelector("a.chip")!.GetAttribute("href").ShouldBe($"/listings?organisation={university.OrganisationId}");

        using var english = Market.Browser("en");
        var view = await english.Get($"/listings/{published.Id()}");
        view.Text.ShouldContain("Graphene anti-icing coating");
        view.Text.ShouldContain("CNY 1.8M–2.6M");
        view.Document.QuerySelector($"a[href='/interests/new?listing={published.Id()}']").ShouldNotBeNull();
        view.Document.QuerySelector(".trlbar .now")!.TextContent.ShouldBe("7");
    }

    [Fact]
    public async Task A_part_of_the_page_is_sent_to_scripts_that_ask_for_it()
    {
        var university = await Market.NewUniversity();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/listings?organisation={university.OrganisationId}");
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("HX-Request-Type", "partial");
        var html = await (await Market.Visitor().SendAsync(request)).Content.ReadAsStringAsync();
        html.TrimStart().ShouldStartWith("<div id=\"browse\"");
        html.ShouldNotContain("<html");
    }

    private Task<JsonElement> Browse(Actor owner, string more = "") => Market.Visitor().Get($"/api/listings?organisation={owner.OrganisationId}{more}");

    private static int Total(JsonElement found) => found.GetProperty("total").GetInt32();

    private static List<Guid> Ids(JsonElement found) => [.. found.GetProperty("items").EnumerateArray().Select(item => item.Id())];

    private static Dictionary<string, int> Facet(JsonElement found, string key) => found.GetProperty("facets").EnumerateArray().Single(facet => facet.GetProperty("key").GetString() == key)
        .GetProperty("values").EnumerateArray().Where(value => value.GetProperty("count").GetInt32() > 0).ToDictionary(value => value.GetProperty("code").GetString()!, value => value.GetProperty("count").GetInt32());
}

public sealed class BrowseListingsTestsOnSqlite(SqliteMarket market) : BrowseListingsTests(market);

public sealed class BrowseListingsTestsOnPostgreSql(PostgreSqlMarket market) : BrowseListingsTests(market);

public sealed class BrowseListingsTestsOnSqlServer(SqlServerMarket market) : BrowseListingsTests(market);
