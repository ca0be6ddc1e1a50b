using System.Collections;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TechMatch.Shared.Web.Tags;

/// <summary>
/// <c>&lt;tm-field for="Form.Title" hint="…" /&gt;</c>: label, control, hint and errors, tied together for screen readers.
/// The kind of control follows from the property (bool: box; date; number; a list with <c>items</c>: one box for each), unless
/// <c>type</c> names it. Attributes that are not listed here (autocomplete, lang, min, maxlength …) go to the control.
/// </summary>
/// <param name="texts">The texts.</param>
[HtmlTargetElement("tm-field")]
public sealed class FieldTag(Texts texts) : TagHelper
{
    /// <summary>The property.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>The label; the text <c>field.</c> + property in camel case when null.</summary>
    public string? Label { get; set; }

    /// <summary>A line below the control that says what is wanted.</summary>
    public string? Hint { get; set; }

    /// <summary>text, area, number, date, email, password, checkbox, radio, file, or any other type of input; null to go by the property.</summary>
    public string? Type { get; set; }

    /// <summary>Height of a text area.</summary>
    public int Rows { get; set; } = 4;

    /// <summary>What can be chosen: a select box, or boxes to tick when the property is a list.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>An example in the empty control; of a select box the entry that stands for no choice.</summary>
    public string? Placeholder { get; set; }

    /// <summary>A unit after the control.</summary>
    public string? Unit { get; set; }

    /// <summary>Marks the field as one that must be filled in; the validator decides.</summary>
    public bool Required { get; set; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = FieldErrors.Id(name);
        var errors = FieldErrors.Of(ViewContext.ViewData.ModelState, name, texts);
        var described = string.Join(' ', new[] { Hint is null ? null : id + "-h", errors.Count == 0 ? null : id + "-e" }.OfType<string>());
        ViewContext.ViewData.ModelState.TryGetValue(name, out var state);
        var control = new FieldControl(name, id, Kind(), For.Model, state?.AttemptedValue, Placeholder)
        {
            Invalid = errors.Count > 0,
            Required = Required,
            DescribedBy = described.Length == 0 ? null : described,
            Rows = Rows,
            Items = Items,
            Extra = [.. output.Attributes.Select(attribute => (attribute.Name, PlainText(attribute.Value)))],
            NoChoice = Placeholder ?? texts["action.choose"],
        };
        output.TagName = null;
        output.Content.SetHtmlContent(control.IsGroup ? Group(control, errors) : Single(control, errors));
    }

    private TagBuilder Single(FieldControl control, IReadOnlyList<string> errors)
    {
        var field = Markup.Element("div", "field");
        var label = Markup.Element("label", control.IsBox ? "form-check" : "form-label", ("for", control.Id));
        if (control.IsBox) label.With(control.Build()).With(Markup.Element("span", null).With(LabelText()));
        else label.With(LabelText());
        field.With(label);
        if (!control.IsBox) field.With(Unit is null ? control.Build() : Markup.Element("div", "input-group").With(control.Build()).With(Markup.Element("span", "input-group-text").Text(Unit)));
        return Notes(field, control.Id, errors);
    }

    private TagBuilder Group(FieldControl control, IReadOnlyList<string> errors)
    {
        var group = Markup.Element("fieldset", "field", ("id", control.Id), ("tabindex", "-1"), ("aria-describedby", control.DescribedBy));
        group.With(Markup.Element("legend", "form-label").With(LabelText()));
        return Notes(group.With(control.Build()), control.Id, errors);
    }

    private HtmlContentBuilder LabelText()
    {
        var label = new HtmlContentBuilder();
        var property = For.Name.Split('.')[^1];
        label.Append(Label ?? texts.Find("field." + Problems.JsonPath(property)) ?? For.Metadata.DisplayName ?? property);
        if (Required) label.AppendHtml(Markup.Element("span", "req", ("aria-hidden", "true")).Text("*"));
        return label;
    }

    private TagBuilder Notes(TagBuilder field, string id, IReadOnlyList<string> errors)
    {
        if (Hint is not null) field.With(Markup.Element("div", "form-hint", ("id", id + "-h")).Text(Hint));
        if (errors.Count == 0) return field;
        var refusal = Markup.Element("div", "invalid-feedback", ("id", id + "-e"));
        foreach (var error in errors) refusal.With(Markup.Element("div", null).Text(error));
        return field.With(refusal);
    }

    private string Kind()
    {
        var type = Nullable.GetUnderlyingType(For.ModelExplorer.ModelType) ?? For.ModelExplorer.ModelType;
        if (Items is not null) return Type is "radio" ? "radio" : type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) ? "boxes" : "select";
        if (Type is not null) return Type;
        return type switch
        {
            _ when type == typeof(bool) => "checkbox",
            _ when type == typeof(DateOnly) || type == typeof(DateTime) || type == typeof(DateTimeOffset) => "date",
            _ when type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(double) => "number",
            _ => "text",
        };
    }

    // What stands in the page's source arrives encoded; the control encodes again.
    private static string? PlainText(object? value)
    {
        if (value is not IHtmlContent content) return value?.ToString();
        using var writer = new StringWriter();
        content.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(writer.ToString());
    }
}
