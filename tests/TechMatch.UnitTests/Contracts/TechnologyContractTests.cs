using CsCheck;
using Shouldly;
using TechMatch.Contracts.Domain;
using TechMatch.Shared.Domain;
using static TechMatch.UnitTests.Contracts.Drafts;

namespace TechMatch.UnitTests.Contracts;

public class TechnologyContractTests
{
    [Fact]
    public void A_signed_deal_becomes_a_recorded_contract_with_what_is_known()
    {
        var contract = Recorded();

        contract.State.ShouldBe(ContractState.Recorded);
        (contract.Type, contract.Subtype).ShouldBe(("LIC", "LIC-PATENT"));
        (contract.TotalAmount, contract.Currency, contract.SignedOn, contract.Field).ShouldBe((1_500_000m, "CNY", SignedOn, "06"));
        contract.TechnicalAmount.ShouldBeNull("nobody has said yet what of it is technical");
        contract.Missing.ShouldBe(["TechnicalAmount", "StartsOn", "EndsOn", "PaymentForm", "PlanSource", "Objective", "IsRelatedParty"]);
    }

    [Fact]
    public void A_very_long_listing_title_is_cut_to_the_length_of_a_project_name()
    {
        var contract = TechnologyContract.Draft(NewId.At<ContractId>(Now), Deal(), Beijing, Zhejiang, null, new(new string('长', 900), null), null, null, Now);

        contract.ProjectName.Zh!.Length.ShouldBe(TechnologyContract.NameMaxLength);
    }

    [Theory]
    [InlineData("Recorded", true)]
    [InlineData("Submitted", false)]
    [InlineData("Returned", true)]
    [InlineData("Accepted", false)]
    [InlineData("Registered", false)]
    [InlineData("NotRegistered", true)]
    public void Facts_change_only_while_the_contract_is_with_the_seller(string state, bool open)
    {
        var contract = InState(Enum.Parse<ContractState>(state));

        var change = () => contract.Complete(Facts(technical: 1m), Now);

        if (open) change.ShouldNotThrow();
        else change.ShouldThrow<RuleViolationException>().Error.ShouldBe(ContractErrors.Sealed);
        contract.TechnicalAmount.ShouldBe(open ? 1m : 1_200_000m);
    }

    [Fact]
    public void Whatever_amounts_are_given_the_technical_one_lies_between_nought_and_the_total() =>
        Gen.Select(Gen.Decimal[-1_000_000m, 2_000_000m], Gen.Decimal[-1_000_000m, 2_000_000m]).Sample((total, technical) =>
        {
            var contract = Recorded();
            var allowed = total > 0 && technical >= 0 && technical <= total;
            try
            {
                contract.Complete(Facts(total, technical), Now);
                allowed.ShouldBeTrue();
            }
            catch (RuleViolationException refusal)
            {
                allowed.ShouldBeFalse();
                refusal.Error.ShouldBe(total > 0 ? ContractErrors.TechnicalAmount : ContractErrors.TotalAmount);
            }
            contract.TotalAmount.ShouldBeGreaterThan(0);
            (contract.TechnicalAmount ?? 0).ShouldBeInRange(0, contract.TotalAmount);
        });

    [Fact]
    public void A_contract_does_not_end_before_it_starts()
    {
        var contract = Recorded();

        Should.Throw<RuleViolationException>(() => contract.Complete(Facts() with { EndsOn = new(2026, 11, 30) }, Now)).Error.ShouldBe(ContractErrors.Period);
    }

    [Fact]
    public void An_incomplete_contract_is_not_submitted()
    {
        var contract = Recorded();

        var refusal = Should.Throw<RuleViolationException>(() => contract.Submit(Beijing, Zhejiang, Seller, Now));

        refusal.Error.ShouldBe(ContractErrors.Incomplete);
        refusal.Arguments.ShouldBe([7]);
    }

    [Fact]
    public void A_seller_outside_the_mainland_has_no_place_of_registration()
    {
        var contract = Complete();

        Should.Throw<RuleViolationException>(() => contract.Submit(Beijing with { Region = "81" }, Zhejiang, Seller, Now)).Error.ShouldBe(ContractErrors.SellerAbroad);
        Should.Throw<RuleViolationException>(() => contract.Submit(Beijing with { Region = null }, Zhejiang, Seller, Now)).Error.ShouldBe(ContractErrors.RegionMissing);
    }

    [Fact]
    public void Submitting_writes_down_where_both_sides_are_and_where_the_technology_goes()
    {
        var contract = Complete();

        contract.Submit(Beijing, Zhejiang with { Region = "110101" }, Seller, Now);

        (contract.State, contract.FlowCode, contract.BuyerRegion, contract.SubmittedAt).ShouldBe((ContractState.Submitted, "local", "110101", (DateTimeOffset?)Now));
        contract.Steps.Single().Actor.ShouldBe(Seller.Name);
    }

    [Theory]
    [InlineData("Recorded", "")]
    [InlineData("Submitted", "accept return")]
    [InlineData("Returned", "")]
    [InlineData("Accepted", "return register refuse")]
    [InlineData("Registered", "")]
    [InlineData("NotRegistered", "")]
    public void The_registrar_takes_only_the_steps_that_a_state_allows(string state, string allowed)
    {
        var steps = new Dictionary<string, Action<TechnologyContract>>
        {
            ["accept"] = contract => contract.Accept(30, Today, Registrar, Now),
            ["return"] = contract => contract.Return("Correct it.", Today, Registrar, Now),
            ["register"] = contract => contract.Register(Findings(), Today, Registrar, Now),
            ["refuse"] = contract => contract.Refuse("No.", Today, Registrar, Now),
        };
        foreach (var (name, step) in steps)
        {
            var contract = InState(Enum.Parse<ContractState>(state));
            if (allowed.Split(' ').Contains(name)) Should.NotThrow(() => step(contract), name);
            else Should.Throw<RuleViolationException>(() => step(contract), name);
        }
    }

    [Theory]
    [InlineData("Submitted")]
    [InlineData("Accepted")]
    [InlineData("Registered")]
    public void A_contract_has_one_live_registration(string state)
    {
        var contract = InState(Enum.Parse<ContractState>(state));

        Should.Throw<RuleViolationException>(() => contract.Submit(Beijing, Zhejiang, Seller, Now)).Error.ShouldBe(ContractErrors.AlreadyApplied);
    }

    [Fact]
    public void A_person_of_either_party_decides_nothing()
    {
        foreach (var party in new[] { Beijing, Zhejiang })
        {
            var actor = new Actor("Registrar of a party", party.OrganisationId);
            Should.Throw<RuleViolationException>(() => Submitted().Accept(30, Today, actor, Now)).Error.ShouldBe(ContractErrors.OwnContract);
            Should.Throw<RuleViolationException>(() => Accepted().Return("x", Today, actor, Now)).Error.ShouldBe(ContractErrors.OwnContract);
            Should.Throw<RuleViolationException>(() => Accepted().Register(Findings(), Today, actor, Now)).Error.ShouldBe(ContractErrors.OwnContract);
            Should.Throw<RuleViolationException>(() => Accepted().Refuse("x", Today, actor, Now)).Error.ShouldBe(ContractErrors.OwnContract);
        }
        ContractErrors.OwnContract.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public void Registration_lies_between_signing_and_today()
    {
        Should.Throw<RuleViolationException>(() => Accepted().Register(Findings(on: SignedOn.AddDays(-1)), Today, Registrar, Now)).Error.ShouldBe(ContractErrors.RegisteredTooEarly);
        Should.Throw<RuleViolationException>(() => Accepted().Register(Findings(on: Today.AddDays(1)), Today, Registrar, Now)).Error.ShouldBe(ContractErrors.RegisteredInFuture);
        Should.NotThrow(() => Accepted().Register(Findings(on: SignedOn), Today, Registrar, Now));
        Should.NotThrow(() => Accepted().Register(Findings(on: Today), Today, Registrar, Now));
    }

    [Fact]
    public void The_registrar_verifies_the_technical_amount_within_the_total()
    {
        var contract = Accepted();

        Should.Throw<RuleViolationException>(() => contract.Register(Findings(technical: 1_500_000.01m), Today, Registrar, Now)).Error.ShouldBe(ContractErrors.TechnicalAmount);
        contract.Register(Findings(technical: 900_000m), Today, Registrar, Now);

        (contract.TechnicalAmount, contract.RegistrationNumber, contract.RegisteredOn).ShouldBe((900_000m, Number, Today));
    }

    [Fact]
    public void A_refused_contract_may_be_submitted_anew_with_a_new_clock()
    {
        var contract = InState(ContractState.NotRegistered);

        contract.Submit(Beijing, Zhejiang, Seller, Now);
        contract.Accept(10, Today.AddDays(5), Registrar, Now);

        contract.DueOn.ShouldBe(Today.AddDays(15));
        contract.Steps.Select(step => step.State).ShouldBe([ContractState.Submitted, ContractState.Accepted, ContractState.NotRegistered, ContractState.Submitted, ContractState.Accepted]);
        contract.Steps.Select(step => step.Number).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Theory]
    [InlineData(999.99, "CNY", true)]
    [InlineData(1000, "CNY", false)]
    [InlineData(150, "CNY", true)]
    [InlineData(150, "USD", false)]
    public void An_amount_below_a_thousand_yuan_looks_like_ten_thousands(decimal amount, string currency, bool suspicious) =>
        TechnologyContract.LooksTooSmall(amount, currency).ShouldBe(suspicious);
}
