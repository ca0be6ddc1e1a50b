using CsCheck;
using Shouldly;
using TechMatch.Integration.Contracts;
using TechMatch.Statistics.Domain;

namespace TechMatch.UnitTests.Statistics;

public class ReadModelTests
{
    private static readonly Guid Id = Guid.Parse("22222222-0000-7000-8000-000000000001");

    [Fact]
    public void Events_of_one_listing_lead_to_the_same_count_in_whatever_order_and_however_often_they_come() =>
        Gen.Shuffle(Enumerable.Range(1, 6).Concat(Enumerable.Range(1, 6)).ToArray()).Sample(order =>
        {
            var entry = new MarketEntry { Id = Id, Side = MarketSide.Listing };

            // Even versions leave the market, odd ones come onto it; the last of the six leaves.
            foreach (var version in order) entry.See(version, version % 2 == 1, $"0{version}");

            (entry.Version, entry.IsOnMarket).ShouldBe((6L, false));
        });

    [Fact]
    public void A_newer_publication_brings_it_back_with_its_field()
    {
        var entry = new MarketEntry { Id = Id, Side = MarketSide.Demand };

        entry.See(3, true, "05");
        entry.See(4, false, null);
        entry.See(5, true, "06");

        (entry.IsOnMarket, entry.Field).ShouldBe((true, "06"));
    }

    [Fact]
    public void A_deal_is_opened_and_signed_whichever_is_heard_of_first()
    {
        var (day, signed) = (new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 20));
        var inOrder = new DealFact { Id = Id };
        inOrder.Open(1, day);
        inOrder.Sign(8, signed);
        var outOfOrder = new DealFact { Id = Id };
        outOfOrder.Sign(8, signed);
        outOfOrder.Open(1, day);
        outOfOrder.Open(1, day.AddDays(9));

        foreach (var deal in new[] { inOrder, outOfOrder }) (deal.OpenedOn, deal.SignedOn, deal.Version).ShouldBe((day, signed, 8L));
    }

    [Fact]
    public void A_contract_keeps_its_newest_version()
    {
        var fact = new ContractFact { Id = Id };

        fact.See(Registered(6, 300_000.55m));
        fact.See(Registered(5, 1m));
        fact.See(Registered(6, 2m));

        (fact.TotalHundredths, fact.TechnicalHundredths, fact.Month, fact.SellerProvince, fact.BuyerProvince).ShouldBe((30_000_055L, 30_000_055L, "2026-11", "11", (string?)null));
    }

    [Fact]
    public void Months_run_without_a_gap_over_the_turn_of_a_year() =>
        Months.Between(new(2025, 11, 30), new(2026, 2, 1)).ShouldBe(["2025-11", "2025-12", "2026-01", "2026-02"]);

    [Fact]
    public void Hundredths_lose_nothing() =>
        Gen.Long[0, 100_000_000_000_000].Sample(hundredths => Money.ToHundredths(Money.FromHundredths(hundredths)) == hundredths);

    private static ContractRegistered Registered(long version, decimal amount) => new(
        Id, version, Id, "20261101080001", "LIC", "06", amount, amount, "CNY", "110108", null, "export", new(2026, 11, 20), new(2026, 11, 25));
}
