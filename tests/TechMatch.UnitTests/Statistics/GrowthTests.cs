using CsCheck;
using Shouldly;
using TechMatch.Statistics.Domain;

namespace TechMatch.UnitTests.Statistics;

/// <summary>The functions must give what the yearbooks printed.</summary>
public class GrowthTests
{
    [Fact]
    public void Beijing_from_2012_to_2021_is_2_8_times_and_12_3_per_cent_a_year()
    {
        Growth.Multiple(2458.5m, 7005.7m).ShouldBe(2.8m, "2.8496 is cut, not rounded");
        Growth.Compound(2458.5m, 7005.7m, 9).ShouldBe(12.3m);
    }

    [Fact]
    public void Beijing_in_2023_grew_by_7_4_per_cent() => Growth.Rate(7948.7m, 8536.9m).ShouldBe(7.4m);

    [Fact]
    public void Flow_to_Tianjin_and_Hebei_was_15_1_per_cent_of_the_flow_to_other_provinces() => Growth.Share(748.7m, 4958m).ShouldBe(15.1m);

    [Fact]
    public void A_contract_of_2013_was_worth_2_532_million_yuan_on_average() => Math.Round(Growth.Average(746_913_000_000m, 295_000) / 10_000, 1).ShouldBe(253.2m);

    [Fact]
    public void Local_and_outward_flow_make_the_whole()
    {
        Growth.Share(741m, 1000m).ShouldBe(74.1m);
        Growth.Share(259m, 1000m).ShouldBe(25.9m);
    }

    [Fact]
    public void A_task_book_of_14_days_instead_of_35_is_60_per_cent_less() => Growth.Rate(35, 14).ShouldBe(-60m);

    [Fact]
    public void Without_a_base_there_is_no_growth_and_no_failure()
    {
        Growth.Rate(0, 5).ShouldBeNull();
        Growth.Multiple(0, 5).ShouldBeNull();
        Growth.Compound(0, 5, 3).ShouldBeNull();
        Growth.Compound(5, 10, 0).ShouldBeNull();
        Growth.Share(5, 0).ShouldBe(0);
        Growth.Average(5, 0).ShouldBe(0);
    }

    [Fact]
    public void Half_a_per_mille_is_rounded_up() => Growth.Share(1, 2000).ShouldBe(0.1m);

    [Fact]
    public void A_compound_rate_leads_back_to_where_it_came_from() =>
        Gen.Select(Gen.Decimal[1m, 10_000m], Gen.Int[-50, 200], Gen.Int[1, 30]).Sample((start, rate, years) =>
        {
            var end = start * (decimal)Math.Pow(1 + rate / 100.0, years);
            Growth.Compound(start, end, years)!.Value.ShouldBe(rate, 0.1m);
        });
}
