using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shouldly;
using TechMatch.Shared.Web.Tags;

namespace TechMatch.UnitTests.Web;

public class FieldTagTests
{
    private static readonly SelectListItem[] Choices = [new("Licence", "licence"), new("Transfer", "transfer")];
    private readonly TagPage page = new();

    [Fact]
    public void A_field_has_a_label_that_belongs_to_its_control()
    {
        var html = Write("Title");

        html.ShouldContain("<label class=\"form-label\" for=\"Form_Title\">Title</label>");
        html.ShouldContain("id=\"Form_Title\"");
        html.ShouldContain("name=\"Form.Title\"");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("area")]
    [InlineData("email")]
    public void Hostile_text_stays_text_whatever_the_control(string? type)
    {
        page.Form.Title = TagPage.Hostile;

        var html = TagPage.Write(new FieldTag(TagPage.Texts) { For = page.For("Title"), ViewContext = page.Context, Type = type, Hint = TagPage.Hostile, Label = TagPage.Hostile, Placeholder = TagPage.Hostile, Unit = TagPage.Hostile });

        html.ShouldNotContain("<script");
        html.ShouldNotContain("alert('x')");
        html.ShouldContain("&lt;script&gt;");
        // What was an entity in the text is shown as it was typed.
        html.ShouldContain("&amp;amp;");
    }

    [Fact]
    public void Hostile_choices_and_refusals_stay_text()
    {
        page.State.AddModelError("Form.Field", TagPage.Hostile);

        var html = Write("Field", items: [new SelectListItem(TagPage.Hostile, TagPage.Hostile) { Group = new() { Name = TagPage.Hostile } }]);

        html.ShouldNotContain("<script");
        html.ShouldNotContain("alert('x')");
    }

    [Fact]
    public void Hint_and_refusal_are_tied_to_the_control()
    {
        page.State.AddModelError("Form.Title", "Say what it is.");

        var html = Write("Title", hint: "Short");

        html.ShouldContain("aria-describedby=\"Form_Title-h Form_Title-e\"");
        html.ShouldContain("aria-invalid=\"true\"");
        html.ShouldContain("<div class=\"invalid-feedback\" id=\"Form_Title-e\"><div>Say what it is.</div></div>");
    }

    [Fact]
    public void What_could_not_be_read_is_shown_again_as_it_was_typed()
    {
        page.State.SetModelValue("Form.Amount", "12o", "12o");
        page.State.AddModelError("Form.Amount", "Enter a number.");

        var html = Write("Amount");

        html.ShouldContain("value=\"12o\"");
        html.ShouldContain("inputmode=\"decimal\"");
    }

    [Fact]
    public void Numbers_and_days_are_written_as_inputs_read_them()
    {
        page.Form.Amount = 1200.50m;
        page.Form.Deadline = new(2026, 2, 3);

        Write("Amount").ShouldContain("value=\"1200.5\"");
        var day = Write("Deadline");
        day.ShouldContain("type=\"date\"");
        day.ShouldContain("value=\"2026-02-03\"");
    }

    [Fact]
    public void A_password_is_never_sent_back()
    {
        page.Form.Title = "secret";

        Write("Title", type: "password").ShouldNotContain("secret");
    }

    [Fact]
    public void A_select_box_marks_the_choice_and_offers_none()
    {
        page.Form.Field = "transfer";

        var html = Write("Field", items: Choices);

        html.ShouldContain("<option value=\"\">Choose…</option>".Replace("…", "&#x2026;", StringComparison.Ordinal));
        html.ShouldContain("<option selected=\"selected\" value=\"transfer\">Transfer</option>");
        html.ShouldContain("<option value=\"licence\">Licence</option>");
    }

    [Fact]
    public void A_list_becomes_a_group_of_boxes_with_the_chosen_ones_ticked()
    {
        page.Form.Cooperation = ["licence"];
        page.State.AddModelError("Form.Cooperation[0]", "Unknown code.");

        var html = Write("Cooperation", items: Choices);

        html.ShouldStartWith("<fieldset");
        html.ShouldContain("<legend class=\"form-label\">Ways of cooperation</legend>");
        html.Split("checked=").Length.ShouldBe(2);
        html.Split("name=\"Form.Cooperation\"").Length.ShouldBe(3);
        html.ShouldContain("Unknown code.");
    }

    [Fact]
    public void A_box_that_is_not_ticked_says_false()
    {
        var html = Write("Agreed");

        html.ShouldNotContain("checked");
        html.ShouldContain("<input name=\"Form.Agreed\" type=\"hidden\" value=\"false\" />");
    }

    [Fact]
    public void Other_attributes_go_to_the_control_and_are_encoded_once()
    {
        var html = TagPage.Write(new FieldTag(TagPage.Texts) { For = page.For("Title"), ViewContext = page.Context }, ("autocomplete", "username"), ("pattern", new HtmlString("a&amp;b")));

        html.ShouldContain("autocomplete=\"username\"");
        html.ShouldContain("pattern=\"a&amp;b\"");
    }

    private string Write(string property, string? hint = null, string? type = null, SelectListItem[]? items = null) =>
        TagPage.Write(new FieldTag(TagPage.Texts) { For = page.For(property), ViewContext = page.Context, Hint = hint, Type = type, Items = items });
}
