using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using TechMatch.Integration.Reference;
using TechMatch.Reference.Domain;

namespace TechMatch.UnitTests.Reference;

/// <summary>Small valid files, to be spoilt by the tests one field at a time.</summary>
internal static class TestFiles
{
    public static JsonObject List(string version = "2026.1", string validFrom = "2026-01-01", params string[] codes) => new()
    {
        ["list"] = "colour",
        ["version"] = version,
        ["validFrom"] = validFrom,
        ["source"] = "ours",
        ["verified"] = true,
        ["nameZh"] = "颜色",
        ["nameEn"] = "Colour",
        ["codes"] = new JsonArray([.. (codes.Length > 0 ? codes : ["red", "blue"]).Select(code => (JsonNode)Code(code))]),
    };

    public static JsonObject Code(string code) => new() { ["code"] = code, ["zh"] = $"{code}色", ["en"] = $"{code} colour" };

    public static JsonObject Pack(string name = "CN-XX", string? parent = "CN", string version = "2026.1", string validFrom = "2026-01-01", params JsonObject[] rules) => new()
    {
        ["pack"] = name,
        ["parent"] = parent,
        ["version"] = version,
        ["validFrom"] = validFrom,
        ["validTo"] = null,
        ["nameZh"] = "测试",
        ["nameEn"] = "Test",
        ["rules"] = new JsonArray([.. (rules.Length > 0 ? rules : [Rule("priceNotice.days", 20, "day")])]),
    };

    public static JsonObject Rule(string key, JsonNode? value, string unit) => new()
    {
        ["key"] = key,
        ["value"] = value,
        ["unit"] = unit,
        ["force"] = "hard",
        ["source"] = "Test act 1",
        ["verified"] = true,
        ["noteZh"] = "说明",
        ["noteEn"] = "Remark",
    };

    public static JsonObject Year(int year = 2027, string? version = null, string[]? holidays = null, string[]? workdays = null)
    {
        var calendar = new JsonObject
        {
            ["calendar"] = "CN",
            ["year"] = year,
            ["source"] = "Test",
            ["verified"] = true,
            ["complete"] = true,
            ["holidays"] = JsonSerializer.SerializeToNode(holidays ?? [$"{year}-10-01"]),
            ["workdays"] = JsonSerializer.SerializeToNode(workdays ?? []),
        };
        if (version is not null) calendar["version"] = version;
        return calendar;
    }

    public static ReferenceFile Read(JsonObject json)
    {
        var problems = new List<FileProblem>();
        return ReferenceFile.Read(json.ToJsonString(), problems) ?? throw new InvalidOperationException(string.Join("; ", problems.Select(problem => $"{problem.Path} {problem.Text}")));
    }

    public static IReadOnlyList<string> ProblemsOf(JsonObject json) => ProblemsOf(json.ToJsonString());

    public static IReadOnlyList<string> ProblemsOf(string json)
    {
        var problems = new List<FileProblem>();
        ReferenceFile.Read(json, problems)?.CheckAgainst(new ReferenceSnapshot(ShippedFiles.All.Select(shipped => new KnownFile(shipped.File, true, null))), problems);
        return [.. problems.Select(problem => $"{problem.Path} {problem.Text["reference.file.".Length..]}")];
    }

    public static ICodeLists ListsOn(string day, params JsonObject[] more) => DataOn(day, more);

    public static IRulePacks RulesOn(string day, params JsonObject[] more) => DataOn(day, more);

    public static IWorkingDays DaysOn(string day, params JsonObject[] more) => DataOn(day, more);

    /// <summary>What ships and some files more, on a day at noon in China.</summary>
    public static ReferenceData DataOn(string day, params JsonObject[] more)
    {
        var data = new ReferenceData(new FakeTimeProvider(DateTimeOffset.Parse($"{day}T12:00:00+08:00", System.Globalization.CultureInfo.InvariantCulture)));
        data.Overlay([.. more.Select(json => new KnownFile(Read(json), false, DateTimeOffset.UnixEpoch))]);
        return data;
    }
}
