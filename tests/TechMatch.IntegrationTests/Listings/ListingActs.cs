using System.Net;
using System.Text.Json;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Listings;

/// <summary>What people do with listings, in one line each.</summary>
internal static class ListingActs
{
    /// <summary>The content of a listing, good as it stands; <paramref name="change"/> spoils or adds.</summary>
    public static Dictionary<string, object?> Content(Action<Dictionary<string, object?>>? change = null)
    {
        var content = new Dictionary<string, object?>
        {
            ["titleZh"] = "石墨烯防冰涂层",
            ["titleEn"] = "Graphene anti-icing coating",
            ["summaryZh"] = "叶片防冰。",
            ["summaryEn"] = "Keeps blades free of ice.",
            ["advantagesEn"] = "A tenth of the adhesion of polyurethane.",
            ["field"] = "05",
            ["keywords"] = new[] { "graphene", "防冰" },
            ["trl"] = 7,
            ["ipKind"] = "invention",
            ["ipStatus"] = "granted",
            ["cooperation"] = new[] { "exclusive", "equity" },
            ["priceKind"] = "range",
            ["priceMin"] = 1_800_000,
            ["priceMax"] = 2_600_000,
            ["currency"] = "CNY",
            ["region"] = "110108",
            ["inventors"] = new[] { "邬行简" },
            ["funding"] = "national",
        };
        change?.Invoke(content);
        return content;
    }

    public static Task<JsonElement> Draft(this Actor owner, Action<Dictionary<string, object?>>? change = null) => owner.Api.Post("/api/listings", Content(change), HttpStatusCode.Created);

    public static async Task<JsonElement> Submit(this Actor owner, JsonElement saved) => await owner.Api.Post($"/api/listings/{saved.Id()}/submission", null, ifMatch: saved.Version());

    public static Task<JsonElement> Review(this Actor reviewer, JsonElement saved, int score, string? comment = null) =>
        reviewer.Api.Post($"/api/listings/{saved.Id()}/review", new { advantages = score, clarity = score, cooperation = score, language = score, comment }, ifMatch: saved.Version());

    /// <summary>Brings a listing with this content onto the market.</summary>
    public static async Task<Guid> PublishListing(this Actor owner, Market market, object content)
    {
        var submitted = await owner.Submit(await owner.Api.Post("/api/listings", content, HttpStatusCode.Created));
        (await (await market.Reviewer()).Review(submitted, 5)).GetProperty("status").GetString().ShouldBe("Published");
        return submitted.Id();
    }

    public static async Task<JsonElement> Withdraw(this Actor owner, Guid listing) =>
        await owner.Api.Post($"/api/listings/{listing}/withdrawal", null, ifMatch: (await owner.Api.Get($"/api/listings/{listing}")).Version());

    public static async Task<JsonElement> Publish(this Actor owner, Actor reviewer, Action<Dictionary<string, object?>>? change = null) =>
        await reviewer.Review(await owner.Submit(await owner.Draft(change)), 4);
}
