using System.Net;
using System.Text.Json;
using Shouldly;
using TechMatch.Integration.Demands;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Matching;

/// <summary>What tests of matching share: listings through the API, needs from the board, answers of the match API.</summary>
public abstract class MatchingTests
{
    protected MatchingTests(NeedsMarket market)
    {
        market.Needed.OrSkip();
        Market = market;
    }

    protected NeedsMarket Market { get; }

    private protected static DemandCard Need(Actor company, string title, string problem = "") => NeedBoard.Card(company.OrganisationId, title, problem);

    private protected Task<DemandCard> Publish(DemandCard need) => Market.Needs.Publish(Market, need);

    /// <summary>A word that no other test uses, so that matches of tests on one market do not mix.</summary>
    protected static string OwnWord() => "zq" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(5));

    /// <summary>Drafts, submits and reviews a listing, so that it is on the market.</summary>
    protected async Task<Guid> PublishListing(Actor university, object listing)
    {
        var drafted = await university.Api.Post("/api/listings", listing, HttpStatusCode.Created);
        var submitted = await university.Api.Post($"/api/listings/{drafted.Id()}/submission", null, ifMatch: drafted.Version());
        var reviewer = await Market.NewOperator();
        var reviewed = await reviewer.Api.Post($"/api/listings/{drafted.Id()}/review", new { advantages = 5, clarity = 5, cooperation = 5, language = 5 }, ifMatch: submitted.Version());
        reviewed.GetProperty("status").GetString().ShouldBe("Published");
        return drafted.Id();
    }

    protected static async Task Withdraw(Actor university, Guid listing)
    {
        var now = await university.Api.Get($"/api/listings/{listing}");
        await university.Api.Post($"/api/listings/{listing}/withdrawal", null, ifMatch: now.GetProperty("version").GetInt64());
    }

    protected static async Task<JsonElement?> MatchOf(Actor viewer, string asked, string found, Guid id)
    {
        var answer = await viewer.Api.Get($"/api/matches?{asked}&size=100");
        var row = answer.GetProperty("items").EnumerateArray().FirstOrDefault(item => item.GetProperty(found).GetGuid() == id);
        return row.ValueKind is JsonValueKind.Undefined ? null : row;
    }

    protected static Task<JsonElement> Appears(Actor viewer, string asked, string found, Guid id) => Eventually.Some<object>(
        async () => await MatchOf(viewer, asked, found, id) is { } row ? row : null, $"match of {asked}").ContinueWith(task => (JsonElement)task.GetAwaiter().GetResult(), TaskScheduler.Default);

    protected static Task Vanishes(Actor viewer, string asked, string found, Guid id) =>
        Eventually.True(async () => await MatchOf(viewer, asked, found, id) is null, $"end of the match of {asked}");

    protected static decimal Sum(JsonElement parts) => parts.EnumerateArray().Sum(part => part.GetProperty("points").GetDecimal());

    protected static Dictionary<string, string> States(JsonElement conditions) =>
        conditions.EnumerateArray().ToDictionary(condition => condition.GetProperty("key").GetString()!, condition => condition.GetProperty("state").GetString()!);
}
