using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace TechMatch.Shared.Web.Tags;

/// <summary>The control of a <see cref="FieldTag"/>: what the user typed, even if it could not be read, otherwise the property's value.</summary>
internal sealed class FieldControl(string name, string id, string kind, object? model, string? attempted, string? placeholder)
{
    public string Id => id;

    public bool Invalid { get; init; }

    public bool Required { get; init; }

    public string? DescribedBy { get; init; }

    public int Rows { get; init; }

    public IEnumerable<SelectListItem>? Items { get; init; }

    public IReadOnlyList<(string Name, string? Value)> Extra { get; init; } = [];

    public string NoChoice { get; init; } = "";

    public bool IsGroup => kind is "boxes" or "radio";

    public bool IsBox => kind is "checkbox";

    private string? Value => attempted ?? Text(model);

    public IHtmlContent Build() => kind switch
    {
        "boxes" => Boxes("checkbox", model is IEnumerable many and not string ? [.. many.Cast<object?>().Select(Text)] : []),
        "radio" => Boxes("radio", [Value]),
        "select" => Select(),
        "checkbox" => Box(),
        "area" => Decorate(Markup.Element("textarea", Css("form-control"), ("rows", Rows.ToString(CultureInfo.InvariantCulture)), ("placeholder", placeholder)).Text("\n" + Value)),
        // An input of type number shows nothing of what it cannot read, so that nobody could mend it.
        "number" => Decorate(Markup.Element("input", Css("form-control"), ("type", "text"), ("inputmode", "decimal"), ("placeholder", placeholder), ("value", Value))),
        _ => Decorate(Markup.Element("input", Css("form-control"), ("type", kind), ("placeholder", placeholder), ("value", kind is "password" or "file" ? null : Value))),
    };

    private TagBuilder Decorate(TagBuilder control)
    {
        control.Attributes["id"] = id;
        control.Attributes["name"] = name;
        if (DescribedBy is not null) control.Attributes["aria-describedby"] = DescribedBy;
        if (Invalid) control.Attributes["aria-invalid"] = "true";
        if (Required) control.Attributes["aria-required"] = "true";
        foreach (var (attribute, value) in Extra)
            if (attribute is "class") control.AddCssClass(value ?? "");
            else control.Attributes[attribute] = value;
        return control;
    }

    private string Css(string css) => Invalid ? css + " is-invalid" : css;

    private HtmlContentBuilder Box()
    {
        var box = Markup.Element("input", Css("form-check-input"), ("type", "checkbox"), ("value", "true"));
        if (model is true) box.Attributes["checked"] = "checked";
        var both = new HtmlContentBuilder();
        both.AppendHtml(Decorate(box));
        // A box that is not ticked sends nothing: the hidden field says false, and the first value wins.
        both.AppendHtml(Markup.Element("input", null, ("type", "hidden"), ("name", name), ("value", "false")));
        return both;
    }

    private TagBuilder Boxes(string type, IReadOnlyCollection<string?> chosen)
    {
        var boxes = Markup.Element("div", "checks");
        foreach (var item in Items ?? [])
        {
            var value = item.Value ?? item.Text;
            var box = Markup.Element("input", Css("form-check-input"), ("type", type), ("name", name), ("value", value), ("aria-invalid", Invalid ? "true" : null));
            if (chosen.Contains(value)) box.Attributes["checked"] = "checked";
            boxes.With(Markup.Element("label", "form-check").With(box).With(Markup.Element("span", null).Text(item.Text)));
        }
        return boxes;
    }

    private TagBuilder Select()
    {
        var select = Decorate(Markup.Element("select", Css("form-select")));
        var items = Items!.ToList();
        if (!items.Exists(item => item.Value is "")) select.With(Markup.Element("option", null, ("value", "")).Text(NoChoice));
        foreach (var group in items.GroupBy(item => item.Group?.Name))
        {
            var parent = group.Key is null ? select : Markup.Element("optgroup", null, ("label", group.Key));
            foreach (var item in group)
            {
                var option = Markup.Element("option", null, ("value", item.Value ?? item.Text), ("disabled", item.Disabled ? "disabled" : null));
                if (string.IsNullOrEmpty(Value) ? item.Selected : (item.Value ?? item.Text) == Value) option.Attributes["selected"] = "selected";
                parent.With(option.Text(item.Text));
            }
            if (parent != select) select.With(parent);
        }
        return select;
    }

    // Inputs read and write one form whatever the language.
    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTime time => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
