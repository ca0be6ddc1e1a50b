using CsCheck;
using Shouldly;
using TechMatch.Brokerage.Domain;
using TechMatch.Shared.Domain;
using static TechMatch.UnitTests.Brokerage.Given;

namespace TechMatch.UnitTests.Brokerage;

/// <summary>Whatever people try, in whatever order, a deal stays sound.</summary>
public class DealWalkTests
{
    private static readonly Actor[] Cast = [Seller, Buyer, Broker, OtherBroker, Stranger, Operator];
    private static readonly Guid Contract = new(9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

    private static readonly Gen<Action<Deal, DateTimeOffset>> Act = Gen.Select(Gen.Int[0, 11], Gen.Int[0, Cast.Length - 1], Gen.Enum<DealStage>(), Gen.Bool, (kind, who, stage, worded) =>
    {
        var (by, note) = (Cast[who], worded ? "A reason" : "");
        return new Action<Deal, DateTimeOffset>((deal, now) =>
        {
            switch (kind)
            {
                // Forward more often than anything else: otherwise few walks would come far.
                case 0 or 1 or 2 or 3 when deal.Next is { } next: deal.Move(next, note, by, now); break;
                case 4: deal.Move(stage, note, by, now); break;
                case 5 or 6: deal.Sign(Terms with { Amount = worded ? 1m : 0m, SignedOn = MarketDay.Of(now) }, by, now); break;
                case 7: if (by.IsBroker) deal.Take(by, now); break;
                case 8: deal.Release(by, now); break;
                case 9: deal.Suspend(note, by, now); break;
                case 10: deal.Resume(note, by, now); break;
                case 11 when worded: deal.Register(Contract, (int)stage + 1, $"N{stage}", now); break;
                case 11: deal.Lose("other", note, by, now); break;
            }
        });
    });

    [Fact]
    public void Every_act_either_leaves_a_sound_deal_or_changes_nothing()
    {
        var reached = new HashSet<DealStage>();

        Act.Array[0, 60].Sample(
            acts =>
            {
                var deal = Deal();
                var now = Now;
                foreach (var act in acts)
                {
                    var before = Snapshot(deal);
                    try
                    {
                        act(deal, now = now.AddHours(1));
                    }
                    catch (RuleViolationException)
                    {
                        Snapshot(deal).ShouldBe(before);
                    }
                    ShouldBeSound(deal, before);
                    lock (reached) reached.Add(deal.Stage);
                }
            },
            iter: 20_000);

        // The walks are only worth something when they come everywhere.
        reached.Order().ShouldBe(DealStages.All);
    }

    private static void ShouldBeSound(Deal deal, (DealStage Stage, DealState State, Guid? Broker, int Events, string? Number) before)
    {
        deal.Events.Count.ShouldBe(deal.EventCount);
        deal.Events.Last().Stage.ShouldBe(deal.Stage);
        (deal.Stage >= DealStage.Signed).ShouldBe(deal.Amount is > 0);
        (deal.State is DealState.Completed).ShouldBe(deal.Stage is DealStage.Completed);
        (deal.State is DealState.Lost).ShouldBe(deal.ExitReason is not null);
        if (deal.Stage is DealStage.Registered) deal.RegistrationNumber.ShouldNotBeNull();
        if (before.Stage >= DealStage.Signed) (deal.Stage >= DealStage.Signed).ShouldBeTrue();
        if (before.State is DealState.Lost or DealState.Completed) (deal.Stage, deal.State, deal.BrokerId).ShouldBe((before.Stage, before.State, before.Broker));
        if (deal.BrokerId is not null && deal.BrokerId != before.Broker) before.Broker.ShouldBeNull();
    }

    private static (DealStage Stage, DealState State, Guid? Broker, int Events, string? Number) Snapshot(Deal deal) =>
        (deal.Stage, deal.State, deal.BrokerId, deal.EventCount, deal.RegistrationNumber);
}
