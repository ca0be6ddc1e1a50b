using System.Text.Json;
using Shouldly;
using TechMatch.Contracts.Domain;

namespace TechMatch.UnitTests.Contracts;

public class ClassificationTests
{
    [Theory]
    [InlineData("assign", "ASG")]
    [InlineData("exclusive", "LIC")]
    [InlineData("sole", "LIC")]
    [InlineData("ordinary", "LIC")]
    [InlineData("open", "LIC")]
    [InlineData("useFirstPayLater", "LIC")]
    [InlineData("jointDevelopment", "DEV")]
    [InlineData("commissionedDevelopment", "DEV")]
    [InlineData("consulting", "CON")]
    [InlineData("service", "SRV")]
    [InlineData("equity", "ASG")]
    [InlineData("somethingNew", null)]
    public void The_type_follows_from_the_cooperation(string cooperation, string? type) => Classification.Type(cooperation).ShouldBe(type);

    [Theory]
    [InlineData("assign", "invention", "ASG-PATENT")]
    [InlineData("exclusive", "utility", "LIC-PATENT")]
    [InlineData("ordinary", "secret", "LIC-SECRET")]
    [InlineData("ordinary", "software", "LIC-SOFTWARE")]
    [InlineData("equity", "layout", "ASG-LAYOUT")]
    [InlineData("assign", "variety", "ASG-VARIETY")]
    [InlineData("assign", "designCopyright", "ASG-OTHER")]
    [InlineData("assign", "none", null)]
    [InlineData("assign", null, null)]
    [InlineData("jointDevelopment", "invention", "DEV-JOINT")]
    [InlineData("commissionedDevelopment", null, "DEV-COMMISSIONED")]
    [InlineData("service", null, "SRV-GENERAL")]
    [InlineData("consulting", "invention", null)]
    public void The_subtype_is_proposed_only_where_there_is_no_choice(string cooperation, string? ipKind, string? subtype) =>
        Classification.Subtype(cooperation, ipKind).ShouldBe(subtype);

    [Fact]
    public void Every_cooperation_that_ships_has_a_type_and_every_proposal_is_a_code_that_ships()
    {
        var cooperations = Codes("cooperation-mode");
        var subtypes = Codes("contract-subtype");
        var types = Codes("contract-type");
        var kinds = Codes("ip-kind");

        cooperations.ShouldNotBeEmpty();
        kinds.ShouldNotBeEmpty();
        foreach (var cooperation in cooperations)
        {
            types.ShouldContain(Classification.Type(cooperation) ?? $"nothing for {cooperation}");
            foreach (var kind in kinds)
                if (Classification.Subtype(cooperation, kind) is { } subtype) subtypes.ShouldContain(subtype);
        }
    }

    private static List<string> Codes(string list, [System.Runtime.CompilerServices.CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, "../../../src/Modules/TechMatch.Reference/Data/codelists", list + ".json");
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return [.. json.RootElement.GetProperty("codes").EnumerateArray().Select(code => code.GetProperty("code").GetString()!)];
    }
}
