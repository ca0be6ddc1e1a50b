using Shouldly;
using TechMatch.Brokerage.Domain;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Listings;
using TechMatch.Shared.Domain;

namespace TechMatch.UnitTests.Brokerage;

/// <summary>The cast and the things that the tests of this folder begin with.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 11, 25, 4, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 11, 25);
    public static readonly ReplyClock Clock = new(Today.AddDays(1), Today.AddDays(7));
    public static readonly DealTerms Terms = new("ordinary", 800_000m, "CNY", Today);

    public static readonly Actor Seller = new(new(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
    public static readonly Actor Buyer = new(new(2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), new Guid(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
    public static readonly Actor Stranger = new(new(3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), new Guid(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
    public static readonly Actor Broker = new(new(4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), new Guid(4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), IsBroker: true);
    public static readonly Actor OtherBroker = new(new(5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), new Guid(5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), IsBroker: true);
    public static readonly Actor Operator = new(new(6, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), new Guid(6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), IsOperator: true);

    public static ListingCard Listing(string status = "Published") => new(
        new(7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), 1, Seller.OrganisationId!.Value, status, null, "Sodium cathode process", null, null, null, null, null, null, "newMaterials", [], 6, null, null,
        ["ordinary"], "negotiable", null, null, "CNY", null, Now);

    public static DemandCard Demand(bool isAnonymous = false, Guid? organisation = null) => new(
        new(8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), 1, organisation ?? Buyer.OrganisationId!.Value, isAnonymous, "Published", null, "Cheaper cathodes", null, null, null, null, null, null, [], null, [], null, null,
        "CNY", null, null, Now);

    public static Interest Interest(bool isAnonymous = false) =>
        TechMatch.Brokerage.Domain.Interest.Send(Listing(), Demand(isAnonymous), Buyer, new("A licence", "Cycle life", "We make batteries"), Clock, hasOpen: false, Now);

    public static Deal Deal(bool isAnonymous = false) => Interest(isAnonymous).Accept(Seller, Now);

    /// <summary>A deal without a broker that has come as far as a stage.</summary>
    public static Deal DealAt(DealStage stage)
    {
        var deal = Deal();
        while (deal.Stage < stage)
        {
            if (deal.Stage is DealStage.Drafting) deal.Sign(Terms, Seller, Now);
            else if (deal.Stage is DealStage.Effective && stage is DealStage.Registered) deal.Register(Guid.CreateVersion7(), 1, "2026110000000001", Now);
            else deal.Move(deal.Next!.Value, null, Seller, Now);
        }
        deal.Stage.ShouldBe(stage);
        return deal;
    }

    public static Deal BrokeredDeal()
    {
        var deal = Deal();
        deal.Take(Broker, Now);
        return deal;
    }

    public static void ShouldRefuse(this Action act, Error error) => Should.Throw<RuleViolationException>(act).Error.ShouldBe(error);
}
