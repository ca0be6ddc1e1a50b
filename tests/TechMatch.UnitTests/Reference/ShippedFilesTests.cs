using Shouldly;
using TechMatch.Integration.Reference;
using TechMatch.Reference.Domain;

namespace TechMatch.UnitTests.Reference;

public class ShippedFilesTests
{
    private static readonly ReferenceSnapshot Shipped = new(ShippedFiles.All.Select(shipped => new KnownFile(shipped.File, true, null)));

    public static IEnumerable<TheoryDataRow<string>> Resources => ShippedFiles.Resources.Select(resource => new TheoryDataRow<string>(resource));

    [Theory]
    [MemberData(nameof(Resources))]
    public void Every_shipped_file_is_valid_by_the_rules_that_operators_meet(string resource)
    {
        var problems = new List<FileProblem>();

        var file = ReferenceFile.Read(ShippedFiles.Text(resource), problems);
        file?.CheckAgainst(Shipped, problems);

        problems.Select(problem => $"{problem.Path}: {problem.Text}").ShouldBeEmpty();
        file.ShouldNotBeNull();
    }

    [Fact]
    public void All_three_kinds_are_shipped()
    {
        Shipped.All(PublicationKind.CodeList).Count().ShouldBe(31);
        Shipped.All(PublicationKind.RulePack).Select(versions => versions[0].File.Name).ShouldBe(["CN", "CN-BJ", "CN-SD", "CN-SH", "CN-ZJ"]);
        Shipped.All(PublicationKind.Calendar).Select(versions => versions[0].File.Name).ShouldBe(["CN-2026"]);
    }

    [Fact]
    public void Every_rule_of_a_child_is_known_to_its_parent_so_that_every_place_has_an_answer()
    {
        var national = Shipped.Newest<RulePack>(RulePack.Root)!.ByKey.Keys;

        foreach (var versions in Shipped.All(PublicationKind.RulePack))
            ((RulePack)versions[0].File).Rules.Select(rule => rule.Key).Except(national).ShouldBeEmpty(versions[0].File.Name);
    }

    [Fact]
    public void No_child_stands_below_the_national_hard_floor()
    {
        foreach (var pack in Shipped.All(PublicationKind.RulePack).Select(versions => (RulePack)versions[0].File).Where(pack => pack.Parent is not null))
            foreach (var floor in pack.Rules.Where(rule => rule.Key.EndsWith("floorPct", StringComparison.Ordinal)))
                floor.Number.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(Shipped.Newest<RulePack>(RulePack.Root)!.ByKey[floor.Key].Number!.Value, $"{pack.Name} {floor.Key}");
    }

    [Fact]
    public void The_levels_of_readiness_that_maturity_words_stand_for_cover_the_scale_without_a_gap()
    {
        var words = Shipped.Newest<CodeList>("maturity")!.Codes.Where(code => code.Value != "other").OrderBy(code => code.TrlFrom).ToList();

        words[0].TrlFrom.ShouldBe(1);
        words[^1].TrlTo.ShouldBe(9);
        words.Zip(words.Skip(1)).ShouldAllBe(pair => pair.First.TrlTo + 1 == pair.Second.TrlFrom);
    }

    [Theory]
    [InlineData("technology-field", 11)]
    [InlineData("contract-type", 5)]
    [InlineData("trl", 9)]
    [InlineData("strategic-industry", 9)]
    public void A_list_that_others_count_on_has_as_many_codes_as_its_source(string list, int codes) =>
        Shipped.Newest<CodeList>(list)!.Codes.Count.ShouldBe(codes);

    [Fact]
    public void The_calendar_of_2026_has_thirty_three_days_off_and_six_worked_weekend_days()
    {
        var calendar = Shipped.Newest<Calendar>("CN-2026")!;

        (calendar.Holidays.Count, calendar.Workdays.Count).ShouldBe((33, 6));
        calendar.IsComplete.ShouldBeTrue();
    }
}
