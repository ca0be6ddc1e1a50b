using System.Net;
using System.Text.Json;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Demands;

/// <summary>What people do with needs, in one line each.</summary>
internal static class DemandActs
{
    /// <summary>The content of a need, good as it stands; <paramref name="change"/> spoils or adds.</summary>
    public static Dictionary<string, object?> Content(Action<Dictionary<string, object?>>? change = null)
    {
        var content = new Dictionary<string, object?>
        {
            ["titleZh"] = "风电叶片防冰",
            ["titleEn"] = "Ice-free turbine blades",
            ["problemZh"] = "叶片冬季结冰。",
            ["problemEn"] = "Blades ice up in winter.",
            ["targetsEn"] = "Half the ice.",
            ["field"] = "05",
            ["keywords"] = new[] { "graphene", "防冰" },
            ["trlMin"] = 6,
            ["cooperation"] = new[] { "ordinary", "equity" },
            ["budgetMin"] = 500_000,
            ["budgetMax"] = 2_000_000,
            ["currency"] = "CNY",
            ["deadline"] = "2099-03-31",
            ["region"] = "320500",
        };
        change?.Invoke(content);
        return content;
    }

    /// <summary>Posts a need onto the market.</summary>
    public static Task<JsonElement> PostNeed(this Actor owner, Action<Dictionary<string, object?>>? change = null) => owner.Api.Post("/api/demands", Content(change), HttpStatusCode.Created);

    public static Task<JsonElement> DraftNeed(this Actor owner, Action<Dictionary<string, object?>>? change = null) => owner.PostNeed(content =>
    {
        content["asDraft"] = true;
        change?.Invoke(content);
    });

    public static Task<JsonElement> CloseNeed(this Actor owner, JsonElement saved, bool isSolved, HttpStatusCode expected = HttpStatusCode.OK) =>
        owner.Api.Post($"/api/demands/{saved.Id()}/closure", new { isSolved }, expected, saved.Version());

    public static async Task<string?> StatusOfNeed(this Actor reader, Guid id) => (await reader.Api.Get($"/api/demands/{id}")).GetProperty("status").GetString();

    /// <summary>A word that no other test uses.</summary>
    public static string OwnWord() => "zq" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(5));
}
