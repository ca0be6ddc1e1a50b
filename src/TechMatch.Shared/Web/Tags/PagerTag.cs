using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechMatch.Shared.Domain;

namespace TechMatch.Shared.Web.Tags;

/// <summary>
/// <c>&lt;tm-pager of="Model.Results" target="#browse" /&gt;</c>: links to the other pages of a list. They keep the rest of the
/// address; a single page has no pager.
/// </summary>
/// <param name="versions">For the icons' address.</param>
/// <param name="texts">The texts.</param>
[HtmlTargetElement("tm-pager")]
public sealed class PagerTag(IFileVersionProvider versions, Texts texts) : TagHelper
{
    /// <summary>The page that is shown.</summary>
    public IPage Of { get; set; } = null!;

    /// <summary>The query parameter that holds the page's number.</summary>
    public string Parameter { get; set; } = "page";

    /// <summary>The part of the page that htmx exchanges, as a selector; null to load the whole page.</summary>
    public string? Target { get; set; }

    /// <summary>The list's path; that of the request when null.</summary>
    public string? Path { get; set; }

    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        if (Of.Pages <= 1) return;
        var nav = Markup.Element("nav", "pager", ("aria-label", texts["pager.label"]));
        if (Of.Number > 1) nav.With(Link(Of.Number - 1, "prev", texts["pager.previous"]).With(Markup.Icon(versions, "chevron-left")));
        var before = 0;
        foreach (var number in Numbers(Of.Number, Of.Pages))
        {
            if (number > before + 1) nav.With(Markup.Element("span", "far", ("aria-hidden", "true")).Text("…"));
            before = number;
            var text = number.ToString(CultureInfo.InvariantCulture);
            nav.With(number == Of.Number
                ? Markup.Element("span", null, ("aria-current", "page")).Text(text)
                : Link(number, null, texts["pager.page", number]).Text(text));
        }
        if (Of.Number < Of.Pages) nav.With(Link(Of.Number + 1, "next", texts["pager.next"]).With(Markup.Icon(versions, "chevron-right")));
        var first = (long)(Of.Number - 1) * Of.Size + 1;
        nav.With(Markup.Element("span", "range").Text(texts["pager.range", first, Math.Min((long)Of.Number * Of.Size, Of.Total), Of.Total]));
        output.Content.SetHtmlContent(nav);
    }

    /// <summary>The first, the last, and two on either side of the present one.</summary>
    internal static IEnumerable<int> Numbers(int number, int pages) =>
        new[] { 1, number - 2, number - 1, number, number + 1, number + 2, pages }.Where(candidate => candidate >= 1 && candidate <= pages).Distinct().Order();

    private TagBuilder Link(int number, string? relation, string label)
    {
        var request = ViewContext.HttpContext.Request;
        var query = request.Query.Where(pair => pair.Key != Parameter && !pair.Key.StartsWith('_') && pair.Value.Any(value => !string.IsNullOrEmpty(value)))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
            .Append(KeyValuePair.Create(Parameter, (string?)number.ToString(CultureInfo.InvariantCulture)));
        var address = (Path ?? request.PathBase + request.Path) + QueryString.Create(query);
        // Far numbers give way on a phone.
        var css = relation is null && Math.Abs(number - Of.Number) > 1 ? "far" : null;
        return Target is null
            ? Markup.Element("a", css, ("href", address), ("rel", relation), ("aria-label", label))
            : Markup.Element("a", css, ("href", address), ("rel", relation), ("aria-label", label), ("hx-get", address), ("hx-target", Target), ("hx-swap", "outerMorph"), ("hx-push-url", "true"));
    }
}
