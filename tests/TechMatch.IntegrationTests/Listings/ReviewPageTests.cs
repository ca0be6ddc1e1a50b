using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Listings;

/// <summary>The reviewer's form and queue, as a browser without JavaScript sees them.</summary>
public abstract class ReviewPageTests(Market market) : MarketTests(market)
{
    private static readonly string[] Criteria = ["Form.Advantages", "Form.Clarity", "Form.Cooperation", "Form.Language"];

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task The_form_asks_for_four_scores_and_refuses_to_decide_without_them(string language)
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.Reviewer());
        var submitted = await university.Submit(await university.Draft());
        using var browser = await reviewer.Browser(language);
        var form = await browser.Get(Review(submitted));
        form.Text.ShouldContain("Graphene anti-icing coating");
        form.Text.ShouldContain("石墨烯防冰涂层");
        foreach (var criterion in Criteria)
            form.Document.QuerySelectorAll($"[name='{criterion}'] option").Select(option => option.GetAttribute("value")).Where(value => !string.IsNullOrEmpty(value)).ShouldBe(["0", "1", "2", "3", "4", "5"], criterion);

        var page = await browser.Submit(new() { ["Form.Advantages"] = "4", ["Form.Comment"] = "Against what?", ["Form.Return"] = "false" });

        page.Status.ShouldBe(422);
        page.ErrorOf("Form.Advantages").ShouldBeNull();
        foreach (var criterion in Criteria[1..]) page.ErrorOf(criterion).ShouldNotBeNull(criterion).Any(letter => letter >= '\u3400').ShouldBe(language == "zh", criterion);
        page.Document.QuerySelector("[name='Form.Comment']")!.TextContent.Trim().ShouldBe("Against what?");
        page.Document.QuerySelectorAll("[name='Form.Advantages'] option[selected]").ShouldHaveSingleItem().GetAttribute("value").ShouldBe("4");
        var listing = await university.Api.Get($"/api/listings/{submitted.Id()}");
        (listing.GetProperty("status").GetString(), listing.Version(), listing.GetProperty("review").ValueKind).ShouldBe(("Submitted", submitted.Version(), JsonValueKind.Null));
    }

    [Theory]
    [InlineData("4", "The listing is published.", "Published")]
    [InlineData("2", "The listing is on hold.", "OnHold")]
    [InlineData("1", "The listing was rejected.", "Rejected")]
    public async Task The_four_scores_decide(string score, string notice, string status)
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.Reviewer());
        var submitted = await university.Submit(await university.Draft());
        using var browser = await reviewer.Browser();
        await browser.Get($"/listings/{submitted.Id()}");
        browser.Current.Document.QuerySelector($"main a[href='{Review(submitted)}']").ShouldNotBeNull();
        await browser.Get(Review(submitted));

        var page = await browser.Submit(Scores(score));

        page.Path.ShouldBe("/admin/review");
        page.Html.ShouldContain(notice);
        page.Document.QuerySelector($"main a[href='{Review(submitted)}']").ShouldBeNull();
        (await university.Api.Get($"/api/listings/{submitted.Id()}")).GetProperty("status").GetString().ShouldBe(status);
    }

    [Theory]
    [InlineData("en", "The listing was returned for correction.")]
    [InlineData("zh", "成果已退回修改。")]
    public async Task A_return_needs_a_reason_and_the_owner_reads_it_where_they_correct(string language, string notice)
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.Reviewer());
        var submitted = await university.Submit(await university.Draft());
        using var browser = await reviewer.Browser(language);
        await browser.Get(Review(submitted));

        var refused = await browser.Submit(new() { ["Form.Return"] = "true" });
        refused.Status.ShouldBe(422);
        refused.ErrorOf("Form.Comment").ShouldNotBeNull();
        foreach (var criterion in Criteria) refused.ErrorOf(criterion).ShouldBeNull(criterion);
        var returned = await browser.Submit(new() { ["Form.Return"] = "true", ["Form.Comment"] = "与什么相比？" });
        returned.Path.ShouldBe("/admin/review");
        returned.Html.ShouldContain(notice);

        using var owner = await university.Browser(language);
        (await owner.Get("/my/listings")).Text.ShouldContain("与什么相比？");
        owner.Current.Document.QuerySelector($"main a[href='/my/listings/{submitted.Id()}/edit']").ShouldNotBeNull();
        (await owner.Get($"/my/listings/{submitted.Id()}/edit")).Text.ShouldContain("与什么相比？");
        await owner.Submit(new() { ["Form.AdvantagesEn"] = "A tenth of the adhesion of polyurethane at -20 °C." });
        (await owner.Submit([], "main form[action*='Submit']")).Status.ShouldBe(200);
        (await university.Api.Get($"/api/listings/{submitted.Id()}")).GetProperty("status").GetString().ShouldBe("Submitted");
    }

    [Fact]
    public async Task What_another_reviewer_has_decided_meanwhile_stays_decided()
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.Reviewer());
        var submitted = await university.Submit(await university.Draft());
        using var browser = await reviewer.Browser();
        await browser.Get(Review(submitted));
        await reviewer.Review(submitted, 5);

        (await browser.Submit(Scores("1"))).Status.ShouldBe(412);

        (await university.Api.Get($"/api/listings/{submitted.Id()}")).GetProperty("status").GetString().ShouldBe("Published");
    }

    [Fact]
    public async Task Nobody_reviews_the_listing_of_their_own_organisation()
    {
        var university = await Market.NewUniversity();
        var judge = await Market.NewColleague(university.OrganisationId, Integration.Directory.Roles.Operator);
        var submitted = await university.Submit(await university.Draft());
        using var browser = await judge.Browser("zh");
        await browser.Get(Review(submitted));

        var page = await browser.Submit(Scores("5"));

        page.Status.ShouldBe(409);
        page.Text.ShouldContain("不能评审本单位的成果。");
        (await university.Api.Get($"/api/listings/{submitted.Id()}")).GetProperty("status").GetString().ShouldBe("Submitted");
    }

    [Fact]
    public async Task Reviewers_only_see_the_form_and_the_queue()
    {
        var university = await Market.NewUniversity();
        var submitted = await university.Submit(await university.Draft());
        string[] paths = ["/admin/review", Review(submitted)];
        using var visitor = Market.Browser();
        foreach (var path in paths) (await visitor.Get(path)).Path.ShouldStartWith("/account/sign-in");
        foreach (var actor in new[] { university, await Market.NewCompany(), await Market.NewBroker(), await Market.NewRegistrar() })
        {
            using var browser = await actor.Browser();
            foreach (var path in paths) (await browser.Get(path)).Status.ShouldBe(403, path);
        }
        using var owner = await university.Browser();
        await owner.Get("/my/listings/new");
        var sent = Scores("5");
        sent["Version"] = $"{submitted.Version()}";
        (await owner.Submit(sent, to: Review(submitted))).Status.ShouldBe(403);
        (await university.Api.Get($"/api/listings/{submitted.Id()}")).GetProperty("status").GetString().ShouldBe("Submitted");
    }

    private static string Review(JsonElement listing) => $"/admin/review/{listing.Id()}";

    private static Dictionary<string, string?> Scores(string score) => Criteria.ToDictionary(criterion => criterion, _ => (string?)score).Append(new("Form.Return", "false")).ToDictionary();
}

public sealed class ReviewPageTestsOnSqlite(SqliteMarket market) : ReviewPageTests(market);

public sealed class ReviewPageTestsOnPostgreSql(PostgreSqlMarket market) : ReviewPageTests(market);

public class ReviewQueuePageTests
{
    [Fact]
    public async Task The_queue_shows_the_oldest_first_page_by_page_with_the_days_that_each_waits()
    {
        var clock = new AdjustableClock();
        await using var market = await OwnMarket.StartNew(adapt: services => services.AddSingleton<TimeProvider>(clock));
        var university = await market.NewUniversity();
        using (var browser = await (await market.NewOperator()).Browser()) (await browser.Get("/admin/review")).Document.QuerySelector("main table").ShouldBeNull();
        var submitted = new List<Guid>();
        for (var i = 0; i < 5; i++) submitted.Add((await university.Submit(await university.Draft(content => content["titleEn"] = $"Number {i}"))).Id());
        await university.Draft();
        clock.Advance(TimeSpan.FromDays(3.5));
        // A token does not live as long as the test's clock runs.
        using var reviewer = await (await market.NewOperator()).Browser();

        var first = await reviewer.Get("/admin/review?size=2");
        Rows(first).ShouldBe(submitted[..2]);
        first.Text.ShouldContain("3 days");
        first.Document.QuerySelector("main nav.pager a[rel=next]").ShouldNotBeNull();
        first.Document.QuerySelector("main nav.pager a[rel=prev]").ShouldBeNull();
        var second = await reviewer.Get(first.Document.QuerySelector("main nav.pager a[rel=next]")!.GetAttribute("href")!);
        Rows(second).ShouldBe(submitted[2..4]);
        var last = await reviewer.Get("/admin/review?size=2&page=3");
        Rows(last).ShouldBe(submitted[4..]);
        last.Document.QuerySelector("main nav.pager a[rel=next]").ShouldBeNull();
        Rows(await reviewer.Get("/admin/review")).ShouldBe(submitted);
        (await reviewer.Get("/admin/review")).Document.QuerySelector("main nav.pager").ShouldBeNull();
    }

    private static IEnumerable<Guid> Rows(PageAnswer page) => page.Document.QuerySelectorAll("main tbody a").Select(link => Guid.Parse(link.GetAttribute("href")!["/admin/review/".Length..]));
}
