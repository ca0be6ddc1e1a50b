using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TechMatch.Brokerage.Features.Interests;
using TechMatch.IntegrationTests.Harness;
using TechMatch.IntegrationTests.Listings;

namespace TechMatch.IntegrationTests.Brokerage;

public class ExpireInterestsTests
{
    [Fact]
    public async Task What_nobody_answers_expires_and_what_was_answered_stays()
    {
        var clock = new AdjustableClock();
        await using var market = await OwnMarket.StartNew(adapt: services => services.AddSingleton<TimeProvider>(clock));
        var (seller, buyer) = (await market.NewUniversity(), await market.NewCompany());
        var (silent, answered) = (await Send(market, seller, buyer), await Send(market, seller, buyer));
        await seller.Api.Post($"/api/interests/{answered}/refusal", new { declineReason = "notOurField" }, ifMatch: 1);
        await market.RunNow<ExpireInterests>();
        (await StateOf(buyer, silent)).ShouldBe("Sent");

        // Longer than any public holidays.
        clock.Advance(TimeSpan.FromDays(40));
        (seller, buyer) = (await Again(market, seller), await Again(market, buyer));
        (await seller.Api.Post($"/api/interests/{silent}/acceptance", null, HttpStatusCode.Conflict, 1)).Code().ShouldBeOneOf("interest.too-late", "interest.closed");
        await market.RunNow<ExpireInterests>();

        (await StateOf(buyer, silent)).ShouldBe("Expired");
        (await StateOf(buyer, answered)).ShouldBe("Declined");
    }

    private static async Task<Guid> Send(Market market, Actor seller, Actor buyer) => (await buyer.Api.Post(
        "/api/interests", new { listingId = await seller.PublishListing(market, ListingActs.Content()), cooperationSought = "A licence", missing = "Nothing", aboutUs = "Us" }, HttpStatusCode.Created)).Id();

    // A token does not live as long as the test's clock runs.
    private static Task<Actor> Again(Market market, Actor actor) => Actor.SignIn(market, actor.PersonId, actor.OrganisationId, actor.Email, actor.Password);

    private static async Task<string?> StateOf(Actor reader, Guid id) =>
        (await (await reader.Api.GetAsync($"/api/interests/{id}")).Content.ReadAsStringAsync()) is var text && text.Length > 0
            ? System.Text.Json.JsonDocument.Parse(text).RootElement.GetProperty("summary").GetProperty("state").GetString() : null;
}
