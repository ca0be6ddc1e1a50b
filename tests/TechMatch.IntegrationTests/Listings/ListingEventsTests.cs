using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;
using TechMatch.Integration.Brokerage;
using TechMatch.IntegrationTests.Harness;
using TechMatch.Listings.Features;
using TechMatch.Listings.Persistence;

namespace TechMatch.IntegrationTests.Listings;

public abstract class ListingEventsTests(Market market) : MarketTests(market)
{
    [Theory]
    [InlineData("exclusive", true)]
    [InlineData("assign", true)]
    [InlineData("ordinary", false)]
    public async Task An_exclusive_deal_takes_the_listing_off_the_market(string cooperation, bool leaves)
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.NewOperator());
        var published = await university.Publish(reviewer);
        await Sign(published.Id(), cooperation, university.OrganisationId);
        if (leaves)
        {
            await Eventually.True(async () => (await university.Api.Get($"/api/listings/{published.Id()}")).GetProperty("status").GetString() == "Licensed", "licensed listing");
            await Market.Visitor().Get($"/api/listings/{published.Id()}", HttpStatusCode.NotFound);
        }
        else
        {
            // A second, exclusive deal shows that the first one has been applied by now: events of one test are delivered in order.
            await Sign(published.Id(), "assign", university.OrganisationId);
            await Eventually.True(async () => (await university.Api.Get($"/api/listings/{published.Id()}")).GetProperty("status").GetString() == "Licensed", "licensed listing");
            (await university.Api.Get($"/api/listings/{published.Id()}")).Version().ShouldBe(published.Version() + 1);
        }
    }

    [Fact]
    public async Task A_withdrawn_listing_that_was_sold_cannot_come_back()
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.NewOperator());
        var published = await university.Publish(reviewer);
        await university.Api.Post($"/api/listings/{published.Id()}/withdrawal", null, ifMatch: published.Version());
        await Sign(published.Id(), "assign", university.OrganisationId);
        await Eventually.True(async () => (await university.Api.Get($"/api/listings/{published.Id()}")).GetProperty("status").GetString() == "Licensed", "licensed listing");
    }

    [Fact]
    public async Task A_loss_that_arrives_before_its_signature_leaves_the_listing_on_the_market()
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.NewOperator());
        var (lost, published) = (Guid.CreateVersion7(), await university.Publish(reviewer));
        await Tell(new DealLost(lost, 9, published.Id(), null, "exclusive"));
        await Tell(new DealSigned(lost, 8, published.Id(), null, university.OrganisationId, Guid.CreateVersion7(), "exclusive", 1_000_000m, "CNY", new DateOnly(2026, 5, 1)));
        // Of two that have it, the loss of one gives nothing back.
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var deal in new[] { first, second })
            await Tell(new DealSigned(deal, 8, published.Id(), null, university.OrganisationId, Guid.CreateVersion7(), "exclusive", 1_000_000m, "CNY", new DateOnly(2026, 5, 1)));
        await Is("Licensed");
        (await university.Api.Get($"/api/listings/{published.Id()}")).Version().ShouldBe(published.Version() + 1);
        await Tell(new DealLost(first, 9, published.Id(), null, "exclusive"));
        await Tell(new DealLost(second, 9, published.Id(), null, "exclusive"));
        await Is("Published");
        (await university.Api.Get($"/api/listings/{published.Id()}")).Version().ShouldBe(published.Version() + 2);

        Task Is(string status) => Eventually.True(async () => (await university.Api.Get($"/api/listings/{published.Id()}")).GetProperty("status").GetString() == status, status);
    }

    private Task<int> Tell(TechMatch.Shared.Messaging.IIntegrationEvent fact) => Market.InTransaction((ListingsDbContext db) =>
    {
        db.Publish(fact);
        return db.SaveChangesAsync();
    });

    private Task<int> Sign(Guid listing, string cooperation, Guid seller) => Market.With<ListingsDbContext, int>(async db =>
    {
        db.Publish(new DealSigned(Guid.CreateVersion7(), 1, listing, null, seller, Guid.CreateVersion7(), cooperation, 1_000_000m, "CNY", new DateOnly(2026, 5, 1)));
        return await db.SaveChangesAsync();
    });
}

public sealed class ListingEventsTestsOnSqlite(SqliteMarket market) : ListingEventsTests(market);

public sealed class ListingExpiryTests
{
    [Fact]
    public async Task A_listing_expires_after_its_time_and_may_be_submitted_again()
    {
        var clock = new AdjustableClock();
        await using var market = await OwnMarket.StartNew(adapt: services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        var (university, reviewer) = (await market.NewUniversity(), await market.NewOperator());
        var published = await university.Publish(reviewer);
        await market.RunNow<ExpireListings>();
        (await university.Api.Get($"/api/listings/{published.Id()}")).GetProperty("status").GetString().ShouldBe("Published");

        clock.Advance(TimeSpan.FromDays(366));
        university = await Actor.SignIn(market, university.PersonId, university.OrganisationId, university.Email, university.Password);
        await market.RunNow<ExpireListings>();
        var listing = await university.Api.Get($"/api/listings/{published.Id()}");
        listing.GetProperty("status").GetString().ShouldBe("Expired");
        await market.Visitor().Get($"/api/listings/{published.Id()}", HttpStatusCode.NotFound);
        await university.Submit(listing);
    }
}
