using System.Globalization;
using System.Resources;
using System.Text.Json.Nodes;
using Shouldly;
using TechMatch.Reference.Domain;
using TechMatch.Shared.Web;

namespace TechMatch.UnitTests.Reference;

/// <summary>What an operator is told of a file that will not do; every mistake at once, each with its place.</summary>
public class FileCheckTests
{
    [Fact]
    public void A_good_file_has_no_problems()
    {
        TestFiles.ProblemsOf(TestFiles.List()).ShouldBeEmpty();
        TestFiles.ProblemsOf(TestFiles.Pack()).ShouldBeEmpty();
        TestFiles.ProblemsOf(TestFiles.Year()).ShouldBeEmpty();
    }

    [Fact]
    public void Every_mistake_is_told_at_once()
    {
        var list = TestFiles.List(codes: ["red", "red", "blue"]);
        list["codes"]![0]!.AsObject().Remove("en");
        list["codes"]![2]!["parent"] = "violet";

        TestFiles.ProblemsOf(list).ShouldBe(["codes[0].en missing", "codes[1].code twice", "codes[2].parent no-parent"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("zh", "codes[1].zh missing")]
    [InlineData("en", "codes[1].en missing")]
    [InlineData("code", "codes[1].code missing")]
    public void A_code_needs_both_languages(string field, string problem)
    {
        var (missing, blank) = (TestFiles.List(), TestFiles.List());
        missing["codes"]![1]!.AsObject().Remove(field);
        blank["codes"]![1]![field] = "  ";

        TestFiles.ProblemsOf(missing).ShouldBe([problem]);
        TestFiles.ProblemsOf(blank).ShouldBe([problem]);
    }

    [Fact]
    public void A_code_is_not_its_own_parent()
    {
        var list = TestFiles.List();
        list["codes"]![0]!["parent"] = "red";

        TestFiles.ProblemsOf(list).ShouldBe(["codes[0].parent no-parent"]);
    }

    [Fact]
    public void Parents_and_members_may_lie_in_another_list_and_are_looked_up_there()
    {
        var list = TestFiles.List();
        (list["parentList"], list["memberList"]) = ("contract-type", "region");
        (list["codes"]![0]!["parent"], list["codes"]![1]!["parent"]) = ("DEV", "XYZ");
        (list["codes"]![0]!["members"], list["codes"]![1]!["members"]) = (new JsonArray("11"), new JsonArray("11", "99"));

        TestFiles.ProblemsOf(list).ShouldBe(["codes[1].parent no-parent", "codes[1].members no-member"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("list", "Colour List", "list form")]
    [InlineData("version", "v2", "version form")]
    [InlineData("validFrom", "1.1.2026", "validFrom not-day")]
    [InlineData("nameZh", "", "nameZh missing")]
    [InlineData("souce", "ours", "souce unknown-field")]
    public void The_head_of_a_file_is_checked(string field, string value, string problem)
    {
        var list = TestFiles.List();
        list[field] = value;

        TestFiles.ProblemsOf(list).ShouldBe([problem]);
    }

    [Theory]
    [InlineData("verified", "not-flag")]
    [InlineData("source", "not-text")]
    public void A_value_of_the_wrong_kind_is_named(string field, string problem)
    {
        var list = TestFiles.List();
        list[field] = 7;

        TestFiles.ProblemsOf(list).ShouldBe([$"{field} {problem}"]);
    }

    [Theory]
    [InlineData("%", 101)]
    [InlineData("%", -1)]
    [InlineData("day", -1)]
    [InlineData("month", "twelve")]
    public void A_number_lies_within_the_bounds_of_its_unit(string unit, object value)
    {
        var rule = TestFiles.Rule("priceNotice.days", value is string text ? text : (int)value, unit);

        TestFiles.ProblemsOf(TestFiles.Pack(rules: rule)).ShouldBe(["rules[0].value not-between"]);
    }

    [Theory]
    [InlineData("flag", "yes", "value not-flag")]
    [InlineData("codes", "one", "value not-list")]
    [InlineData("code", 5, "value not-text")]
    [InlineData("week", 5, "unit no-unit")]
    public void A_value_is_of_the_kind_that_its_unit_asks_for(string unit, object value, string problem) =>
        TestFiles.ProblemsOf(TestFiles.Pack(rules: TestFiles.Rule("priceNotice.days", value is string text ? text : (int)value, unit))).ShouldBe([$"rules[0].{problem}"]);

    [Fact]
    public void A_rule_may_be_unrecorded_but_must_say_so_with_its_unit()
    {
        TestFiles.ProblemsOf(TestFiles.Pack(rules: TestFiles.Rule("priceNotice.days", null, "day"))).ShouldBeEmpty();
        TestFiles.ProblemsOf(TestFiles.Pack(rules: TestFiles.Rule("dutyOfCare.shieldsPrice", null, "flag"))).ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_refuses_or_warns_and_nothing_else()
    {
        var rule = TestFiles.Rule("priceNotice.days", 5, "day");
        rule["force"] = "maybe";

        TestFiles.ProblemsOf(TestFiles.Pack(rules: rule)).ShouldBe(["rules[0].force not-force"]);
    }

    [Fact]
    public void A_remark_stands_in_both_languages_or_in_none()
    {
        var rule = TestFiles.Rule("priceNotice.days", 5, "day");
        rule.Remove("noteEn");

        TestFiles.ProblemsOf(TestFiles.Pack(rules: rule)).ShouldBe(["rules[0].noteEn missing"]);
    }

    [Fact]
    public void A_pack_hangs_below_a_known_one_and_never_below_itself()
    {
        TestFiles.ProblemsOf(TestFiles.Pack("CN-XX", "CN-YY")).ShouldBe(["parent no-parent"]);
        TestFiles.ProblemsOf(TestFiles.Pack("CN-BJ", "CN-BJ")).ShouldBe(["parent circle"]);
        TestFiles.ProblemsOf(TestFiles.Pack("CN", "CN-BJ")).ShouldBe(["parent circle"]);
    }

    [Fact]
    public void A_pack_does_not_end_before_it_begins()
    {
        var pack = TestFiles.Pack();
        pack["validTo"] = "2025-12-31";

        TestFiles.ProblemsOf(pack).ShouldBe(["validTo ends-before"]);
    }

    [Fact]
    public void The_days_of_a_calendar_belong_to_its_year_and_only_weekends_are_worked_in_exchange()
    {
        var year = TestFiles.Year(2027, holidays: ["2027-10-01", "2028-10-01", "2027-02-30"], workdays: ["2027-10-09", "2027-10-12"]);

        TestFiles.ProblemsOf(year).ShouldBe(["holidays not-day", "holidays day-outside", "workdays not-weekend"], ignoreOrder: true);
    }

    [Fact]
    public void A_day_is_not_both_off_and_worked() =>
        TestFiles.ProblemsOf(TestFiles.Year(2027, holidays: ["2027-10-09"], workdays: ["2027-10-09"])).ShouldBe(["workdays both"]);

    [Fact]
    public void A_calendars_version_begins_with_its_year() =>
        TestFiles.ProblemsOf(TestFiles.Year(2027, "2026.2")).ShouldBe(["version not-of-year"]);

    [Theory]
    [InlineData("", " not-json-line")]
    [InlineData("{ \"list\": ", " not-json-line")]
    [InlineData("[]", " no-kind")]
    [InlineData("{}", " no-kind")]
    [InlineData("""{ "list": "a", "list": "b" }""", " not-json")]
    public void What_is_no_file_of_ours_is_said_in_one_line(string json, string problem) => TestFiles.ProblemsOf(json).ShouldBe([problem]);

    [Fact]
    public void A_file_without_rows_is_refused()
    {
        var list = TestFiles.List();
        list["codes"] = new JsonArray();

        TestFiles.ProblemsOf(list).ShouldBe(["codes missing"]);
    }

    [Fact]
    public void No_more_problems_are_told_than_anybody_reads()
    {
        var list = TestFiles.List(codes: [.. Enumerable.Range(1, 300).Select(number => $"c{number}")]);
        foreach (var code in list["codes"]!.AsArray()) code!.AsObject().Remove("zh");

        TestFiles.ProblemsOf(list).Count.ShouldBe(FileReader.MostProblems);
    }

    [Theory]
    [InlineData("en", "Row 2 (blue): zh is missing.")]
    [InlineData("zh", "第 2 行（blue）：缺少 zh。")]
    public void A_message_names_the_row_and_its_code_in_the_readers_language(string language, string expected)
    {
        var problem = new FileProblem("codes[1].zh", 2, "blue", "reference.file.missing");
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new CultureInfo(language);
            problem.In(new Texts([new ResourceManager("TechMatch.Reference.Texts", typeof(FileProblem).Assembly)])).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
