using System.Net;
using System.Text.Json;
using Shouldly;
using TechMatch.IntegrationTests.Harness;
using TechMatch.IntegrationTests.Listings;
using TechMatch.Matching.Persistence;
using TechMatch.Shared.Messaging;

namespace TechMatch.IntegrationTests.Matching;

/// <summary>What tests of matching share: listings and needs through the API, answers of the match API.</summary>
public abstract class MatchingTests(Market market) : MarketTests(market)
{
    /// <summary>Puts a need onto the market.</summary>
    protected static async Task<Guid> Need(Actor company, object need) => (await company.Api.Post("/api/demands", need, HttpStatusCode.Created)).Id();

    protected static Task<Guid> Need(Actor company, string title) => Need(company, new { titleEn = title, problemEn = "A problem." });

    protected Task<Guid> Listing(Actor university, object listing) => university.PublishListing(Market, listing);

    /// <summary>Tells of something as its owner would.</summary>
    protected Task<bool> Tell(IIntegrationEvent fact) => Market.With<MatchingDbContext, bool>(async db =>
    {
        db.Publish(fact);
        await db.SaveChangesAsync();
        return true;
    });

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
