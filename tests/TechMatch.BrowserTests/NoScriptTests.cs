using System.Net;
using Shouldly;
using TechMatch.IntegrationTests.Harness;
using TechMatch.IntegrationTests.Servers;

namespace TechMatch.BrowserTests;

/// <summary>Script only spares page loads: without it everything is still there.</summary>
public class NoScriptTests(Chromium chromium, SqliteMarket market) : BrowserTest(chromium, market)
{
    [Fact]
    public async Task A_search_is_narrowed_by_a_facet_and_widened_again_without_script()
    {
        var (inField, elsewhere) = (await Market.PublishListing(await Market.NewUniversity(), "Zephyrite membrane", "05"), await Market.PublishListing(await Market.NewUniversity(), "Zephyrite pump", "03"));
        await using var window = await Chromium.Open(Market, scripts: false);
        var page = window.Page;
        await Eventually.True(
            async () =>
            {
                await page.GotoAsync("/listings?q=zephyrite");
                return await page.Locator("article.tcard").CountAsync() == 2;
            },
            "two listings found by a word");

        await page.CheckAsync("#f-field-05");
        await page.ClickAsync("#facets button");
        await page.WaitForURLAsync(url => url.Contains("field=05", StringComparison.Ordinal));

        (await page.Locator($"#l-{inField}").CountAsync(), await page.Locator($"#l-{elsewhere}").CountAsync()).ShouldBe((1, 0));
        page.Url.ShouldContain("q=zephyrite");

        await page.ClickAsync("a.chip");
        await page.WaitForURLAsync(url => !url.Contains("field=05", StringComparison.Ordinal));
        (await page.Locator("article.tcard").CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_need_is_posted_without_script_and_a_refused_one_keeps_what_was_typed()
    {
        await using var company = await Desk.Open(Chromium, Market, await Market.NewCompany(), scripts: false);
        await company.Go("/demands/new");
        await company.Fill(new() { ["ProblemEn"] = "Our kilns lose heat at the door." });
        await company.Page.ClickAsync("main form button[type=submit]");
        await company.Page.Locator("#errs").WaitForAsync();
        (await company.Page.InputValueAsync("[name='Form.ProblemEn']")).ShouldBe("Our kilns lose heat at the door.");

        await company.Fill(new() { ["TitleEn"] = "Tight kiln doors" });
        await company.Follow("main form button[type=submit]");

        company.Page.Url.ShouldContain("/matches?demand=");
        await company.Go("/my/demands");
        (await company.Text("main")).ShouldContain("Tight kiln doors");
    }

    [Fact]
    public async Task A_deal_is_moved_on_the_board_without_script()
    {
        var (seller, buyer, broker) = (await Market.NewUniversity(), await Market.NewCompany(), await Market.NewBroker());
        var listing = await Market.PublishListing(seller, "Quiet compressor blades", "03");
        var interest = await buyer.Api.Post("/api/interests", new { listingId = listing, cooperationSought = "Licence", missing = "Noise data", aboutUs = "A maker of pumps" }, HttpStatusCode.Created);
        var accepted = await seller.Api.Post($"/api/interests/{interest.Id()}/acceptance", null, ifMatch: interest.Version());
        var deal = accepted.GetProperty("dealId").GetGuid();
        await using var desk = await Desk.Open(Chromium, Market, broker, scripts: false);

        await desk.Go($"/deals/{deal}");
        await desk.Follow("form[data-act=take] button");
        await desk.Go("/deals");
        await desk.Follow($"#deal-{deal} button[name=to][value=Nda]");

        (await desk.Page.Locator($"#deal-{deal} button[name=to]").GetAttributeAsync("value")).ShouldBe("Assessment");
    }
}
