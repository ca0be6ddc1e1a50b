using Shouldly;
using TechMatch.Integration.Brokerage;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Listings;
using TechMatch.Integration.Statistics;
using TechMatch.IntegrationTests.Contracts;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Statistics;

/// <summary>Counts of the whole market, so on markets of their own.</summary>
public sealed class MarketCountsTests
{
    [Fact]
    public async Task Listings_and_needs_are_counted_in_whatever_order_their_events_come()
    {
        await using var market = await OwnMarket.StartNew();
        var (stays, gone, back) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var message = Guid.CreateVersion7();
        await market.Bring(new ListingPublished(stays, 2, Guid.CreateVersion7(), "06"), message);
        await market.Bring(new ListingPublished(stays, 2, Guid.CreateVersion7(), "06"), message);
        await market.Bring(new ListingUnpublished(gone, 5), Guid.CreateVersion7());
        await market.Bring(new ListingPublished(gone, 4, Guid.CreateVersion7(), "06"), Guid.CreateVersion7());
        await market.Bring(new DemandPublished(back, 7, "06"), Guid.CreateVersion7());
        await market.Bring(new DemandUnpublished(back, 6), Guid.CreateVersion7());

        var view = await market.Visitor("zh").Get("/api/statistics/market");

        (view.GetProperty("listings").GetInt32(), view.GetProperty("demands").GetInt32()).ShouldBe((1, 1));
        var field = view.GetProperty("fields").EnumerateArray().Single();
        (field.GetProperty("name").GetString(), field.GetProperty("listings").GetInt32(), field.GetProperty("demands").GetInt32()).ShouldBe(("新能源与高效节能", 1, 1));
    }

    [Fact]
    public async Task Deals_and_contracts_appear_in_the_figures_of_the_home_page_once_registered()
    {
        await using var market = await OwnMarket.StartNew();
        var (seller, buyer, registrar) = (await market.NewUniversity(), await market.NewCompany(), await market.NewRegistrar());
        (await market.Send(new GetMarketFigures())).ShouldBe(new MarketFigures(0, 0, 0, 0));
        await market.Bring(new DealOpened(Guid.CreateVersion7(), 1, Guid.CreateVersion7(), null, seller.OrganisationId, buyer.OrganisationId), Guid.CreateVersion7());
        var (id, version) = await market.SubmittedContract(seller, buyer, 2_500_000m);
        version = (await registrar.Api.Post($"/api/contracts/{id}/registration/acceptance", null, ifMatch: version)).Version();
        await registrar.Api.Post(
            $"/api/contracts/{id}/registration/decision", new { outcome = "registered", registrationNumber = SignedDeals.FreshNumber(), registeredOn = SignedDeals.SignedOn }, ifMatch: version);

        await Eventually.True(async () => (await market.Send(new GetMarketFigures())).Contracts == 1, "registered contract in the figures");

        (await market.Send(new GetMarketFigures())).ContractValue.ShouldBe(2_500_000m);
        var view = await market.Visitor().Get("/api/statistics/market");
        (view.GetProperty("dealsOpened").GetInt32(), view.GetProperty("dealsSigned").GetInt32()).ShouldBe((2, 1));
        (await market.Browser("zh").Get("/stats")).Text.ShouldContain("250 万元");
    }
}
