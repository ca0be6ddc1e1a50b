using Shouldly;
using TechMatch.Brokerage.Domain;
using static TechMatch.UnitTests.Brokerage.Given;

namespace TechMatch.UnitTests.Brokerage;

public class DealTests
{
    [Fact]
    public void Without_a_broker_anyone_of_the_two_organisations_is_in_charge()
    {
        var deal = Deal();

        new[] { Seller, Buyer }.ShouldAllBe(actor => deal.IsInCharge(actor));
        new[] { Stranger, Broker, Operator }.ShouldAllBe(actor => !deal.IsInCharge(actor));
    }

    [Fact]
    public void With_a_broker_only_the_broker_is_in_charge()
    {
        var deal = BrokeredDeal();

        deal.IsInCharge(Broker).ShouldBeTrue();
        new[] { Seller, Buyer, OtherBroker, Operator }.ShouldAllBe(actor => !deal.IsInCharge(actor));
    }

    [Fact]
    public void Who_is_not_in_charge_can_do_nothing_to_it()
    {
        foreach (var other in new[] { Seller, Buyer, Stranger, OtherBroker, Operator })
        {
            new Action(() => BrokeredDeal().Move(DealStage.Nda, null, other, Now)).ShouldRefuse(DealErrors.NotInCharge);
            new Action(() => BrokeredDeal().Sign(Terms, other, Now)).ShouldRefuse(DealErrors.NotInCharge);
            new Action(() => BrokeredDeal().Suspend("why", other, Now)).ShouldRefuse(DealErrors.NotInCharge);
            new Action(() => BrokeredDeal().Resume(null, other, Now)).ShouldRefuse(DealErrors.NotInCharge);
            new Action(() => BrokeredDeal().Lose("other", null, other, Now)).ShouldRefuse(DealErrors.NotInCharge);
        }
    }

    [Fact]
    public void A_deal_goes_the_whole_way_step_by_step()
    {
        var deal = Deal();
        foreach (var stage in new[] { DealStage.Nda, DealStage.Assessment, DealStage.TermSheet, DealStage.Pricing, DealStage.Notice, DealStage.Drafting }) deal.Move(stage, null, Buyer, Now);
        deal.Sign(Terms, Seller, Now);
        deal.Move(DealStage.Effective, null, Seller, Now);
        deal.Register(Guid.CreateVersion7(), 3, "2026110000000001", Now).ShouldBeTrue();
        deal.Move(DealStage.Performing, null, Buyer, Now);
        deal.Move(DealStage.Completed, null, Buyer, Now);

        (deal.Stage, deal.State, deal.IsClosed).ShouldBe((DealStage.Completed, DealState.Completed, true));
        deal.EventCount.ShouldBe(12);
    }

    [Fact]
    public void No_stage_is_skipped_in_either_direction()
    {
        foreach (var from in new[] { DealStage.Contact, DealStage.Assessment, DealStage.Notice })
            foreach (var to in DealStages.All.Where(to => to != from - 1 && to != from + 1))
                new Action(() => DealAt(from).Move(to, "why", Seller, Now)).ShouldRefuse(DealErrors.CannotSkip);
    }

    [Fact]
    public void A_step_back_needs_a_reason()
    {
        var deal = DealAt(DealStage.Assessment);

        new Action(() => deal.Move(DealStage.Nda, " ", Seller, Now)).ShouldRefuse(DealErrors.ReasonMissing);
        deal.Move(DealStage.Nda, "The agreement was not signed after all", Seller, Now);

        deal.Stage.ShouldBe(DealStage.Nda);
        deal.Events.Last().ShouldSatisfyAllConditions(
            line => line.Kind.ShouldBe(DealEventKind.MovedBack), line => line.Note.ShouldBe("The agreement was not signed after all"), line => line.Stage.ShouldBe(DealStage.Nda));
    }

    [Fact]
    public void A_move_starts_the_stages_clock()
    {
        var deal = Deal();

        deal.Move(DealStage.Nda, null, Seller, Now.AddDays(3));

        deal.StageSince.ShouldBe(Now.AddDays(3));
    }

    [Fact]
    public void Signed_is_reached_by_a_signature_only() => new Action(() => DealAt(DealStage.Drafting).Move(DealStage.Signed, null, Seller, Now)).ShouldRefuse(DealErrors.SignatureNeeded);

    [Fact]
    public void A_signature_belongs_to_the_drafting_stage()
    {
        foreach (var stage in DealStages.All.Where(stage => stage is not DealStage.Drafting and not DealStage.Completed))
            new Action(() => DealAt(stage).Sign(Terms, Seller, Now)).ShouldRefuse(DealErrors.NotDrafting);
    }

    [Fact]
    public void A_signature_keeps_the_terms()
    {
        var deal = DealAt(DealStage.Drafting);

        deal.Sign(Terms, Seller, Now);

        (deal.Stage, deal.Cooperation, deal.Amount, deal.Currency, deal.SignedOn).ShouldBe((DealStage.Signed, "ordinary", 800_000m, "CNY", Today));
    }

    [Fact]
    public void A_buyer_alone_cannot_record_a_signature() => new Action(() => DealAt(DealStage.Drafting).Sign(Terms, Buyer, Now)).ShouldRefuse(DealErrors.BuyerCannotSign);

    [Fact]
    public void A_signed_deal_is_nothing_to_brokers_who_look_for_one()
    {
        var deal = DealAt(DealStage.Drafting);
        deal.RoleOf(OtherBroker).ShouldBe(DealRole.Lead);
        deal.Sign(Terms, Seller, Now);

        deal.RoleOf(OtherBroker).ShouldBe(DealRole.None);
        deal.MayBeTakenBy(OtherBroker).ShouldBeFalse();
        new Action(() => deal.Take(OtherBroker, Now)).ShouldRefuse(DealErrors.TooLateToTake);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Nothing_is_signed_for_no_money(int amount) => new Action(() => DealAt(DealStage.Drafting).Sign(Terms with { Amount = amount }, Seller, Now)).ShouldRefuse(DealErrors.AmountNotPositive);

    [Fact]
    public void Nothing_is_signed_tomorrow()
    {
        new Action(() => DealAt(DealStage.Drafting).Sign(Terms with { SignedOn = Today.AddDays(1) }, Seller, Now)).ShouldRefuse(DealErrors.SignedInFuture);

        // In China the next day has begun.
        DealAt(DealStage.Drafting).Sign(Terms with { SignedOn = Today.AddDays(1) }, Seller, new(2026, 11, 25, 16, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_signature_stays()
    {
        foreach (var stage in new[] { DealStage.Signed, DealStage.Effective, DealStage.Performing })
            new Action(() => DealAt(stage).Move(DealStage.Drafting, "Once more", Seller, Now)).ShouldRefuse(DealErrors.AlreadySigned);
    }

    [Fact]
    public void Registered_is_the_registrars_word() => new Action(() => DealAt(DealStage.Effective).Move(DealStage.Registered, null, Seller, Now)).ShouldRefuse(DealErrors.RegistrationNeeded);

    [Fact]
    public void An_unregistered_deal_is_performed_all_the_same()
    {
        var deal = DealAt(DealStage.Effective);

        deal.Move(DealStage.Performing, null, Seller, Now);
        deal.Move(DealStage.Effective, "Too soon", Seller, Now);

        deal.Stage.ShouldBe(DealStage.Effective);
    }

    [Fact]
    public void A_registered_deal_steps_back_to_Registered()
    {
        var deal = DealAt(DealStage.Registered);
        deal.Move(DealStage.Performing, null, Seller, Now);

        deal.Move(DealStage.Registered, "Too soon", Seller, Now);

        deal.Stage.ShouldBe(DealStage.Registered);
    }

    [Theory]
    [InlineData("Signed", "Registered")]
    [InlineData("Effective", "Registered")]
    [InlineData("Performing", "Performing")]
    [InlineData("Completed", "Completed")]
    [InlineData("Drafting", "Drafting")]
    public void A_registration_moves_a_signed_deal_on_and_never_back(string from, string to)
    {
        var deal = DealAt(DealStages.Find(from)!.Value);

        deal.Register(Guid.CreateVersion7(), 1, "2026110000000001", Now).ShouldBeTrue();

        deal.Stage.ShouldBe(DealStages.Find(to)!.Value);
        deal.RegistrationNumber.ShouldBe("2026110000000001");
    }

    [Fact]
    public void A_registration_does_not_bring_a_lost_deal_back()
    {
        var deal = DealAt(DealStage.Signed);
        deal.Lose("objectionUpheld", null, Seller, Now);

        deal.Register(Guid.CreateVersion7(), 1, "2026110000000001", Now);

        (deal.Stage, deal.State).ShouldBe((DealStage.Signed, DealState.Lost));
    }

    [Fact]
    public void A_registration_that_is_older_than_what_was_seen_is_ignored()
    {
        var deal = DealAt(DealStage.Signed);
        var contract = Guid.CreateVersion7();
        deal.Register(contract, 5, "new", Now);
        var events = deal.EventCount;

        deal.Register(contract, 4, "old", Now).ShouldBeFalse();
        deal.Register(contract, 5, "old", Now).ShouldBeFalse();

        (deal.RegistrationNumber, deal.EventCount).ShouldBe(("new", events));
        deal.Register(contract, 6, "newer", Now).ShouldBeTrue();
        deal.RegistrationNumber.ShouldBe("newer");
    }

    [Fact]
    public void A_suspended_deal_rests_until_it_is_resumed()
    {
        var deal = DealAt(DealStage.TermSheet);
        deal.Suspend("Waiting for the board", Seller, Now);

        new Action(() => deal.Move(DealStage.Pricing, null, Seller, Now)).ShouldRefuse(DealErrors.Suspended);
        new Action(() => deal.Suspend("again", Seller, Now)).ShouldRefuse(DealErrors.Suspended);
        deal.Resume(null, Seller, Now);
        deal.Move(DealStage.Pricing, null, Seller, Now);

        deal.Stage.ShouldBe(DealStage.Pricing);
    }

    [Fact]
    public void Suspending_needs_a_reason() => new Action(() => Deal().Suspend("", Seller, Now)).ShouldRefuse(DealErrors.ReasonMissing);

    [Fact]
    public void Only_a_suspended_deal_is_resumed() => new Action(() => Deal().Resume(null, Seller, Now)).ShouldRefuse(DealErrors.NotSuspended);

    [Fact]
    public void A_lost_deal_keeps_its_stage_and_its_reason_and_takes_nothing_but_notes()
    {
        var deal = DealAt(DealStage.Pricing);
        deal.Lose("priceNotAgreed", "Two million apart", Seller, Now);

        (deal.Stage, deal.State, deal.ExitReason).ShouldBe((DealStage.Pricing, DealState.Lost, "priceNotAgreed"));
        new Action(() => deal.Move(DealStage.Notice, null, Seller, Now)).ShouldRefuse(DealErrors.Closed);
        new Action(() => deal.Suspend("why", Seller, Now)).ShouldRefuse(DealErrors.Closed);
        new Action(() => deal.Lose("other", null, Seller, Now)).ShouldRefuse(DealErrors.Closed);
        new Action(() => deal.Take(Broker, Now)).ShouldRefuse(DealErrors.Closed);
        deal.AddNote("They may come back next year", Buyer, Now);
    }

    [Fact]
    public void A_suspended_deal_can_be_lost()
    {
        var deal = Deal();
        deal.Suspend("why", Seller, Now);

        deal.Lose("noResponse", null, Seller, Now);

        deal.State.ShouldBe(DealState.Lost);
    }

    [Fact]
    public void A_completed_deal_is_closed() => new Action(() => DealAt(DealStage.Completed).Move(DealStage.Performing, "why", Seller, Now)).ShouldRefuse(DealErrors.Closed);

    [Fact]
    public void Events_are_numbered_without_gaps() => DealAt(DealStage.Performing).Events.Select(line => line.Number).ShouldBe(Enumerable.Range(1, 10));
}
