using System.Globalization;
using Shouldly;
using TechMatch.Integration.Reference;

namespace TechMatch.UnitTests.Reference;

public class CodeListTests
{
    [Fact]
    public void A_name_is_given_in_the_readers_language()
    {
        ICodeLists lists = TestFiles.ListsOn("2026-06-01");

        InLanguage("zh", () => lists.Name("technology-field", "01")).ShouldBe("电子信息");
        InLanguage("en", () => lists.Name("technology-field", "01")).ShouldBe("Electronics and information");
    }

    [Fact]
    public void A_retired_code_is_no_longer_offered_but_keeps_its_name()
    {
        ICodeLists lists = TestFiles.ListsOn("2026-06-01", TestFiles.List(codes: ["red", "blue"]), TestFiles.List("2026.2", "2026-03-01", "blue", "green"));

        lists.Of("colour").Select(code => code.Value).ShouldBe(["blue", "green"]);
        lists.Has("colour", "red").ShouldBeFalse();
        InLanguage("en", () => lists.Name("colour", "red")).ShouldBe("red colour");
    }

    [Fact]
    public void A_version_of_the_future_is_not_offered_before_its_day_though_its_codes_have_names()
    {
        var (present, next) = (TestFiles.List(codes: ["red"]), TestFiles.List("2027.1", "2027-01-01", "red", "green"));
        ICodeLists before = TestFiles.ListsOn("2026-12-31", present, next);
        ICodeLists after = TestFiles.ListsOn("2027-01-01", present, next);

        before.Has("colour", "green").ShouldBeFalse();
        InLanguage("en", () => before.Name("colour", "green")).ShouldBe("green colour");
        after.Has("colour", "green").ShouldBeTrue();
    }

    [Fact]
    public void The_present_version_is_the_latest_and_versions_are_compared_number_by_number()
    {
        ICodeLists lists = TestFiles.ListsOn("2026-06-01", TestFiles.List("2026.10", codes: ["ten"]), TestFiles.List("2026.9", codes: ["nine"]));

        lists.Of("colour").Single().Value.ShouldBe("ten");
    }

    [Fact]
    public void An_unknown_list_is_empty_and_an_unknown_code_is_its_own_name()
    {
        ICodeLists lists = TestFiles.ListsOn("2026-06-01");

        lists.Of("no-such-list").ShouldBeEmpty();
        lists.Has("no-such-list", "x").ShouldBeFalse();
        lists.Name("no-such-list", "x").ShouldBe("x");
        lists.Name("technology-field", "99").ShouldBe("99");
        lists.Name("technology-field", null).ShouldBe("");
    }

    [Fact]
    public void Codes_are_case_sensitive_because_the_database_keeps_them_as_they_are() =>
        TestFiles.DataOn("2026-06-01").Has("organisation-type", "UNIVERSITY").ShouldBeFalse();

    [Fact]
    public void A_code_brings_what_its_list_adds_to_it()
    {
        ICodeLists lists = TestFiles.ListsOn("2026-06-01");

        lists.Of("region-group").Single(code => code.Value == "jjj").Members.ShouldBe(["11", "12", "13"]);
        lists.Of("maturity").Single(code => code.Value == "pilotScale").ShouldSatisfyAllConditions(code => code.TrlFrom.ShouldBe(6), code => code.TrlTo.ShouldBe(7));
        lists.Of("currency").Single(code => code.Value == "CNY").Decimals.ShouldBe(2);
        lists.Of("contract-subtype").Single(code => code.Value == "LIC-PATENT").Parent.ShouldBe("LIC");
    }

    private static string InLanguage(string language, Func<string> ask)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new CultureInfo(language);
            return ask();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
