using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace TechMatch.IntegrationTests.Reference;

/// <summary>Files with names of their own: published versions stay for all tests of a market.</summary>
internal static class ReferenceFiles
{
    public static string FreshListName() => $"colour-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(5))}";

    public static JsonObject List(string name, string version = "2026.1", string validFrom = "2026-01-01", params string[] codes) => new()
    {
        ["list"] = name,
        ["version"] = version,
        ["validFrom"] = validFrom,
        ["source"] = "ours",
        ["verified"] = true,
        ["nameZh"] = "颜色",
        ["nameEn"] = "Colour",
        ["codes"] = new JsonArray([.. (codes.Length > 0 ? codes : ["red", "blue"]).Select(code => (JsonNode)new JsonObject { ["code"] = code, ["zh"] = $"{code}色", ["en"] = $"{code} colour" })]),
    };

    public static JsonObject Pack(string name, int noticeDays) => new()
    {
        ["pack"] = name,
        ["parent"] = "CN-BJ",
        ["version"] = "2026.1",
        ["validFrom"] = "2026-01-01",
        ["validTo"] = null,
        ["nameZh"] = "试点",
        ["nameEn"] = "Pilot",
        ["rules"] = new JsonArray(new JsonObject
        {
            ["key"] = "priceNotice.days",
            ["value"] = noticeDays,
            ["unit"] = "day",
            ["force"] = "hard",
            ["source"] = "Pilot act 3",
            ["verified"] = false,
            ["noteZh"] = "说明",
            ["noteEn"] = "Remark",
        }),
    };

    public static string FreshPackName()
    {
        const string letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        return "CN-" + string.Concat(Enumerable.Range(0, 3).Select(_ => letters[RandomNumberGenerator.GetInt32(letters.Length)]));
    }
}
