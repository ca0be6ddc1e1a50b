using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shouldly;
using TechMatch.Demands.Features;
using TechMatch.IntegrationTests.Harness;
using TechMatch.IntegrationTests.Listings;

namespace TechMatch.IntegrationTests.Demands;

public class ExpireDemandsTests
{
    [Fact]
    public async Task A_need_expires_after_its_last_day_and_may_come_back_with_a_later_one()
    {
        var clock = new AdjustableClock();
        await using var market = await OwnMarket.StartNew(adapt: services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)));
        var (company, university, word) = (await market.NewCompany(), await market.NewUniversity(), DemandActs.OwnWord());
        string In(int days) => clock.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var due = await company.PostNeed(content => (content["deadline"], content["titleEn"]) = (In(1), $"{word} wanted"));
        var later = await company.PostNeed(content => content["deadline"] = In(10));
        var open = await company.PostNeed(content => content["deadline"] = null);
        var draft = await company.DraftNeed(content => content["deadline"] = In(1));
        var listing = await university.PublishListing(market, new { titleEn = $"{word} offered", summaryEn = "A summary." });
        await Eventually.True(() => Matches(university), "match");
        await market.RunNow<ExpireDemands>();
        (await company.StatusOfNeed(due.Id())).ShouldBe("Published");

        clock.Advance(TimeSpan.FromDays(2));
        // A token does not live as long as the test's clock runs.
        company = await Actor.SignIn(market, company.PersonId, company.OrganisationId, company.Email, company.Password);
        university = await Actor.SignIn(market, university.PersonId, university.OrganisationId, university.Email, university.Password);
        await market.RunNow<ExpireDemands>();

        foreach (var (need, status) in new[] { (due, "Expired"), (later, "Published"), (open, "Published"), (draft, "Draft") }) (await company.StatusOfNeed(need.Id())).ShouldBe(status);
        await market.Visitor().Get($"/api/demands/{due.Id()}", HttpStatusCode.NotFound);
        var left = await market.Visitor().Get($"/api/demands?organisation={company.OrganisationId}");
        left.GetProperty("items").EnumerateArray().Select(item => item.Id()).ShouldBe([open.Id(), later.Id()]);
        await Eventually.True(async () => !await Matches(university), "end of the match");

        var expired = await company.Api.Get($"/api/demands/{due.Id()}");
        (await company.Api.Post($"/api/demands/{due.Id()}/publication", null, HttpStatusCode.Conflict, expired.Version())).Code().ShouldBe("demand.deadline-passed");
        var moved = await company.Api.Put($"/api/demands/{due.Id()}", DemandActs.Content(content => (content["deadline"], content["titleEn"]) = (In(30), $"{word} wanted")), ifMatch: expired.Version());
        await market.Visitor().Get($"/api/demands/{due.Id()}", HttpStatusCode.NotFound);
        await company.Api.Post($"/api/demands/{due.Id()}/publication", null, ifMatch: moved.Version());
        await market.Visitor().Get($"/api/demands/{due.Id()}");
        await Eventually.True(() => Matches(university), "match again");

        async Task<bool> Matches(Actor reader) => (await reader.Api.Get($"/api/matches?listing={listing}")).GetProperty("items").EnumerateArray().Any(row => row.GetProperty("demandId").GetGuid() == due.Id());
    }
}
