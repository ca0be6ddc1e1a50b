using System.Net;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Brokerage;

/// <summary>The pages, as a browser without JavaScript sees them.</summary>
public abstract class BrokeragePagesTests(Market market) : BrokerageTests(market)
{
    [Fact]
    public async Task A_company_sends_an_interest_and_the_university_accepts_it()
    {
        var (seller, buyer) = (await Market.NewUniversity(), await Market.NewCompany());
        var (listing, need) = (await Listing(seller), await Need(buyer));
        using var company = await buyer.Browser();

        (await company.Get($"/interests/new?listing={listing}&demand={need}")).Status.ShouldBe(200);
        var refused = await company.Submit(new() { ["Form.CooperationSought"] = "A licence" });
        refused.Status.ShouldBe(422);
        refused.ErrorOf("Form.Missing").ShouldNotBeNull();
        refused.ErrorOf("Form.CooperationSought").ShouldBeNull();
        var sent = await company.Submit(new() { ["Form.Missing"] = "Cycle life", ["Form.AboutUs"] = "We build storage" });
        sent.Path.ShouldStartWith("/interests/");
        sent.Text.ShouldContain("The interest has been sent.");

        using var university = await seller.Browser("zh");
        (await university.Get("/interests")).Text.ShouldContain("待答复");
        await university.Get(sent.Path);
        university.Current.Text.ShouldContain("轮到您了");
        var deal = await university.Submit([], "form[data-act=accept]");
        deal.Path.ShouldStartWith("/deals/");
        deal.Text.ShouldContain("接触");
    }

    [Fact]
    public async Task A_second_look_at_the_form_leads_to_the_open_interest()
    {
        var sent = await SendInterest();
        using var browser = await sent.Buyer.Browser();

        (await browser.Get($"/interests/new?listing={sent.Listing}")).Path.ShouldBe($"/interests/{sent.Id}");
    }

    [Fact]
    public async Task A_no_without_a_reason_keeps_the_page_and_says_so_in_Chinese()
    {
        var sent = await SendInterest();
        using var browser = await sent.Seller.Browser("zh");
        await browser.Get($"/interests/{sent.Id}");

        var refused = await browser.Submit(new() { ["Form.DeclineNote"] = "稍后再谈" }, "form[data-act=decline]");
        refused.Status.ShouldBe(422);
        refused.ErrorOf("Form.DeclineReason")!.ShouldContain("不能为空");
        refused.Html.ShouldContain("稍后再谈");
        var declined = await browser.Submit(new() { ["Form.DeclineReason"] = "tooEarly" }, "form[data-act=decline]");
        declined.Text.ShouldContain("太早期");
    }

    [Fact]
    public async Task The_board_moves_a_card_by_its_arrow()
    {
        var deal = await OpenDeal();
        using var browser = await deal.Seller.Browser();
        await browser.Get("/deals");

        var moved = await browser.Submit(new() { ["to"] = "Nda" }, $"#deal-{deal.Id} form");

        moved.Status.ShouldBe(200);
        moved.Document.QuerySelector($".s-2 #deal-{deal.Id}").ShouldNotBeNull();
        (await StageOf(deal.Seller, deal.Id)).ShouldBe("Nda");
    }

    [Fact]
    public async Task A_card_that_is_dropped_two_columns_on_goes_back_with_a_reason()
    {
        var deal = await OpenDeal();
        using var browser = await deal.Seller.Browser();
        await browser.Get("/deals");
        browser.Http.DefaultRequestHeaders.Add("HX-Request", "true");

        var refused = await browser.Submit(new() { ["to"] = "column:Drafting" }, $"#deal-{deal.Id} form");
        refused.Status.ShouldBe(409);
        refused.Html.ShouldContain("A deal moves one step at a time.");
        refused.Html.ShouldNotContain("<html");
        refused.Document.QuerySelector($".s-1 #deal-{deal.Id}").ShouldNotBeNull();
        var moved = await browser.Submit(new() { ["to"] = "column:Assessment" }, $"#deal-{deal.Id} form");
        moved.Status.ShouldBe(200);
        moved.Document.QuerySelector($".s-2 #deal-{deal.Id}").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_deal_room_offers_what_is_possible_now()
    {
        var deal = await OpenDeal();
        await MoveTo(deal.Seller, deal.Id, "Nda", "Assessment", "TermSheet", "Pricing", "Notice", "Drafting");
        using var buyer = await deal.Buyer.Browser();
        (await buyer.Get($"/deals/{deal.Id}")).Document.QuerySelector("form[data-act=sign]").ShouldBeNull();
        using var browser = await deal.Seller.Browser();
        var page = await browser.Get($"/deals/{deal.Id}");
        page.Document.QuerySelector("form[data-act=sign]").ShouldNotBeNull();
        page.Document.QuerySelector("form[data-act=forward]").ShouldBeNull();
        page.Document.QuerySelector("form[data-act=take]").ShouldBeNull();

        var refused = await browser.Submit(new() { ["Terms.Amount"] = "lots" }, "form[data-act=sign]");
        refused.Status.ShouldBe(422);
        refused.ErrorOf("Terms.Amount").ShouldNotBeNull();
        var back = await browser.Submit([], "form[data-act=back]");
        back.Status.ShouldBe(409);
        back.Text.ShouldContain("Please give a reason.");
        var signed = await browser.Submit(new() { ["Terms.Cooperation"] = "ordinary", ["Terms.Amount"] = "800000", ["Terms.Currency"] = "CNY", ["Terms.SignedOn"] = "2026-01-05" }, "form[data-act=sign]");
        signed.Text.ShouldContain("The signature has been recorded.");
        signed.Text.ShouldContain("CNY 800,000");
        signed.Document.QuerySelector($"a[href='/contracts?deal={deal.Id}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_broker_takes_a_lead_and_writes_a_note()
    {
        var deal = await OpenDeal(isAnonymous: true);
        var broker = await Market.NewBroker();
        using var browser = await broker.Browser("zh");
        var lead = await browser.Get($"/deals/{deal.Id}");
        lead.Text.ShouldContain("匿名企业");
        lead.Html.ShouldNotContain("form[data-act=note]");
        await browser.Get("/deals?tab=Leads&column=Contact");

        await browser.Get($"/deals/{deal.Id}");
        var taken = await browser.Submit([], "form[data-act=take]");
        taken.Text.ShouldContain("您已接手该对接项目。");
        var noted = await browser.Submit(new() { ["Line.Note"] = "下周二安排会议" }, "form[data-act=note]");
        noted.Text.ShouldContain("下周二安排会议");
    }

    [Fact]
    public async Task A_strangers_deal_is_no_page()
    {
        var deal = await OpenDeal();
        using var browser = await (await Market.NewCompany()).Browser();

        (await browser.Get($"/deals/{deal.Id}")).Status.ShouldBe((int)HttpStatusCode.NotFound);
        (await browser.Get($"/interests/{deal.Interest}")).Status.ShouldBe((int)HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in()
    {
        using var browser = Market.Browser();

        (await browser.Get("/deals")).Path.ShouldBe("/account/sign-in?returnUrl=%2Fdeals");
    }
}

public sealed class BrokeragePagesTestsOnSqlite(SqliteMarket market) : BrokeragePagesTests(market);
