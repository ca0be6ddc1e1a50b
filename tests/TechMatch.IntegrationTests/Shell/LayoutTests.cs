using System.Net;
using AngleSharp.Dom;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Shell;

public abstract class LayoutTests(Market market) : MarketTests(market)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_finds_the_market_the_two_doors_and_the_way_in()
    {
        var page = await Market.Browser().Get("/");

        page.Status.ShouldBe(200);
        Links(page, "header").ShouldBe(["/", "/listings", "/demands", "/stats", "/account/sign-in"]);
        Links(page, "main").ShouldContain("/demands/new");
        Links(page, "main").ShouldContain("/my/listings/new");
        page.Document.QuerySelectorAll("a.ftile[href^='/listings?field=']").Length.ShouldBe(11);
        page.Document.QuerySelectorAll("dl.counters dd").Length.ShouldBe(4);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("university")]
    [InlineData("company")]
    [InlineData("broker")]
    [InlineData("operator")]
    public async Task Every_link_of_the_home_page_leads_to_a_page(string? role)
    {
        var browser = role is null ? Market.Browser() : await (await NewActor(role)).Browser();
        var page = await browser.Get("/");

        var links = Links(page, "body").Where(link => link?.StartsWith('/') is true).Select(link => link!).Distinct().ToList();

        links.Count.ShouldBeGreaterThan(5);
        foreach (var link in links) (await browser.Get(link)).Status.ShouldBe(200, link);
    }

    [Fact]
    public async Task A_search_goes_to_results_or_to_needs_without_JavaScript()
    {
        var form = (await Market.Browser().Get("/")).Document.QuerySelector("form[role=search]")!;

        form.GetAttribute("action").ShouldBe("/listings");
        form.QuerySelectorAll("button").Select(button => button.GetAttribute("formaction")).ShouldBe([null, "/demands"]);
    }

    [Theory]
    [InlineData("university", "/my/listings", "/my/demands /admin")]
    [InlineData("company", "/my/demands", "/my/listings /admin")]
    [InlineData("broker", "/deals", "/my/listings /my/demands /admin")]
    [InlineData("operator", "/admin", "/my/listings /my/demands")]
    public async Task Everybody_is_shown_their_own_work_and_no_other(string role, string own, string others)
    {
        var person = await NewActor(role);

        var page = await (await person.Browser()).Get("/");

        page.Status.ShouldBe(200);
        var links = Links(page, "nav[aria-label='My work']");
        links.ShouldContain(own);
        links.Intersect(others.Split(' ')).ShouldBeEmpty();
        page.Text.ShouldContain("Welcome, ");
        page.Document.QuerySelector("form[action='/account/sign-out'][method=post] input[name=__RequestVerificationToken]").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_public_page_sets_no_cookie_and_says_what_its_answer_depends_on()
    {
        var answer = await Market.Visitor().GetAsync("/", Cancel);

        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        string.Join(',', answer.Headers.Vary).ShouldContain("Accept-Language");
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldNotContain("__RequestVerificationToken");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/error?status=500")]
    [InlineData("/admin/messages")]
    public async Task Every_page_forbids_what_is_not_ours(string path)
    {
        var answer = await Market.Visitor().GetAsync(path, Cancel);

        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self';");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Fact]
    public async Task A_page_obeys_its_own_policy()
    {
        var page = await Market.Browser().Get("/");

        page.Document.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
        page.Document.QuerySelectorAll("*").SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        page.Document.QuerySelectorAll("[src], link[href]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!).ShouldAllBe(address => address.StartsWith('/'));
    }

    [Fact]
    public async Task What_the_page_loads_is_there_and_may_be_kept_for_long()
    {
        var page = await Market.Browser().Get("/");
        var files = page.Document.QuerySelectorAll("script[src], link[rel=stylesheet], svg use")
            .Select(element => (element.GetAttribute("src") ?? element.GetAttribute("href"))!.Split('#')[0]).Distinct().ToList();

        files.Count.ShouldBeGreaterThan(4);
        foreach (var file in files)
        {
            var answer = await Market.Visitor().GetAsync(file, Cancel);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, file);
        }
    }

    [Fact]
    public async Task A_redirect_is_followed_by_the_whole_page_when_htmx_asks()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/admin/messages");
        request.Headers.Add("HX-Request", "true");

        var answer = await Market.Visitor().SendAsync(request, Cancel);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("HX-Redirect").Single().ShouldStartWith("/account/sign-in?returnUrl=");
        answer.Headers.Location.ShouldBeNull();
    }

    [Theory]
    [InlineData(403, "You may not do this")]
    [InlineData(404, "There is nothing here")]
    [InlineData(409, "Not possible now")]
    [InlineData(412, "Changed in the meantime")]
    [InlineData(500, "Something went wrong")]
    [InlineData(200, "There is nothing here")]
    public async Task An_error_page_has_its_status_and_says_what_to_do(int status, string heading)
    {
        var page = await Market.Browser().Get($"/error?status={status}");

        page.Status.ShouldBe(status == 200 ? 404 : status);
        page.Document.QuerySelector("h1")!.TextContent.ShouldBe(heading);
        Links(page, "main").ShouldContain("/");
        page.Text.Contains("Reference:", StringComparison.Ordinal).ShouldBe(status == 500);
    }

    private Task<Actor> NewActor(string role) => role switch
    {
        "university" => Market.NewUniversity(),
        "company" => Market.NewCompany(),
        "broker" => Market.NewBroker(),
        _ => Market.NewOperator(),
    };

    private static List<string?> Links(PageAnswer page, string within) => [.. page.Document.QuerySelector(within).ShouldNotBeNull().QuerySelectorAll("a").Select(link => link.GetAttribute("href"))];
}

public sealed class LayoutTestsOnSqlite(SqliteMarket market) : LayoutTests(market);

public sealed class LayoutTestsOnPostgreSql(PostgreSqlMarket market) : LayoutTests(market);

public sealed class LayoutTestsOnSqlServer(SqlServerMarket market) : LayoutTests(market);
