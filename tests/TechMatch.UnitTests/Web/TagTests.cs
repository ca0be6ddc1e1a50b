using Shouldly;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Web.Tags;

namespace TechMatch.UnitTests.Web;

public class TagTests
{
    private readonly TagPage page = new();

    [Fact]
    public void Nothing_refused_writes_nothing() => TagPage.Write(Errors()).ShouldBeEmpty();

    [Fact]
    public void Refusals_are_listed_in_the_order_of_the_form_and_lead_to_their_fields()
    {
        page.State.AddModelError("Form.Cooperation[1]", "Third");
        page.State.AddModelError("Form.Title", TagPage.Hostile);
        page.State.AddModelError("", "First");

        var html = TagPage.Write(Errors());

        html.ShouldContain("role=\"alert\"");
        html.ShouldNotContain("<script");
        html.ShouldContain("href=\"#Form_Cooperation\"");
        var places = new[] { "First", "#Form_Title", "Third" }.Select(part => html.IndexOf(part, StringComparison.Ordinal)).ToArray();
        places.ShouldBe(places.Order());
        places[0].ShouldBeGreaterThan(0);
    }

    [Fact]
    public void One_page_needs_no_pager() => TagPage.Write(Pager(new Page<int>([1], 1, 1, 20))).ShouldBeEmpty();

    [Fact]
    public void A_pager_keeps_the_search_and_encodes_it()
    {
        page.At("/listings", "?q=%22%3E%3Cscript%3E&empty=&page=9&_x=1");

        var html = TagPage.Write(Pager(new Page<int>([1], 1000, 7, 20)));

        html.ShouldNotContain("<script");
        html.ShouldContain("href=\"/listings?q=%22%3E%3Cscript%3E&amp;page=8\"");
        html.ShouldNotContain("page=9&");
        html.ShouldNotContain("empty=");
        html.ShouldContain("aria-current=\"page\">7</span>");
        html.ShouldContain("121–140 of 1,000".Replace("–", "&#x2013;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 3, "1 2 3")]
    [InlineData(1, 50, "1 2 3 50")]
    [InlineData(25, 50, "1 23 24 25 26 27 50")]
    [InlineData(50, 50, "1 48 49 50")]
    public void A_pager_names_the_ends_and_the_neighbours(int number, int pages, string expected) =>
        string.Join(' ', PagerTag.Numbers(number, pages)).ShouldBe(expected);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(90.5, "91")]
    [InlineData(250, "100")]
    [InlineData(-3, "0")]
    [InlineData(double.NaN, "0")]
    public void A_ring_keeps_within_its_bounds(double score, string shown) =>
        TagPage.Write(new RingTag { Score = score, Label = "Match" }).ShouldContain($">{shown}</text>");

    [Theory]
    [InlineData(38, 40, "width=\"95\"")]
    [InlineData(50, 40, "width=\"100\"")]
    [InlineData(5, 0, "width=\"0\"")]
    [InlineData(-5, 40, "width=\"0\"")]
    public void A_meter_keeps_within_its_bounds(int value, int max, string expected) =>
        TagPage.Write(new MeterTag { Label = TagPage.Hostile, Value = value, Max = max }).ShouldSatisfyAllConditions(
            html => html.ShouldContain($"class=\"v\" height=\"8\" {expected}"),
            html => html.ShouldNotContain("<script"));

    [Fact]
    public void A_badge_of_an_unknown_tone_is_grey_and_encodes_its_word() =>
        TagPage.Write(new StatusTag(TagPage.Versions) { Text = TagPage.Hostile, Tone = "\" onclick=\"" }).ShouldSatisfyAllConditions(
            html => html.ShouldStartWith("<span class=\"status\">"),
            html => html.ShouldNotContain("<script"),
            html => html.ShouldNotContain("onclick"));

    [Fact]
    public void An_icon_is_hidden_from_screen_readers_and_its_name_cannot_break_out() =>
        TagPage.Write(new IconTag(TagPage.Versions) { Name = TagPage.Hostile }).ShouldSatisfyAllConditions(
            html => html.ShouldContain("aria-hidden=\"true\""),
            html => html.ShouldNotContain("<script"));

    [Fact]
    public void An_empty_list_offers_the_next_step_and_encodes_it() =>
        TagPage.Write(new EmptyTag(TagPage.Versions) { Title = TagPage.Hostile, Text = TagPage.Hostile, Href = "/my/listings/new", Action = TagPage.Hostile }).ShouldSatisfyAllConditions(
            html => html.ShouldContain("href=\"/my/listings/new\""),
            html => html.ShouldNotContain("<script"));

    private ErrorsTag Errors() => new(TagPage.Versions, TagPage.Texts) { ViewContext = page.Context };

    private PagerTag Pager(IPage shown) => new(TagPage.Versions, TagPage.Texts) { Of = shown, ViewContext = page.Context };
}
