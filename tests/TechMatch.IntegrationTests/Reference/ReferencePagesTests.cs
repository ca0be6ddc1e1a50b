using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Reference;

public abstract class ReferencePagesTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task A_visitor_reads_all_three_kinds_and_finds_no_form_to_publish()
    {
        var page = await Market.Browser().Get("/reference");

        page.Status.ShouldBe(200);
        foreach (var link in new[] { "/reference/rulepacks/CN-BJ", "/reference/codelists/technology-field", "/reference/calendars/CN-2026" })
            page.Document.QuerySelector($"main a[href='{link}']").ShouldNotBeNull(link);
        page.Document.QuerySelector("main input[type=file]").ShouldBeNull();
    }

    [Fact]
    public async Task A_code_list_stands_in_both_languages_side_by_side()
    {
        var page = await Market.Browser("zh").Get("/reference/codelists/technology-field");

        page.Text.ShouldContain("技术领域");
        var cells = page.Document.QuerySelectorAll("main tbody tr")[0].QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToArray();
        cells[..3].ShouldBe(["01", "电子信息", "Electronics and information"]);
    }

    [Theory]
    [InlineData("en", "70 %", "Warns", "50 %", "Refuses")]
    [InlineData("zh", "70%", "提醒", "50%", "强制")]
    public async Task A_rule_pack_says_what_refuses_what_warns_and_what_is_inherited(string language, string standard, string warns, string floor, string refuses)
    {
        var page = await Market.Browser(language).Get("/reference/rulepacks/CN-BJ");

        var (own, inherited) = (Row(page, "reward.transfer.standardPct"), Row(page, "reward.transfer.floorPct"));
        own.ShouldSatisfyAllConditions(row => row.ShouldContain(standard), row => row.ShouldContain(warns), row => row.ShouldContain("CN-BJ"));
        inherited.ShouldSatisfyAllConditions(row => row.ShouldContain(floor), row => row.ShouldContain(refuses), row => row.ShouldNotContain("CN-BJ"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?on=")]
    [InlineData("?on=yesterday")]
    public async Task A_day_that_is_missing_or_cannot_be_read_shows_today(string query)
    {
        var page = await Market.Browser().Get("/reference/rulepacks/CN-BJ" + query);

        page.Status.ShouldBe(200);
        Row(page, "inaction.months").ShouldContain("12 months");
    }

    [Fact]
    public async Task A_day_before_the_ordinance_shows_the_national_law_and_says_so()
    {
        var page = await Market.Browser().Get("/reference/rulepacks/CN-BJ?on=2019-01-01");

        page.Text.ShouldContain("no version in force on that day");
        Row(page, "reward.transfer.standardPct").ShouldContain("50 %");
    }

    [Fact]
    public async Task A_calendar_shows_days_off_and_worked_weekend_days()
    {
        var page = await Market.Browser().Get("/reference/calendars/CN-2026");

        page.Text.ShouldContain("2026-02-15 – 2026-02-23");
        page.Text.ShouldContain("2026-10-10 Saturday");
    }

    [Theory]
    [InlineData("/reference/codelists/no-such-list")]
    [InlineData("/reference/rulepacks/CN-QQQ")]
    [InlineData("/reference/calendars/CN-1999")]
    public async Task What_does_not_exist_is_a_readable_404(string path) => (await Market.Browser().Get(path)).Status.ShouldBe(404);

    [Fact]
    public async Task An_operator_uploads_a_file_and_lands_on_it()
    {
        var name = ReferenceFiles.FreshListName();

        var page = await Upload(await Market.NewOperator(), ReferenceFiles.List(name).ToJsonString());

        page.Path.ShouldBe($"/reference/codelists/{name}?version=2026.1");
        page.Text.ShouldContain("The version is published.");
        page.Text.ShouldContain("Published by an operator");
    }

    [Fact]
    public async Task A_bad_upload_is_answered_row_by_row_above_the_form()
    {
        var name = ReferenceFiles.FreshListName();
        var bad = ReferenceFiles.List(name, codes: ["red", "red"]);
        bad["codes"]![1]!.AsObject().Remove("zh");

        var page = await Upload(await Market.NewOperator(), bad.ToJsonString());

        page.Status.ShouldBe(422);
        var alert = page.Document.QuerySelector("main [role=alert]")!;
        alert.TextContent.ShouldContain("Row 2 (red): zh is missing.");
        alert.TextContent.ShouldContain("Row 2 (red): code “red” occurs twice.");
        alert.QuerySelectorAll("a").ShouldAllBe(link => page.Document.QuerySelector(link.GetAttribute("href")!) != null);
        (await Market.Browser().Get($"/reference/codelists/{name}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task An_upload_without_a_file_says_what_is_missing() =>
        (await Upload(await Market.NewOperator(), null)).Text.ShouldContain("Choose a JSON file.");

    [Fact]
    public async Task An_upload_of_other_content_under_a_published_version_is_refused()
    {
        var page = await Upload(await Market.NewOperator(), ReferenceFiles.List("technology-field").ToJsonString());

        page.Status.ShouldBe(409);
        page.Text.ShouldContain("Version 2026.1 has been published with other content.");
    }

    [Fact]
    public async Task Somebody_who_is_no_operator_gets_nowhere_with_a_form_of_their_own()
    {
        var actor = await Market.NewUniversity();
        var browser = await actor.Browser();
        // Any page with a form gives the token.
        var token = Token(await browser.Get("/account/sign-in"));
        var name = ReferenceFiles.FreshListName();

        var page = await Send(browser, token, ReferenceFiles.List(name).ToJsonString());

        page.Status.ShouldBe(403);
        (await Market.Browser().Get($"/reference/codelists/{name}")).Status.ShouldBe(404);
    }

    private static string Row(PageAnswer page, string key) =>
        string.Join(' ', page.Document.GetElementById(key).ShouldNotBeNull(key).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static async Task<PageAnswer> Upload(Actor actor, string? json)
    {
        var browser = await actor.Browser();
        return await Send(browser, Token(await browser.Get("/reference")), json);
    }

    private static string Token(PageAnswer page) => page.Document.QuerySelector("main input[name=__RequestVerificationToken]").ShouldNotBeNull().GetAttribute("value")!;

    private static async Task<PageAnswer> Send(PageClient browser, string token, string? json)
    {
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        if (json is not null) form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(json)), "Form.File", "list.json");
        using var answer = await browser.Http.PostAsync("/reference", form, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)answer.StatusCode, await new HtmlParser().ParseDocumentAsync(html), answer.RequestMessage!.RequestUri!.PathAndQuery, html);
    }
}

public sealed class ReferencePagesTestsOnSqlite(SqliteMarket market) : ReferencePagesTests(market);

public sealed class ReferencePagesTestsOnPostgreSql(PostgreSqlMarket market) : ReferencePagesTests(market);

public sealed class ReferencePagesTestsOnSqlServer(SqlServerMarket market) : ReferencePagesTests(market);
