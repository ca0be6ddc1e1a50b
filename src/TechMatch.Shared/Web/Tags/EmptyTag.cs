using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TechMatch.Shared.Web.Tags;

/// <summary>
/// What a list shows when it is empty: what would stand here, and the next thing to do. More buttons may stand inside:
/// <c>&lt;tm-empty icon="heart-handshake" title="…" text="…" href="/listings" action="…" /&gt;</c>.
/// </summary>
/// <param name="versions">For the icon's address.</param>
[HtmlTargetElement("tm-empty")]
public sealed class EmptyTag(IFileVersionProvider versions) : TagHelper
{
    /// <summary>The icon.</summary>
    public string Icon { get; set; } = "mood-empty";

    /// <summary>What is missing, in a few words.</summary>
    public string Title { get; set; } = "";

    /// <summary>Why it is empty and what fills it.</summary>
    public string? Text { get; set; }

    /// <summary>Where the next step is; null for none.</summary>
    public string? Href { get; set; }

    /// <summary>The next step's name.</summary>
    public string? Action { get; set; }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var inner = await output.GetChildContentAsync();
        var actions = Markup.Element("div", "acts");
        if (Href is not null) actions.With(Markup.Element("a", "btn btn-primary", ("href", Href)).Text(Action ?? Href));
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(Markup.Element("div", "empty")
            .With(Markup.Element("div", "tile").With(Markup.Icon(versions, Icon)))
            .With(Markup.Element("h2", null).Text(Title))
            .With(Text is null ? null : Markup.Element("p", null).Text(Text))
            .With(Href is null && inner.IsEmptyOrWhiteSpace ? null : actions.With(inner)));
    }
}
