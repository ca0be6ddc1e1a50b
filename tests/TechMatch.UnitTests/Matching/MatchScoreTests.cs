using CsCheck;
using Shouldly;
using TechMatch.Matching.Domain;

namespace TechMatch.UnitTests.Matching;

public class MatchScoreTests
{
    [Theory]
    [InlineData(44.49, false)]
    [InlineData(44.5, true)]
    [InlineData(45, true)]
    public void A_match_is_good_when_the_figure_that_is_shown_is(double points, bool isGood) => MatchScore.IsGood((decimal)points).ShouldBe(isGood);

    [Theory]
    [InlineData(0, 100, 0, 0)]
    [InlineData(25, 100, 0, 50)]
    [InlineData(100, 100, 0, 100)]
    [InlineData(250, 100, 0, 100)]
    [InlineData(30, 100, 0, 54.77)]
    [InlineData(30, 100, 2, 48.99)]
    [InlineData(30, 100, 11, 0)]
    [InlineData(30, 0, 0, 0)]
    public void The_score_is_the_root_of_the_share_less_a_tenth_for_each_violation(double engine, double full, int violated, double points) =>
        MatchScore.Points(engine, full, violated).ShouldBe((decimal)points);

    [Fact]
    public void The_parts_of_a_score_add_up_to_it_exactly_and_keep_its_proportions() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Double[0.0001, 40].List[1, 200]).Sample((hundredths, amounts) =>
        {
            var points = hundredths / 100m;
            var parts = MatchScore.Split(points, amounts);

            return parts.Sum() == points && parts.Zip(amounts).All(part => Math.Abs((double)part.First - (part.Second / amounts.Sum() * (double)points)) < 0.0101);
        });

    [Fact]
    public void Nothing_is_split_into_nothing() => MatchScore.Split(50, []).ShouldBeEmpty();

    [Fact]
    public void Parts_without_weight_get_no_points() => MatchScore.Split(50, [0, 0]).ShouldBe([0, 0]);
}
