using System.Net;
using Shouldly;
using TechMatch.IntegrationTests.Demands;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Matching;

public sealed class ExplainMatchTests(SqliteMarket market) : MatchingTests(market)
{
    [Fact]
    public async Task Contributions_and_phrases_add_up_to_the_score_in_both_directions_and_marks_lie_in_the_texts()
    {
        var (university, company, word) = (await Market.NewUniversity(), await Market.NewCompany(), DemandActs.OwnWord());
        var need = await Need(company, new { titleEn = $"低成本 {word} 正极", problemEn = "The cost of sodium-ion cathode material is too high, and its life too short.", trlMin = 8, keywords = new[] { "钠离子电池" } });
        var listing = await Listing(university, new { titleZh = $"钠离子电池 {word} 正极材料", titleEn = "Sodium-ion cathode", summaryEn = "A cathode material of low cost and long life.", trl = 4, field = "06" });
        var row = await Appears(company, $"demand={need}", "listingId", listing);

        var report = await company.Api.Get($"/api/matches/{need}/{listing}");

        report.GetProperty("forward").GetProperty("score").GetDecimal().ShouldBe(row.GetProperty("score").GetDecimal());
        foreach (var (direction, asking, answering) in new[] { ("forward", "demandTexts", "listingTexts"), ("reverse", "listingTexts", "demandTexts") })
        {
            var part = report.GetProperty(direction);
            var score = part.GetProperty("score").GetDecimal();
            score.ShouldBeGreaterThan(0);
            part.GetProperty("withoutViolations").GetDecimal().ShouldBeGreaterThan(score);
            Sum(part.GetProperty("contributions")).ShouldBe(score);
            Sum(part.GetProperty("phrases")).ShouldBe(score);
            foreach (var contribution in part.GetProperty("contributions").EnumerateArray())
            {
                var first = contribution.GetProperty("asking")[0];
                Text(report.GetProperty(asking), first).ShouldBe(contribution.GetProperty("term").GetString());
                Text(report.GetProperty(answering), contribution.GetProperty("answering")[0]).ShouldNotBeEmpty();
            }
        }
        report.GetProperty("questions").GetArrayLength().ShouldBeGreaterThan(0);
        report.GetProperty("mayExpressInterest").GetBoolean().ShouldBeTrue();
        (await university.Api.Get($"/api/matches/{need}/{listing}")).GetProperty("mayExpressInterest").GetBoolean().ShouldBeFalse();

        static string Text(System.Text.Json.JsonElement texts, System.Text.Json.JsonElement place) => texts[place.GetProperty("text").GetInt32()]
            .GetProperty("text").GetString()!.Substring(place.GetProperty("start").GetInt32(), place.GetProperty("length").GetInt32());
    }

    [Fact]
    public async Task An_anonymous_need_hides_its_organisation_from_all_but_its_own()
    {
        var (university, company, word) = (await Market.NewUniversity(), await Market.NewCompany(), DemandActs.OwnWord());
        var need = await Need(company, new { titleEn = $"{word} wanted", problemEn = "A problem.", isAnonymous = true });
        var listing = await Listing(university, new { titleEn = $"{word} offered", summaryEn = "A summary." });
        await Appears(company, $"demand={need}", "listingId", listing);
        string[] paths = [$"/api/matches?listing={listing}", $"/api/matches/{need}/{listing}", $"/matches?listing={listing}", $"/matches/{need}/{listing}"];
        var broker = await Market.NewBroker();

        foreach (var viewer in new[] { university, broker })
        {
            using var browser = await viewer.Browser();
            foreach (var path in paths)
            {
                var text = path.StartsWith("/api", StringComparison.Ordinal) ? await viewer.Api.GetStringAsync(path, TestContext.Current.CancellationToken) : (await browser.Get(path)).Html;
                text.ShouldContain(need.ToString());
                text.ShouldNotContain(company.OrganisationId.ToString());
            }
        }
        (await broker.Api.GetStringAsync($"/api/matches?demand={need}", TestContext.Current.CancellationToken)).ShouldNotContain(company.OrganisationId.ToString());
        var own = (await company.Api.Get($"/api/matches/{need}/{listing}")).GetProperty("demand");
        own.GetProperty("organisationId").GetGuid().ShouldBe(company.OrganisationId);
        own.GetProperty("organisation").GetString().ShouldNotBeNullOrEmpty();
        var overseen = (await (await Market.NewOperator()).Api.Get($"/api/matches/{need}/{listing}")).GetProperty("demand");
        overseen.GetProperty("organisationId").GetGuid().ShouldBe(company.OrganisationId);
    }

    [Fact]
    public async Task Of_an_anonymous_need_the_market_learns_the_province_only()
    {
        var (university, company, word) = (await Market.NewUniversity(), await Market.NewCompany(), DemandActs.OwnWord());
        var need = await Need(company, new { titleEn = $"{word} wanted", problemEn = "A problem.", isAnonymous = true, region = "110108" });
        var listing = await Listing(university, new { titleEn = $"{word} offered", summaryEn = "A summary.", region = "110105" });
        await Appears(company, $"demand={need}", "listingId", listing);
        string[] paths = [$"/api/matches?listing={listing}", $"/api/matches/{need}/{listing}", $"/api/demands/{need}", $"/api/demands?q={word}"];

        foreach (var path in paths)
        {
            var text = await university.Api.GetStringAsync(path, TestContext.Current.CancellationToken);
            text.ShouldContain(need.ToString());
            text.ShouldNotContain("110108");
            text.ShouldNotContain("Haidian");
        }
        (await company.Api.Get($"/api/demands/{need}")).GetProperty("region").GetString().ShouldBe("110108");
    }

    [Fact]
    public async Task Pages_mark_what_was_met_and_encode_what_people_wrote()
    {
        var (university, company, word) = (await Market.NewUniversity(), await Market.NewCompany(), DemandActs.OwnWord());
        var need = await Need(company, new { titleEn = $"{word} <b>wanted</b>", problemEn = $"{word} <script>alert(1)</script> too dear", trlMin = 6 });
        var listing = await Listing(university, new { titleEn = $"<i>{word}</i> offered", summaryEn = $"An {word} & more.", trl = 3 });
        await Appears(company, $"demand={need}", "listingId", listing);
        using var browser = await company.Browser();

        var list = await browser.Get($"/matches?demand={need}");
        var report = await browser.Get($"/matches/{need}/{listing}");
        var own = await browser.Get("/matches");

        list.Status.ShouldBe(200);
        list.Document.QuerySelectorAll("main article.match h2 mark").Select(mark => mark.TextContent).ShouldContain(word);
        list.Document.QuerySelector("main svg.ring").ShouldNotBeNull();
        list.Document.QuerySelector("[data-condition=trl]")!.GetAttribute("data-state").ShouldBe("violated");
        report.Document.QuerySelectorAll("main dl.texts mark").Select(mark => mark.TextContent).ShouldContain(word);
        report.Document.QuerySelector($"main a[href='/interests/new?listing={listing}&demand={need}']").ShouldNotBeNull();
        own.Text.ShouldContain($"{word} <b>wanted</b>");
        foreach (var page in new[] { list, report, own })
        {
            page.Document.QuerySelectorAll("main script, main b b, main i").ShouldBeEmpty();
            page.Html.ShouldNotContain("<script>alert");
            page.Html.ShouldNotContain("matching.");
        }

        using var sellers = await university.Browser("zh");
        var chinese = await sellers.Get($"/matches/{need}/{listing}");
        chinese.Document.QuerySelector("main a[href^='/interests/new']").ShouldBeNull();
        chinese.Text.ShouldContain("为什么匹配");
        chinese.Html.ShouldNotContain("matching.");
    }

    [Fact]
    public async Task Pages_of_others_are_not_found_and_a_visitor_is_sent_to_sign_in()
    {
        var company = await Market.NewCompany();
        var need = await Need(company, DemandActs.OwnWord());
        using var other = await (await Market.NewCompany()).Browser();
        using var visitor = Market.Browser();

        (await other.Get($"/matches?demand={need}")).Status.ShouldBe((int)HttpStatusCode.NotFound);
        (await visitor.Get("/matches")).Path.ShouldStartWith("/account/sign-in");
    }
}
