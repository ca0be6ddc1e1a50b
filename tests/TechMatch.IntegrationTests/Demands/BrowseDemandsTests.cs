using System.Net;
using System.Text.Json;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Demands;

public abstract class BrowseDemandsTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task Facets_count_what_the_other_facets_leave()
    {
        var company = await Market.NewCompany();
        await company.PostNeed(content => (content["field"], content["trlMin"], content["cooperation"], content["region"]) = ("05", 3, new[] { "exclusive" }, "110108"));
        await company.PostNeed(content => (content["field"], content["trlMin"], content["cooperation"], content["region"]) = ("05", 7, new[] { "exclusive", "ordinary" }, "31"));
        await company.PostNeed(content => (content["field"], content["trlMin"], content["cooperation"], content["region"]) = ("06", 9, new[] { "ordinary" }, "110108"));
        await company.PostNeed(content => (content["field"], content["trlMin"], content["cooperation"], content["region"]) = (null, null, null, null));
        await company.DraftNeed();

        var all = await Browse(company);
        Total(all).ShouldBe(4);
        Facet(all, "field").ShouldBe(new() { ["05"] = 2, ["06"] = 1 });
        Facet(all, "trl").ShouldBe(new() { ["early"] = 1, ["ready"] = 2 });
        Facet(all, "cooperation").ShouldBe(new() { ["exclusive"] = 2, ["ordinary"] = 2 });
        Facet(all, "region").ShouldBe(new() { ["11"] = 2, ["31"] = 1 });

        var narrowed = await Browse(company, "&field=05&cooperation=ordinary");
        Total(narrowed).ShouldBe(1);
        // The facet's own choice does not narrow its own counts; the other facets' choices do.
        Facet(narrowed, "field").ShouldBe(new() { ["05"] = 1, ["06"] = 1 });
        Facet(narrowed, "cooperation").ShouldBe(new() { ["exclusive"] = 2, ["ordinary"] = 1 });
        Facet(narrowed, "trl").ShouldBe(new() { ["ready"] = 1 });

        Total(await Browse(company, "&field=05&field=06&trl=early&trl=ready")).ShouldBe(3);
        Total(await Browse(company, "&region=31")).ShouldBe(1);
        Total(await Browse(company, "&field=05&trl=ready&cooperation=exclusive&region=31")).ShouldBe(1);
        Total(await Browse(company, "&trl=middle")).ShouldBe(0);
        Total(await Browse(company, "&trl=nonsense")).ShouldBe(0);
        Total(await Browse(company, "&cooperation=ord")).ShouldBe(0);
    }

    [Fact]
    public async Task The_nearest_deadline_comes_first_and_none_comes_last()
    {
        var company = await Market.NewCompany();
        async Task<Guid> Due(string? day) => (await company.PostNeed(content => content["deadline"] = day)).Id();
        var (far, open, near, middle) = (await Due("2098-12-31"), await Due(null), await Due("2097-01-01"), await Due("2098-01-01"));
        Ids(await Browse(company, "&sort=deadline")).ShouldBe([near, middle, far, open]);
        Ids(await Browse(company)).ShouldBe([middle, near, open, far]);
        Ids(await Browse(company, "&sort=nonsense")).ShouldBe([middle, near, open, far]);
        Ids(await Browse(company, "&sort=deadline&size=2&page=2")).ShouldBe([far, open]);
    }

    [Fact]
    public async Task Pages_have_bounds()
    {
        var company = await Market.NewCompany();
        var posted = new List<Guid>();
        for (var i = 0; i < 5; i++) posted.Add((await company.PostNeed()).Id());
        posted.Reverse();

        Ids(await Browse(company, "&size=2")).ShouldBe(posted[..2]);
        Ids(await Browse(company, "&size=2&page=3")).ShouldBe(posted[4..]);
        Ids(await Browse(company, "&size=2&page=99")).ShouldBeEmpty();
        (await Browse(company, "&size=2")).GetProperty("pages").GetInt32().ShouldBe(3);
        (await Browse(company, "&size=1000")).GetProperty("size").GetInt32().ShouldBe(100);
        var bounded = await Browse(company, "&size=0&page=-3");
        (bounded.GetProperty("size").GetInt32(), bounded.GetProperty("number").GetInt32()).ShouldBe((1, 1));
        await Market.Visitor().Get("/api/demands?page=two", HttpStatusCode.BadRequest);
        (await Market.Visitor().Get("/api/demands?q=" + new string('x', 2_001), HttpStatusCode.BadRequest)).Errors("q").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_text_finds_what_it_describes_and_facets_narrow_it()
    {
        var (company, word) = (await Market.NewCompany(), DemandActs.OwnWord());
        var strong = await company.PostNeed(content => (content["titleEn"], content["problemEn"], content["field"]) = ($"{word} sensor", $"A {word} sensor of {word}.", "01"));
        var weak = await company.PostNeed(content => (content["problemEn"], content["field"]) = ($"A long text about other matters that has {word} in it once.", "06"));
        await company.PostNeed();

        await Eventually.True(async () => Total(await Search(word)) == 2, "both hits in the index");
        var found = await Search(word);
        Ids(found).ShouldBe([strong.Id(), weak.Id()]);
        Facet(found, "field").ShouldBe(new() { ["01"] = 1, ["06"] = 1 });
        Ids(await Search(word, "&field=06")).ShouldBe([weak.Id()]);
        Ids(await Search(word, "&sort=newest")).ShouldBe([weak.Id(), strong.Id()]);
        Ids(await Search(word, "&sort=deadline")).ShouldBe([weak.Id(), strong.Id()]);
        Ids(await Search(word, "&size=1&page=2")).ShouldBe([weak.Id()]);
        Total(await Search(DemandActs.OwnWord())).ShouldBe(0);

        // What leaves the market is gone at once, though the index learns of it later.
        await company.CloseNeed(strong, isSolved: false);
        Ids(await Search(word)).ShouldBe([weak.Id()]);
    }

    [Fact]
    public async Task A_changed_need_is_found_by_its_new_words_only()
    {
        var (company, before, after) = (await Market.NewCompany(), DemandActs.OwnWord(), DemandActs.OwnWord());
        var need = await company.PostNeed(content => content["titleEn"] = before);
        await Eventually.True(async () => Total(await Search(before)) == 1, "need by its old word");
        await company.Api.Put($"/api/demands/{need.Id()}", DemandActs.Content(content => content["titleEn"] = after), ifMatch: need.Version());
        await Eventually.True(async () => Total(await Search(after)) == 1, "need by its new word");
        Total(await Search(before)).ShouldBe(0);
    }

    [Fact]
    public async Task The_page_works_without_scripts_in_both_languages()
    {
        var company = await Market.NewCompany();
        var need = await company.PostNeed();
        using var browser = Market.Browser("zh");
        var page = await browser.Get($"/demands?organisation={company.OrganisationId}");
        page.Status.ShouldBe(200);
        page.Text.ShouldContain("风电叶片防冰");
        page.Text.ShouldContain("50–200 万元");
        page.Text.ShouldContain("新材料及其应用");
        var narrowed = await browser.Get($"/demands?organisation={company.OrganisationId}&field=06");
        narrowed.Document.QuerySelectorAll("article.tcard").ShouldBeEmpty();
        narrowed.Document.QuerySelector("#f-field-06")!.HasAttribute("checked").ShouldBeTrue();
        narrowed.Document.QuerySelector("#facets input[name=organisation]")!.GetAttribute("value").ShouldBe(company.OrganisationId.ToString());

        using var english = Market.Browser();
        var view = await english.Get($"/demands/{need.Id()}");
        view.Text.ShouldContain("Ice-free turbine blades");
        view.Text.ShouldContain("Blades ice up in winter.");
        view.Text.ShouldContain("2099-03-31");
        view.Document.QuerySelectorAll("main form[method=post]").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_people_write_is_shown_as_text()
    {
        var company = await Market.NewCompany();
        var need = await company.PostNeed(content => (content["titleEn"], content["problemEn"]) = ("<script>alert(1)</script>", "<img src=x onerror=alert(2)>"));
        foreach (var path in new[] { $"/demands?organisation={company.OrganisationId}", $"/demands/{need.Id()}" })
        {
            using var browser = Market.Browser();
            var page = await browser.Get(path);
            page.Text.ShouldContain("<script>alert(1)</script>");
            page.Document.QuerySelector("img[src=x]").ShouldBeNull();
        }
    }

    [Fact]
    public async Task A_part_of_the_page_is_sent_to_scripts_that_ask_for_it()
    {
        var company = await Market.NewCompany();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/demands?organisation={company.OrganisationId}");
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("HX-Request-Type", "partial");
        var html = await (await Market.Visitor().SendAsync(request)).Content.ReadAsStringAsync();
        html.TrimStart().ShouldStartWith("<div id=\"browse\"");
        html.ShouldNotContain("<html");
    }

    private Task<JsonElement> Browse(Actor owner, string more = "") => Market.Visitor().Get($"/api/demands?organisation={owner.OrganisationId}{more}");

    private Task<JsonElement> Search(string text, string more = "") => Market.Visitor().Get($"/api/demands?q={text}{more}");

    private static int Total(JsonElement found) => found.GetProperty("total").GetInt32();

    private static List<Guid> Ids(JsonElement found) => [.. found.GetProperty("items").EnumerateArray().Select(item => item.Id())];

    private static Dictionary<string, int> Facet(JsonElement found, string key) => found.GetProperty("facets").EnumerateArray().Single(facet => facet.GetProperty("key").GetString() == key)
        .GetProperty("values").EnumerateArray().Where(value => value.GetProperty("count").GetInt32() > 0).ToDictionary(value => value.GetProperty("code").GetString()!, value => value.GetProperty("count").GetInt32());
}

public sealed class BrowseDemandsTestsOnSqlite(SqliteMarket market) : BrowseDemandsTests(market);

public sealed class BrowseDemandsTestsOnPostgreSql(PostgreSqlMarket market) : BrowseDemandsTests(market);

public sealed class BrowseDemandsTestsOnSqlServer(SqlServerMarket market) : BrowseDemandsTests(market);
