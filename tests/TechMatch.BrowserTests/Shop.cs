using System.Net;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.BrowserTests;

/// <summary>What a test needs on the market before it begins.</summary>
internal static class Shop
{
    /// <summary>A published listing, by the API.</summary>
    public static async Task<Guid> PublishListing(this Market market, Actor owner, string title, string field)
    {
        var saved = await owner.Api.Post("/api/listings", new { titleEn = title, summaryEn = $"{title}, tried at a plant.", field, cooperation = new[] { "ordinary" } }, HttpStatusCode.Created);
        var submitted = await owner.Api.Post($"/api/listings/{saved.Id()}/submission", null, ifMatch: saved.Version());
        await (await market.NewOperator()).Api.Post($"/api/listings/{saved.Id()}/review", new { advantages = 5, clarity = 5, cooperation = 5, language = 5 }, ifMatch: submitted.Version());
        return saved.Id();
    }
}
