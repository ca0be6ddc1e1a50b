using Shouldly;
using TechMatch.Brokerage.Domain;
using static TechMatch.UnitTests.Brokerage.Given;

namespace TechMatch.UnitTests.Brokerage;

/// <summary>Who takes a deal, who hands it back, who sees it as what.</summary>
public class DealPeopleTests
{
    [Fact]
    public void A_broker_takes_a_deal_that_has_none()
    {
        var deal = Deal();

        deal.Take(Broker, Now);

        deal.BrokerId.ShouldBe(Broker.PersonId);
        deal.Events.Last().Kind.ShouldBe(DealEventKind.BrokerTook);
    }

    [Fact]
    public void A_deal_has_one_broker() => new Action(() => BrokeredDeal().Take(OtherBroker, Now)).ShouldRefuse(DealErrors.HasBroker);

    [Fact]
    public void A_broker_does_not_stand_between_their_own_organisation_and_another()
    {
        foreach (var party in new[] { Seller, Buyer })
            new Action(() => Deal().Take(party with { IsBroker = true }, Now)).ShouldRefuse(DealErrors.BrokerIsParty);
    }

    [Fact]
    public void A_resting_deal_is_not_taken()
    {
        var deal = Deal();
        deal.Suspend("why", Seller, Now);

        new Action(() => deal.Take(Broker, Now)).ShouldRefuse(DealErrors.Suspended);
    }

    [Fact]
    public void The_broker_hands_a_deal_back_and_the_two_organisations_go_on()
    {
        var deal = BrokeredDeal();

        deal.Release(Broker, Now);

        deal.BrokerId.ShouldBeNull();
        deal.Move(DealStage.Nda, null, Buyer, Now);
        deal.Events.Select(line => line.Kind).ShouldContain(DealEventKind.BrokerLeft);
    }

    [Fact]
    public void An_operator_can_take_a_deal_from_its_broker()
    {
        var deal = BrokeredDeal();

        deal.Release(Operator, Now);

        deal.BrokerId.ShouldBeNull();
    }

    [Fact]
    public void Nobody_else_sends_the_broker_away()
    {
        foreach (var other in new[] { Seller, Buyer, OtherBroker, Stranger })
            new Action(() => BrokeredDeal().Release(other, Now)).ShouldRefuse(DealErrors.NotInCharge);
    }

    [Fact]
    public void A_deal_without_a_broker_is_not_handed_back() => new Action(() => Deal().Release(Seller, Now)).ShouldRefuse(DealErrors.NoBroker);

    [Fact]
    public void The_broker_of_a_closed_deal_stays_on_record()
    {
        var deal = BrokeredDeal();
        deal.Lose("other", null, Broker, Now);

        new Action(() => deal.Release(Broker, Now)).ShouldRefuse(DealErrors.Closed);
    }

    [Fact]
    public void A_note_is_for_those_who_take_part()
    {
        var deal = BrokeredDeal();

        deal.AddNote(" Samples sent ", Buyer, Now);
        deal.AddNote("Received", Seller, Now);
        deal.AddNote("Noted", Broker, Now);

        deal.Events.TakeLast(3).Select(line => line.Note).ShouldBe(["Samples sent", "Received", "Noted"]);
        foreach (var other in new[] { OtherBroker, Operator, Stranger })
            new Action(() => deal.AddNote("Hello", other, Now)).ShouldRefuse(DealErrors.NotTakingPart);
    }

    [Fact]
    public void A_lead_is_there_for_brokers_until_one_takes_it()
    {
        var deal = Deal();
        deal.RoleOf(Broker).ShouldBe(DealRole.Lead);

        deal.Take(Broker, Now);

        (deal.RoleOf(Broker), deal.RoleOf(OtherBroker)).ShouldBe((DealRole.Broker, DealRole.None));
    }

    [Fact]
    public void A_lost_or_resting_deal_is_no_lead()
    {
        var (lost, resting) = (Deal(), Deal());
        lost.Lose("other", null, Seller, Now);
        resting.Suspend("why", Seller, Now);

        (lost.RoleOf(Broker), resting.RoleOf(Broker)).ShouldBe((DealRole.None, DealRole.None));
    }

    [Fact]
    public void The_parties_and_the_operator_always_see_it_and_strangers_never()
    {
        foreach (var deal in new[] { Deal(), BrokeredDeal(), DealAt(DealStage.Completed) })
        {
            (deal.RoleOf(Seller), deal.RoleOf(Buyer), deal.RoleOf(Operator)).ShouldBe((DealRole.Party, DealRole.Party, DealRole.Observer));
            (deal.RoleOf(Stranger), deal.RoleOf(new(null, null))).ShouldBe((DealRole.None, DealRole.None));
        }
    }

    [Fact]
    public void The_board_has_a_column_for_every_stage_in_order()
    {
        DealStages.Columns.SelectMany(DealStages.StagesOf).ShouldBe(DealStages.All);
        DealStages.Columns.ShouldAllBe(column => DealStages.StagesOf(column).Length > 0);
    }

    [Theory]
    [InlineData("termsheet", "TermSheet")]
    [InlineData("Nda", "Nda")]
    [InlineData("3", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("Nda,Pricing", null)]
    public void A_stage_is_read_by_its_name_only(string? text, string? stage) => DealStages.Find(text)?.ToString().ShouldBe(stage);
}
