using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TechMatch.Shared.Web.Tags;

/// <summary><c>&lt;tm-icon name="search" /&gt;</c>: an icon of the sprite <c>lib/icons.svg</c>, as tall as the text and hidden from screen readers.</summary>
/// <param name="versions">Gives the sprite's address the mark of its content, so that browsers may keep it.</param>
[HtmlTargetElement("tm-icon")]
public sealed class IconTag(IFileVersionProvider versions) : TagHelper
{
    /// <summary>The icon's name in the sprite; <c>field-01</c> and so on for the technology fields.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Icon(versions, Name));
    }
}
