using Shouldly;
using TechMatch.Contracts.Domain;
using TechMatch.Integration.Reference;
using static TechMatch.UnitTests.Contracts.Drafts;

namespace TechMatch.UnitTests.Contracts;

public class RegistrationClockTests
{
    private sealed class Packs(Dictionary<string, decimal?> days) : IRulePacks
    {
        public decimal? Number(string pack, string key, DateOnly on) => key == "registration.decisionDays" ? days.GetValueOrDefault(pack) : throw new ArgumentException(key);

        public RuleValue? Find(string pack, string key, DateOnly on) => throw new NotSupportedException();

        public string PackOf(string? region) => region?[..2] switch { "11" => "CN-BJ", "33" => "CN-ZJ", "37" => "CN-SD", _ => "CN" };
    }

    [Fact]
    public void The_time_limit_is_what_the_sellers_pack_says()
    {
        var packs = new Packs(new() { ["CN"] = 30, ["CN-BJ"] = 30, ["CN-ZJ"] = 10, ["CN-SD"] = null });

        packs.DaysFor(Zhejiang, Today).ShouldBe(10);
        packs.DaysFor(Beijing, Today).ShouldBe(30);
        packs.DaysFor(new Party(Guid.Empty, "440300", "CN"), Today).ShouldBe(30);
        packs.DaysFor(new Party(Guid.Empty, "37", "CN"), Today).ShouldBeNull();
    }

    [Fact]
    public void The_clock_starts_with_acceptance_and_the_starting_day_is_not_counted()
    {
        Submitted().DueOn.ShouldBeNull();
        Accepted(10).DueOn.ShouldBe(new DateOnly(2026, 12, 5));
    }

    [Fact]
    public void A_contract_is_overdue_from_the_day_after_its_last()
    {
        var contract = Accepted(10);

        contract.IsOverdue(new(2026, 12, 5)).ShouldBeFalse();
        contract.IsOverdue(new(2026, 12, 6)).ShouldBeTrue();
    }

    [Fact]
    public void A_decided_contract_is_never_overdue()
    {
        var contract = Accepted(10);
        contract.Register(Findings(), Today, Registrar, Now);

        contract.IsOverdue(Today.AddYears(1)).ShouldBeFalse();
        contract.DueOn.ShouldBeNull();
    }

    [Fact]
    public void A_correction_stops_the_clock_and_what_was_left_is_left()
    {
        var contract = Accepted(10);

        contract.Return("The annex is missing.", Today.AddDays(4), Registrar, Now);
        contract.DueOn.ShouldBeNull();
        contract.IsOverdue(Today.AddDays(90)).ShouldBeFalse();
        contract.Submit(Beijing, Zhejiang, Seller, Now);
        contract.DueOn.ShouldBeNull("it runs on only with the next acceptance");
        contract.Accept(30, Today.AddDays(20), Registrar, Now);

        contract.DueOn.ShouldBe(Today.AddDays(26), "6 of the first acceptance's 10 days are left");
    }

    [Fact]
    public void Returning_an_application_before_acceptance_uses_no_day()
    {
        var contract = Submitted();
        contract.Return("No signature.", Today.AddDays(9), Registrar, Now);
        contract.Submit(Beijing, Zhejiang, Seller, Now);
        contract.Accept(10, Today.AddDays(30), Registrar, Now);

        contract.DueOn.ShouldBe(Today.AddDays(40));
    }

    [Fact]
    public void An_overdue_clock_that_was_stopped_is_overdue_at_once_when_it_goes_on()
    {
        var contract = Accepted(10);
        contract.Return("Late, but wrong.", Today.AddDays(12), Registrar, Now);
        contract.Submit(Beijing, Zhejiang, Seller, Now);
        contract.Accept(10, Today.AddDays(40), Registrar, Now);

        contract.IsOverdue(Today.AddDays(40)).ShouldBeTrue();
    }

    [Fact]
    public void Where_no_rule_is_recorded_nothing_is_ever_due()
    {
        var contract = Accepted(null);

        contract.DueOn.ShouldBeNull();
        contract.IsOverdue(Today.AddYears(5)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("20261101080001", true)]
    [InlineData("2026110108000001", true)]
    [InlineData("202611010800001", false)]
    [InlineData("2026110108", false)]
    [InlineData("2026110108OOOOO1", false)]
    [InlineData("２０２６１１０１０８０００００１", false)]
    [InlineData("2026110108000001\n", false)]
    [InlineData(" 2026110108000001", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_registration_number_has_14_or_16_digits(string? number, bool valid) => RegistrationRules.IsNumber(number).ShouldBe(valid);
}
