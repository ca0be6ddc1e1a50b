using Shouldly;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Listings;
using TechMatch.Matching.Domain;

namespace TechMatch.UnitTests.Matching;

public class ConditionsTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);

    [Theory]
    [InlineData(6, 5, "Met", "met")]
    [InlineData(5, 5, "Met", "met")]
    [InlineData(4, 5, "Violated", "violated")]
    [InlineData(null, 5, "Open", "listing-silent")]
    [InlineData(6, null, "Open", "demand-silent")]
    [InlineData(null, null, "Open", "both-silent")]
    public void Readiness_must_reach_what_is_wanted(int? offered, int? wanted, string state, string reason) =>
        Check("trl", Samples.Listing() with { Trl = offered }, Samples.Demand() with { TrlMin = wanted }, state, reason);

    [Theory]
    [InlineData("fixed", 100, 100, "CNY", 80, 100, "CNY", "Met", "met")]
    [InlineData("range", 90, 200, "CNY", 80, 100, "CNY", "Met", "met")]
    [InlineData("fixed", 101, 101, "CNY", 80, 100, "CNY", "Violated", "violated")]
    [InlineData("fixed", 50, 50, "CNY", 80, 100, "CNY", "Met", "met")]
    [InlineData("fixed", 101, 101, "USD", 80, 100, "CNY", "Open", "currencies-differ")]
    [InlineData("negotiable", null, null, "CNY", 80, 100, "CNY", "Open", "listing-silent")]
    [InlineData("negotiable", 500, 500, "CNY", 80, 100, "CNY", "Open", "listing-silent")]
    [InlineData("useFirstPayLater", null, null, "CNY", 80, 100, "CNY", "Open", "listing-silent")]
    [InlineData("fixed", null, null, "CNY", null, 100, "CNY", "Open", "listing-silent")]
    [InlineData("fixed", 100, 100, "CNY", null, null, "CNY", "Open", "demand-silent")]
    [InlineData("negotiable", null, null, "CNY", null, null, "CNY", "Open", "both-silent")]
    [InlineData("fixed", 300, 300, "CNY", 80, null, "CNY", "Open", "no-upper-end")]
    [InlineData("fixed", 70, 70, "CNY", 80, null, "CNY", "Met", "met")]
    [InlineData("range", null, 90, "CNY", null, 100, "CNY", "Met", "met")]
    public void The_price_must_lie_within_a_budget_of_the_same_currency(
        string kind, int? priceMin, int? priceMax, string currency, int? budgetMin, int? budgetMax, string budgetCurrency, string state, string reason) =>
        Check(
            "price",
            Samples.Listing() with { PriceKind = kind, PriceMin = priceMin, PriceMax = priceMax, Currency = currency },
            Samples.Demand() with { BudgetMin = budgetMin, BudgetMax = budgetMax, Currency = budgetCurrency }, state, reason);

    [Theory]
    [InlineData("assign,ordinary", "ordinary", "Met", "met")]
    [InlineData("assign", "ordinary,exclusive", "Violated", "violated")]
    [InlineData("", "ordinary", "Open", "listing-silent")]
    [InlineData("assign", "", "Open", "demand-silent")]
    [InlineData("", "", "Open", "both-silent")]
    public void One_kind_of_cooperation_must_suit_both(string offered, string wanted, string state, string reason) =>
        Check("cooperation", Samples.Listing() with { Cooperation = Codes(offered) }, Samples.Demand() with { Cooperation = Codes(wanted) }, state, reason);

    [Theory]
    [InlineData("06", "06", "Met", "met")]
    [InlineData("0601", "06", "Met", "met")]
    [InlineData("06", "0601", "Met", "met")]
    [InlineData("06", "05", "Violated", "violated")]
    [InlineData(null, "06", "Open", "listing-silent")]
    [InlineData("06", null, "Open", "demand-silent")]
    [InlineData(" ", "", "Open", "both-silent")]
    public void The_field_must_be_the_same(string? offered, string? wanted, string state, string reason) =>
        Check("field", Samples.Listing() with { Field = offered }, Samples.Demand() with { Field = wanted }, state, reason);

    [Theory]
    [InlineData("110108", "11", "Met", "met")]
    [InlineData("110108", "110108", "Met", "met")]
    [InlineData("11", "110108", "Open", "too-coarse")]
    [InlineData("310000", "11", "Violated", "violated")]
    [InlineData("110105", "110108", "Violated", "violated")]
    [InlineData(null, "11", "Open", "listing-silent")]
    [InlineData("11", null, "Open", "demand-silent")]
    [InlineData(null, null, "Open", "both-silent")]
    public void The_place_must_lie_where_a_partner_is_wanted(string? place, string? wanted, string state, string reason) =>
        Check("region", Samples.Listing() with { Region = place }, Samples.Demand() with { Region = wanted }, state, reason);

    [Theory]
    [InlineData(1, "Met", "met")]
    [InlineData(0, "Met", "met")]
    [InlineData(-1, "Violated", "violated")]
    [InlineData(null, "Open", "demand-silent")]
    public void The_deadline_must_not_have_passed(int? daysFromToday, string state, string reason) =>
        Check("deadline", Samples.Listing(), Samples.Demand() with { Deadline = daysFromToday is { } days ? Today.AddDays(days) : null }, state, reason);

    [Theory]
    [InlineData("granted", "Met", "met")]
    [InlineData("filed", "Open", "not-granted")]
    [InlineData("none", "Open", "not-granted")]
    [InlineData(null, "Open", "listing-silent")]
    public void Only_granted_rights_are_met_and_none_is_never_a_violation(string? status, string state, string reason) =>
        Check("ip", Samples.Listing() with { IpStatus = status }, Samples.Demand(), state, reason);

    [Fact]
    public void Nothing_that_both_sides_leave_open_counts_against_a_match()
    {
        var conditions = Conditions.Check(Samples.Listing(), Samples.Demand(), Today);

        conditions.Select(condition => condition.Key).ShouldBe(["trl", "price", "cooperation", "field", "region", "deadline", "ip"]);
        conditions.ShouldAllBe(condition => condition.State == ConditionState.Open);
    }

    [Fact]
    public void The_evidence_quotes_both_sides()
    {
        var conditions = Conditions.Check(
            Samples.Listing() with { Trl = 4, PriceKind = "fixed", PriceMin = 900, Cooperation = ["assign", "sole"] },
            Samples.Demand() with { TrlMin = 6, BudgetMax = 500, Cooperation = ["sole", "equity"] }, Today).ToDictionary(condition => condition.Key);

        conditions["trl"].Values.ShouldBe([4, 6]);
        conditions["price"].Values.ShouldBe([new Amount(900, "CNY"), new Amount(500, "CNY")]);
        conditions["cooperation"].Values.ShouldHaveSingleItem().ShouldBeOfType<CodesOf>().Values.ShouldBe(["sole"]);
    }

    private static void Check(string key, ListingCard listing, DemandCard demand, string state, string reason)
    {
        var condition = Conditions.Check(listing, demand, Today).Single(condition => condition.Key == key);

        condition.State.ToString().ShouldBe(state);
        condition.Reason.ShouldBe(reason);
    }

    private static string[] Codes(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
