using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Shouldly;
using TechMatch.Shared.Web.Tags;

namespace TechMatch.UnitTests.Web;

public partial class BarsTagTests
{
    public BarsTagTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("en");

    [Fact]
    public void Without_data_the_chart_says_so() => TagPage.Write(Chart([])).ShouldContain("There are no figures yet.");

    [Fact]
    public void Noughts_only_are_drawn_as_noughts()
    {
        var html = TagPage.Write(Chart([("Jan", 0), ("Feb", 0)]));

        html.ShouldNotContain("NaN");
        Heights(html).ShouldAllBe(height => height == 0);
    }

    [Fact]
    public void Heights_go_by_the_figures_and_all_start_at_nought()
    {
        var heights = Heights(TagPage.Write(Chart([("a", 100), ("b", 50), ("c", -50)])));

        heights.Count.ShouldBe(3);
        heights[0].ShouldBe(2 * heights[1], 0.2);
        heights[1].ShouldBe(heights[2], 0.2);
    }

    [Fact]
    public void The_same_figures_stand_in_a_table()
    {
        var html = TagPage.Write(Chart([("January", 1234567.5m)]));

        html.ShouldContain("<th scope=\"row\">January</th><td class=\"n\">1,234,567.5</td>");
        html.ShouldContain("role=\"img\"");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Labels_are_encoded(bool horizontal) =>
        TagPage.Write(new BarsTag(TagPage.Texts) { Data = [(TagPage.Hostile, 1)], Label = TagPage.Hostile, Heading = TagPage.Hostile, Values = TagPage.Hostile, Horizontal = horizontal }).ShouldNotContain("<script");

    [Fact]
    public void Crowded_labels_give_way_but_no_bar_does()
    {
        var html = TagPage.Write(Chart([.. Enumerable.Range(1, 60).Select(i => ($"2026-{i:00}", (decimal)i))]));

        Heights(html).Count.ShouldBe(60);
        BarLabel().Count(html).ShouldBeInRange(5, 30);
    }

    [Fact]
    public void A_scale_holds_every_value_and_has_few_round_lines() =>
        Gen.Decimal[-1_000_000_000_000m, 1_000_000_000_000m].Array[0, 20].Sample(values =>
        {
            var scale = Scale.For(values);
            var ticks = scale.Ticks().ToList();
            return scale.Low < scale.High && scale.Low <= 0 && scale.High >= 0 && ticks.Contains(0) && ticks.Count is >= 2 and <= 9
                && values.All(value => scale.At(value) is >= 0 and <= 1);
        });

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(3, 3, 1)]
    [InlineData(2030, 2500, 500)]
    [InlineData(7, 8, 2)]
    public void Whole_figures_have_whole_lines(int most, int high, int step)
    {
        var scale = Scale.For([most, 0]);

        scale.High.ShouldBe(high);
        scale.Step.ShouldBe(step);
    }

    private static BarsTag Chart(IReadOnlyList<(string, decimal)> data) => new(TagPage.Texts) { Data = data, Label = "Chart", Heading = "Month", Values = "Value" };

    private static List<double> Heights(string html) => [.. Rect().Matches(html).Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex("<rect height=\"([^\"]+)\"")]
    private static partial Regex Rect();

    [GeneratedRegex("class=\"ax\"[^>]*>2026-")]
    private static partial Regex BarLabel();
}
