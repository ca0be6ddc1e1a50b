using System.Net;
using System.Text.Json;
using TechMatch.IntegrationTests.Demands;
using TechMatch.IntegrationTests.Harness;
using TechMatch.IntegrationTests.Listings;

namespace TechMatch.IntegrationTests.Brokerage;

/// <summary>A university with a listing, a company that is interested, and what both have to do before a test begins.</summary>
public abstract class BrokerageTests(Market market) : MarketTests(market)
{
    protected static object Interest(Guid listing, Guid? demand = null) =>
        new { listingId = listing, demandId = demand, cooperationSought = "A non-exclusive licence", missing = "Cycle life at -20 °C", aboutUs = "We build storage systems" };

    protected Task<Guid> Listing(Actor seller) => seller.PublishListing(Market, new
    {
        titleZh = "钠离子电池正极低成本制备工艺",
        titleEn = "Low-cost process for sodium-ion cathodes",
        summaryEn = "A process without cobalt.",
        trl = 6,
        cooperation = new[] { "ordinary" },
    });

    protected static async Task<Guid> Need(Actor buyer, bool isAnonymous = false) =>
        (await buyer.PostNeed(content => (content["titleZh"], content["titleEn"], content["isAnonymous"]) = ("降低正极材料成本", "Cheaper cathode material", isAnonymous))).Id();

    protected sealed record Sent(Actor Seller, Actor Buyer, Guid Listing, Guid Id, long Version);

    protected sealed record Opened(Actor Seller, Actor Buyer, Guid Interest, Guid Id);

    protected async Task<Sent> SendInterest(bool isAnonymous = false)
    {
        var (seller, buyer) = (await Market.NewUniversity(), await Market.NewCompany());
        var listing = await Listing(seller);
        var saved = await buyer.Api.Post("/api/interests", Interest(listing, await Need(buyer, isAnonymous)), HttpStatusCode.Created);
        return new(seller, buyer, listing, saved.Id(), saved.Version());
    }

    protected async Task<Opened> OpenDeal(bool isAnonymous = false)
    {
        var sent = await SendInterest(isAnonymous);
        var accepted = await sent.Seller.Api.Post($"/api/interests/{sent.Id}/acceptance", null, ifMatch: sent.Version);
        return new(sent.Seller, sent.Buyer, sent.Id, accepted.GetProperty("dealId").GetGuid());
    }

    /// <summary>The answer as sent, for what must not be in it anywhere.</summary>
    protected static async Task<string> Raw(Actor actor, string path) => (await actor.Api.Get(path)).GetRawText();

    protected static Task<JsonElement> View(Actor actor, Guid deal) => actor.Api.Get($"/api/deals/{deal}");

    /// <summary>Does something to a deal at its present version.</summary>
    protected static async Task<JsonElement> Act(Actor actor, Guid deal, string what, object? body, HttpStatusCode expected = HttpStatusCode.OK, HttpMethod? method = null) =>
        await actor.Api.Send(method ?? HttpMethod.Post, $"/api/deals/{deal}/{what}", body, expected, (await View(actor, deal)).Version());

    protected static async Task MoveTo(Actor actor, Guid deal, params string[] stages)
    {
        foreach (var stage in stages) await Act(actor, deal, "stage", new { stage });
    }

    protected static async Task<string> StageOf(Actor actor, Guid deal) => (await View(actor, deal)).GetProperty("summary").GetProperty("stage").GetString()!;
}
