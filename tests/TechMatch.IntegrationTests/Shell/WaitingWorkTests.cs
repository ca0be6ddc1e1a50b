using System.Net;
using Shouldly;
using TechMatch.IntegrationTests.Brokerage;
using TechMatch.IntegrationTests.Contracts;
using TechMatch.IntegrationTests.Demands;
using TechMatch.IntegrationTests.Harness;
using TechMatch.IntegrationTests.Listings;

namespace TechMatch.IntegrationTests.Shell;

/// <summary>What the home page says that waits, for each role; every line leads to a page that shows it.</summary>
public abstract class WaitingWorkTests(Market market) : BrokerageTests(market)
{
    [Fact]
    public async Task Nobody_is_told_of_work_that_they_do_not_have()
    {
        foreach (var actor in new[] { await Market.NewUniversity(), await Market.NewCompany() })
        {
            (await Waiting(actor)).ShouldBeEmpty();
            using var browser = await actor.Browser();
            (await browser.Get("/")).Text.ShouldContain("Nothing is waiting for you");
        }
    }

    [Fact]
    public async Task A_university_is_told_of_drafts_returned_results_and_interests()
    {
        var sent = await SendInterest();
        var draft = await sent.Seller.Draft();
        var submitted = await sent.Seller.Submit(await sent.Seller.Draft());
        await (await Market.Reviewer()).Api.Post($"/api/listings/{submitted.Id()}/review", new { @return = true, comment = "Against what?" }, ifMatch: submitted.Version());

        var waiting = await Waiting(sent.Seller);

        waiting.Select(line => line.Href).ShouldBe(["/my/listings?status=Returned", "/my/listings?status=Draft", "/interests?direction=Incoming"], ignoreOrder: true);
        waiting.ShouldAllBe(line => line.Text.EndsWith(": 1", StringComparison.Ordinal));
        using var browser = await sent.Seller.Browser();
        (await browser.Get("/my/listings?status=Draft")).Html.ShouldContain(draft.Id().ToString());
        (await browser.Get("/my/listings?status=Returned")).Html.ShouldContain(submitted.Id().ToString());
        (await browser.Get("/interests?direction=Incoming")).Html.ShouldContain(sent.Id.ToString());
        (await Waiting(sent.Buyer)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_company_is_told_of_needs_that_leave_the_market_soon_first_of_all()
    {
        var company = await Market.NewCompany();
        var soon = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(3);
        await company.PostNeed(content => content["deadline"] = soon);
        await company.PostNeed(content => content["deadline"] = soon.AddDays(300));
        await company.Api.Post("/api/demands", DemandActs.Content(content => content["publish"] = false), HttpStatusCode.Created);

        var waiting = await Waiting(company);

        waiting[0].ShouldBe(new("Needs whose deadline is near: 1", "/my/demands?status=Published", true));
    }

    [Fact]
    public async Task A_broker_is_told_of_deals_in_hand_and_of_deals_to_take()
    {
        var (broker, deal) = (await Market.NewBroker(), await OpenDeal());
        (await Waiting(broker)).Select(line => line.Href).ShouldBe(["/deals?tab=Leads"]);

        await Act(broker, deal.Id, "broker", null);

        (await Waiting(broker)).ShouldContain(new WaitingLine("Deals in your hands, not yet signed: 1", "/deals", false));
    }

    [Fact]
    public async Task A_seller_is_told_of_contracts_to_submit_and_a_registrar_of_those_to_decide()
    {
        var (seller, buyer) = (await Market.NewUniversity(region: "110108"), await Market.NewCompany(region: "310115"));
        await Market.SignedContract(seller, SignedDeals.Between(seller, buyer));
        await Market.SubmittedContract(seller, buyer);

        (await Waiting(seller)).ShouldBe([new("Contracts to complete and submit for registration: 1", "/contracts?state=Recorded", false)]);
        (await Waiting(await Market.NewRegistrar())).ShouldContain(line => line.Href == "/registrar" && line.Text.StartsWith("Registrations to accept: "));
        (await Waiting(buyer)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reviewer_is_told_of_the_queue_in_the_language_that_they_read()
    {
        var university = await Market.NewUniversity();
        await university.Submit(await university.Draft());

        var waiting = await Waiting(await Market.NewOperator(), "zh");

        waiting.ShouldContain(line => line.Href == "/admin/review" && line.Text.StartsWith("待审核的成果："));
    }

    private static async Task<IReadOnlyList<WaitingLine>> Waiting(Actor actor, string language = "en")
    {
        using var browser = await actor.Browser(language);
        var home = await browser.Get("/");
        return [.. home.Document.QuerySelectorAll("section[aria-labelledby=waiting] a.mini").Select(link => new WaitingLine(
            link.TextContent.Trim(), link.GetAttribute("href")!, link.ClassList.Contains("urgent")))];
    }

    private sealed record WaitingLine(string Text, string Href, bool IsUrgent);
}

public sealed class WaitingWorkTestsOnSqlite(SqliteMarket market) : WaitingWorkTests(market);

public sealed class WaitingWorkTestsOnPostgreSql(PostgreSqlMarket market) : WaitingWorkTests(market);

public sealed class WaitingWorkTestsOnSqlServer(SqlServerMarket market) : WaitingWorkTests(market);
