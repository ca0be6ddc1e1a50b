using System.Net;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Shell;

public abstract class PreferencesTests(Market market) : MarketTests(market)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_language_that_a_reader_chose_beats_the_browsers()
    {
        var browser = Market.Browser("en");
        await browser.Get("/no-such-page");

        var page = await browser.Submit(new() { ["culture"] = "zh" }, "form[action='/culture']");

        page.Path.ShouldBe("/no-such-page");
        page.Document.DocumentElement.GetAttribute("lang").ShouldBe("zh-Hans");
        page.Text.ShouldContain("没有找到页面");
    }

    [Fact]
    public async Task The_theme_that_a_reader_chose_is_in_the_page_as_sent()
    {
        var browser = Market.Browser();
        (await browser.Get("/no-such-page?a=1&b=2")).Document.DocumentElement.GetAttribute("data-bs-theme").ShouldBe("light");

        var page = await browser.Submit(new() { ["theme"] = "dark" }, "form[action='/theme']");

        page.Path.ShouldBe("/no-such-page?a=1&b=2");
        page.Document.DocumentElement.GetAttribute("data-bs-theme").ShouldBe("dark");
        page.Document.QuerySelector("form[action='/theme'] button")!.GetAttribute("value").ShouldBe("light");
    }

    [Theory]
    [InlineData("/culture", "culture", "zh")]
    [InlineData("/theme", "theme", "dark")]
    public async Task Nobody_is_sent_to_another_site(string path, string name, string value)
    {
        foreach (var bait in new[] { "https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)", "evil", "", null })
        {
            var answer = await Post(path, name, value, bait);

            answer.StatusCode.ShouldBe(HttpStatusCode.Found, bait);
            answer.Headers.Location!.OriginalString.ShouldBe("/", bait);
        }
        (await Post(path, name, value, "/listings?q=x")).Headers.Location!.OriginalString.ShouldBe("/listings?q=x");
    }

    [Fact]
    public async Task A_language_or_theme_that_does_not_exist_sets_no_cookie()
    {
        (await Post("/culture", "culture", "xx\r\nSet-Cookie: a=b", "/")).Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await Post("/theme", "theme", "pink", "/")).Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task A_theme_cookie_of_somebody_elses_making_does_not_reach_the_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/no-such-page");
        request.Headers.Add("Cookie", "theme=\"><script>");

        var answer = await Market.Visitor().SendAsync(request, Cancel);

        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("data-bs-theme=\"light\" data-theme-pref=\"\"");
    }

    private Task<HttpResponseMessage> Post(string path, string name, string value, string? returnUrl)
    {
        var fields = new Dictionary<string, string> { [name] = value };
        if (returnUrl is not null) fields["returnUrl"] = returnUrl;
        return Market.Visitor().PostAsync(path, new FormUrlEncodedContent(fields), Cancel);
    }
}

public sealed class PreferencesTestsOnSqlite(SqliteMarket market) : PreferencesTests(market);

public sealed class PreferencesTestsOnPostgreSql(PostgreSqlMarket market) : PreferencesTests(market);

public sealed class PreferencesTestsOnSqlServer(SqlServerMarket market) : PreferencesTests(market);
