using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.BrowserTests;

public class PublicPagesTests(Chromium chromium, SqliteMarket market) : BrowserTest(chromium, market)
{
    public static TheoryData<string> Pages => ["/", "/listings", "/demands", "/stats", "/reference", "/account/sign-in", "/account/register", "/no-such-page"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_public_page_is_accessible_in_both_languages_light_and_dark_and_calls_nobody_else(string path)
    {
        foreach (var (language, dark) in new[] { ("en-GB", false), ("zh-CN", true) })
        {
            await using var window = await Chromium.Open(Market, language, dark: dark);
            await window.Page.GotoAsync(path);

            var found = await window.Page.RunAxe();

            found.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(3))}").ShouldBeEmpty($"{path} {language} dark {dark}");
            window.Faults.ShouldBeEmpty($"{path} {language}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_public_page_never_scrolls_sideways_on_a_phone(string path)
    {
        foreach (var language in new[] { "en-GB", "zh-CN" })
        {
            await using var window = await Chromium.Open(Market, language, width: 390);
            await window.Page.GotoAsync(path);

            (await window.ScrollsSideways()).ShouldBeFalse($"{path} {language}");
        }
    }

    [Theory]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("zh-TW", "zh-Hans")]
    [InlineData("en-US", "en")]
    [InlineData("fr-FR", "en")]
    public async Task A_first_visit_speaks_the_browsers_language(string browser, string page)
    {
        await using var window = await Chromium.Open(Market, browser);

        await window.Page.GotoAsync("/");

        (await window.Page.GetAttributeAsync("html", "lang")).ShouldBe(page);
    }

    [Fact]
    public async Task The_first_visit_of_a_dark_system_is_dark_and_stays_so_without_a_flash()
    {
        await using var window = await Chromium.Open(Market, dark: true);

        await window.Page.GotoAsync("/", new() { WaitUntil = WaitUntilState.DOMContentLoaded });

        (await window.Page.GetAttributeAsync("html", "data-bs-theme")).ShouldBe("dark");
    }
}
