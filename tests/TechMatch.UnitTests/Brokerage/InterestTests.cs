using Shouldly;
using TechMatch.Brokerage.Domain;
using static TechMatch.UnitTests.Brokerage.Given;

namespace TechMatch.UnitTests.Brokerage;

public class InterestTests
{
    [Fact]
    public void A_sent_interest_waits_for_its_receiver_until_the_last_day_for_an_answer()
    {
        var interest = Interest();

        interest.State.ShouldBe(InterestState.Sent);
        interest.SenderOrganisationId.ShouldBe(Buyer.OrganisationId!.Value);
        interest.ReceiverOrganisationId.ShouldBe(Seller.OrganisationId!.Value);
        interest.AnswerBy.ShouldBe(Clock.AnswerBy);
        interest.OpenFor.ShouldBe(Buyer.OrganisationId);
    }

    [Fact]
    public void Answers_are_kept_without_blanks_around_them()
    {
        var interest = TechMatch.Brokerage.Domain.Interest.Send(Listing(), null, Buyer, new(" licence ", "\nprice", "us\t"), Clock, hasOpen: false, Now);

        (interest.CooperationSought, interest.Missing, interest.AboutUs).ShouldBe(("licence", "price", "us"));
    }

    [Fact]
    public void One_without_an_organisation_cannot_send_an_interest() => Sending(by: new(Buyer.PersonId, null)).ShouldRefuse(InterestErrors.NoOrganisation);

    [Fact]
    public void Nobody_is_interested_in_their_own_listing() => Sending(by: Seller).ShouldRefuse(InterestErrors.OwnListing);

    [Theory]
    [InlineData("Draft")]
    [InlineData("Withdrawn")]
    [InlineData("Licensed")]
    public void Only_a_published_listing_takes_interests(string status) => Sending(status: status).ShouldRefuse(InterestErrors.ListingNotPublished);

    [Fact]
    public void The_need_behind_an_interest_is_the_senders_own()
    {
        Action sending = () => TechMatch.Brokerage.Domain.Interest.Send(Listing(), Demand(organisation: Stranger.OrganisationId), Buyer, new("a", "b", "c"), Clock, hasOpen: false, Now);

        sending.ShouldRefuse(InterestErrors.NotOwnDemand);
    }

    [Fact]
    public void A_second_interest_while_one_is_open_is_refused() => Sending(hasOpen: true).ShouldRefuse(InterestErrors.AlreadyOpen);

    [Fact]
    public void Acknowledging_promises_an_answer_and_changes_nothing_else()
    {
        var interest = Interest();

        interest.Acknowledge(Seller, Now.AddHours(1));

        interest.State.ShouldBe(InterestState.Acknowledged);
        interest.AcknowledgedAt.ShouldBe(Now.AddHours(1));
        interest.IsOpen.ShouldBeTrue();
        interest.OpenFor.ShouldBe(Buyer.OrganisationId);
    }

    [Fact]
    public void An_interest_is_acknowledged_once()
    {
        var interest = Interest();
        interest.Acknowledge(Seller, Now);

        new Action(() => interest.Acknowledge(Seller, Now)).ShouldRefuse(InterestErrors.AlreadyAcknowledged);
    }

    [Fact]
    public void Accepting_opens_one_deal_between_the_two_organisations_and_implies_the_acknowledgement()
    {
        var interest = Interest(isAnonymous: true);

        var deal = interest.Accept(Seller, Now.AddDays(1));

        interest.State.ShouldBe(InterestState.Accepted);
        interest.AcknowledgedAt.ShouldBe(Now.AddDays(1));
        interest.AnsweredById.ShouldBe(Seller.PersonId);
        interest.OpenFor.ShouldBeNull();
        interest.DealId.ShouldBe(deal.Id.Value);
        (deal.SellerOrganisationId, deal.BuyerOrganisationId).ShouldBe((Seller.OrganisationId!.Value, Buyer.OrganisationId!.Value));
        (deal.ListingId, deal.DemandId, deal.InterestId, deal.BuyerIsAnonymous).ShouldBe((interest.ListingId, interest.DemandId, interest.Id, true));
        deal.Stage.ShouldBe(DealStage.Contact);
        deal.Events.ShouldHaveSingleItem().Kind.ShouldBe(DealEventKind.Opened);
    }

    [Fact]
    public void Accepting_after_acknowledging_keeps_the_first_time()
    {
        var interest = Interest();
        interest.Acknowledge(Seller, Now.AddHours(1));

        interest.Accept(Seller, Now.AddDays(1));

        interest.AcknowledgedAt.ShouldBe(Now.AddHours(1));
    }

    [Fact]
    public void Declining_keeps_the_reason_and_the_note()
    {
        var interest = Interest();

        interest.Decline("tooEarly", "  come back at TRL 7 ", Seller, Now);

        (interest.State, interest.DeclineReason, interest.Note).ShouldBe((InterestState.Declined, "tooEarly", "come back at TRL 7"));
        interest.OpenFor.ShouldBeNull();
    }

    [Fact]
    public void Only_the_receiver_answers()
    {
        foreach (var other in new[] { Buyer, Stranger, Broker, Operator })
        {
            new Action(() => Interest().Acknowledge(other, Now)).ShouldRefuse(InterestErrors.NotReceiver);
            new Action(() => Interest().Accept(other, Now)).ShouldRefuse(InterestErrors.NotReceiver);
            new Action(() => Interest().Decline("tooEarly", null, other, Now)).ShouldRefuse(InterestErrors.NotReceiver);
        }
    }

    [Fact]
    public void Only_the_sender_withdraws()
    {
        foreach (var other in new[] { Seller, Stranger, Broker, Operator })
            new Action(() => Interest().Withdraw(other, Now)).ShouldRefuse(InterestErrors.NotSender);
    }

    [Fact]
    public void Withdrawing_closes_it()
    {
        var interest = Interest();

        interest.Withdraw(Buyer, Now);

        (interest.State, interest.OpenFor, interest.ClosedAt).ShouldBe((InterestState.Withdrawn, (Guid?)null, (DateTimeOffset?)Now));
    }

    [Fact]
    public void The_last_day_counts_in_the_markets_own_time()
    {
        var lastMinute = new DateTimeOffset(2026, 12, 2, 15, 59, 0, TimeSpan.Zero);
        var tooLate = lastMinute.AddMinutes(1);
        Interest().AnswerBy.ShouldBe(new DateOnly(2026, 12, 2));

        Interest().Accept(Seller, lastMinute).ShouldNotBeNull();
        new Action(() => Interest().Accept(Seller, tooLate)).ShouldRefuse(InterestErrors.TooLate);
    }

    [Fact]
    public void It_expires_after_the_last_day_and_not_before()
    {
        var interest = Interest();

        interest.ExpireIfDue(Now.AddDays(7)).ShouldBeFalse();
        interest.State.ShouldBe(InterestState.Sent);
        interest.ExpireIfDue(Now.AddDays(8)).ShouldBeTrue();
        (interest.State, interest.OpenFor).ShouldBe((InterestState.Expired, (Guid?)null));
        interest.ExpireIfDue(Now.AddDays(9)).ShouldBeFalse();
    }

    [Fact]
    public void A_closed_interest_takes_no_more_acts()
    {
        Action<Interest>[] endings = [i => i.Accept(Seller, Now), i => i.Decline("tooEarly", null, Seller, Now), i => i.Withdraw(Buyer, Now), i => i.ExpireIfDue(Now.AddDays(30)).ShouldBeTrue()];
        foreach (var end in endings)
        {
            var interest = Interest();
            end(interest);
            var state = interest.State;

            new Action(() => interest.Acknowledge(Seller, Now)).ShouldRefuse(InterestErrors.Closed);
            new Action(() => interest.Accept(Seller, Now)).ShouldRefuse(InterestErrors.Closed);
            new Action(() => interest.Decline("tooEarly", null, Seller, Now)).ShouldRefuse(InterestErrors.Closed);
            new Action(() => interest.Withdraw(Buyer, Now)).ShouldRefuse(InterestErrors.Closed);
            interest.State.ShouldBe(state);
        }
    }

    [Fact]
    public void The_two_organisations_and_operators_see_it_and_nobody_else()
    {
        var interest = Interest();

        new[] { Seller, Buyer, Operator }.ShouldAllBe(reader => interest.IsVisibleTo(reader));
        new[] { Stranger, Broker, new Actor(null, null) }.ShouldAllBe(reader => !interest.IsVisibleTo(reader));
    }

    [Fact]
    public void An_anonymous_sender_is_named_to_the_receiver_only_after_a_yes()
    {
        var interest = Interest(isAnonymous: true);

        interest.ShowsSenderTo(Seller).ShouldBeFalse();
        interest.ShowsSenderTo(Buyer).ShouldBeTrue();
        interest.ShowsSenderTo(Operator).ShouldBeTrue();
        interest.Acknowledge(Seller, Now);
        interest.ShowsSenderTo(Seller).ShouldBeFalse();
        interest.Accept(Seller, Now);
        interest.ShowsSenderTo(Seller).ShouldBeTrue();
    }

    [Fact]
    public void A_declined_anonymous_sender_is_never_named()
    {
        var interest = Interest(isAnonymous: true);

        interest.Decline("notOurField", null, Seller, Now);

        interest.ShowsSenderTo(Seller).ShouldBeFalse();
    }

    [Fact]
    public void A_named_sender_is_named_at_once() => Interest().ShowsSenderTo(Seller).ShouldBeTrue();

    private static Action Sending(Actor? by = null, string status = "Published", bool hasOpen = false) =>
        () => TechMatch.Brokerage.Domain.Interest.Send(Listing(status), null, by ?? Buyer, new("a", "b", "c"), Clock, hasOpen, Now);
}
