using Shouldly;
using TechMatch.Integration.Reference;

namespace TechMatch.UnitTests.Reference;

/// <summary>The values of the national and the four local acts, through the interface that other modules use.</summary>
public class RulePackTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);
    private static readonly IRulePacks Rules = TestFiles.RulesOn("2026-06-01");

    [Theory]
    [InlineData("CN", 50, 50)]
    [InlineData("CN-BJ", 50, 70)]
    [InlineData("CN-ZJ", 70, 70)]
    [InlineData("CN-SH", 50, 70)]
    [InlineData("CN-SD", 70, 70)]
    public void The_reward_for_a_transfer_has_a_floor_that_refuses_and_a_standard_that_warns(string pack, int floor, int standard)
    {
        foreach (var kind in new[] { "transfer", "equity" })
        {
            Rules.Number(pack, $"reward.{kind}.floorPct", Day).ShouldBe(floor);
            Rules.Number(pack, $"reward.{kind}.standardPct", Day).ShouldBe(standard);
            Rules.Find(pack, $"reward.{kind}.floorPct", Day)!.IsHard.ShouldBeTrue();
            Rules.Find(pack, $"reward.{kind}.standardPct", Day)!.IsHard.ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("CN", 450_000, 450_000)]
    [InlineData("CN-BJ", 450_000, 630_000)]
    [InlineData("CN-ZJ", 630_000, 630_000)]
    [InlineData("CN-SD", 630_000, 630_000)]
    public void A_licence_of_a_million_with_a_hundred_thousand_of_costs_owes_this_much(string pack, int floor, int standard)
    {
        var costs = new Dictionary<string, decimal> { ["tax"] = 60_000, ["upkeep"] = 20_000, ["appraisal"] = 15_000, ["negotiation"] = 5_000 };
        var net = 1_000_000 - Rules.Words(pack, "netIncome.deductibleCosts", Day).Sum(cost => costs[cost]);

        net.ShouldBe(900_000);
        (net * Rules.Number(pack, "reward.transfer.floorPct", Day) / 100).ShouldBe(floor);
        (net * Rules.Number(pack, "reward.transfer.standardPct", Day) / 100).ShouldBe(standard);
    }

    [Fact]
    public void In_Shanghai_the_cost_of_negotiation_is_not_deducted()
    {
        Rules.Words("CN-SH", "netIncome.deductibleCosts", Day).ShouldBe(["tax", "upkeep", "appraisal"], ignoreOrder: true);
        Rules.Words("CN-BJ", "netIncome.deductibleCosts", Day).ShouldContain("negotiation");
    }

    [Fact]
    public void In_Zhejiang_main_contributors_and_the_transfer_office_have_shares_of_the_reward()
    {
        (630_000 * Rules.Number("CN-ZJ", "reward.mainContributorSharePct", Day) / 100).ShouldBe(441_000);
        (630_000 * Rules.Number("CN-ZJ", "reward.ttoSharePct", Day) / 100).ShouldBe(31_500);
        Rules.Number("CN", "reward.mainContributorSharePct", Day).ShouldBe(50);
        Rules.Number("CN-BJ", "reward.ttoSharePct", Day).ShouldBeNull();
    }

    [Theory]
    [InlineData("CN", 15)]
    [InlineData("CN-BJ", 15)]
    [InlineData("CN-ZJ", 15)]
    [InlineData("CN-SD", 15)]
    public void A_price_notice_runs_fifteen_days_everywhere(string pack, int days) => Rules.Number(pack, "priceNotice.days", Day).ShouldBe(days);

    [Theory]
    [InlineData("CN", 30)]
    [InlineData("CN-BJ", 30)]
    [InlineData("CN-ZJ", 10)]
    public void A_registration_is_decided_within(string pack, int days) => Rules.Number(pack, "registration.decisionDays", Day).ShouldBe(days);

    [Fact]
    public void What_a_place_does_not_say_itself_its_parent_says()
    {
        var inherited = Rules.Find("CN-BJ", "reward.own.floorPct", Day)!;
        var own = Rules.Find("CN-BJ", "inaction.months", Day)!;

        (inherited.Pack, inherited.Number).ShouldBe(("CN", 5m));
        (own.Pack, own.Number).ShouldBe(("CN-BJ", 12m));
        Rules.Number("CN", "inaction.months", Day).ShouldBeNull();
    }

    [Fact]
    public void Yes_and_no_words_and_sets_of_words_are_read_by_their_unit()
    {
        Rules.Flag("CN-BJ", "dutyOfCare.shieldsPrice", Day).ShouldBe(true);
        Rules.Flag("CN", "priceNotice.countsFirstDay", Day).ShouldBe(false);
        Rules.Flag("CN", "dutyOfCare.shieldsPrice", Day).ShouldBeNull();
        Rules.Word("CN-BJ", "reward.own.yearsFrom", Day).ShouldBe("firstProfit");
        Rules.Words("CN", "priceNotice.requiredFor", Day).ShouldBe(["negotiated"]);
        Rules.Words("CN", "no.such.rule", Day).ShouldBeEmpty();
    }

    [Fact]
    public void Before_an_ordinance_came_into_force_the_national_law_held_alone()
    {
        Rules.Number("CN-BJ", "reward.transfer.standardPct", new(2019, 12, 31)).ShouldBe(50);
        Rules.Number("CN-BJ", "reward.transfer.standardPct", new(2020, 1, 1)).ShouldBe(70);
        Rules.Find("CN-BJ", "reward.transfer.standardPct", new(2015, 9, 30)).ShouldBeNull();
    }

    [Fact]
    public void A_rule_younger_than_its_pack_holds_from_its_own_day_on()
    {
        Rules.Find("CN", "patent.inventionYears", new(2021, 5, 31)).ShouldBeNull();
        Rules.Number("CN", "patent.inventionYears", new(2021, 6, 1)).ShouldBe(20);
    }

    [Fact]
    public void An_unknown_pack_stands_for_the_national_law() => Rules.Find("CN-QH", "priceNotice.days", Day)!.Pack.ShouldBe("CN");

    [Theory]
    [InlineData("110108", "CN-BJ")]
    [InlineData("31", "CN-SH")]
    [InlineData("330100", "CN-ZJ")]
    [InlineData("370200", "CN-SD")]
    [InlineData("320500", "CN")]
    [InlineData(null, "CN")]
    [InlineData("", "CN")]
    public void A_region_has_its_provinces_pack_or_the_national_one(string? region, string pack) => Rules.PackOf(region).ShouldBe(pack);

    [Fact]
    public void A_new_version_changes_the_rule_from_its_day_on_and_leaves_the_days_before_alone()
    {
        IRulePacks rules = TestFiles.RulesOn("2027-03-01", TestFiles.Pack("CN-BJ", version: "2027.1", validFrom: "2027-01-01", rules: [TestFiles.Rule("priceNotice.days", 20, "day")]));

        rules.Number("CN-BJ", "priceNotice.days", new(2026, 12, 31)).ShouldBe(15);
        rules.Number("CN-BJ", "priceNotice.days", new(2027, 1, 1)).ShouldBe(20);
        // A version is whole: what it no longer says falls back to the parent.
        rules.Number("CN-BJ", "reward.transfer.standardPct", new(2027, 1, 1)).ShouldBe(50);
        rules.Number("CN-BJ", "reward.transfer.standardPct", new(2026, 12, 31)).ShouldBe(70);
    }

    [Fact]
    public void A_pack_that_has_ended_leaves_its_place_to_the_parent()
    {
        var pilot = TestFiles.Pack("CN-XX", validFrom: "2026-01-01");
        pilot["validTo"] = "2026-06-30";
        IRulePacks rules = TestFiles.RulesOn("2026-06-01", pilot);

        rules.Number("CN-XX", "priceNotice.days", new(2026, 6, 30)).ShouldBe(20);
        rules.Number("CN-XX", "priceNotice.days", new(2026, 7, 1)).ShouldBe(15);
    }
}
