using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace TechMatch.Shared.Web.Tags;

/// <summary>Elements that several tags write. Every text goes through the encoder of the page.</summary>
internal static class Markup
{
    private const string Sprite = "/lib/icons.svg";

    public static TagBuilder Element(string name, string? css, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var element = new TagBuilder(name);
        if (!string.IsNullOrEmpty(css)) element.Attributes["class"] = css;
        foreach (var (attribute, value) in attributes)
            if (value is not null) element.Attributes[attribute] = value;
        if (name is "input") element.TagRenderMode = TagRenderMode.SelfClosing;
        return element;
    }

    public static TagBuilder With(this TagBuilder element, IHtmlContent? content)
    {
        if (content is not null) element.InnerHtml.AppendHtml(content);
        return element;
    }

    public static TagBuilder Text(this TagBuilder element, string? text)
    {
        if (text is not null) element.InnerHtml.Append(text);
        return element;
    }

    public static TagBuilder Icon(IFileVersionProvider versions, string name) => Element("svg", "i", ("aria-hidden", "true"))
        .With(Element("use", null, ("href", $"{versions.AddFileVersionToPath("", Sprite)}#{name}")));

    /// <summary>A number in an SVG attribute: one decimal, a point whatever the culture.</summary>
    public static string Svg(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
