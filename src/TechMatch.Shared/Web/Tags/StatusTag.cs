using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TechMatch.Shared.Web.Tags;

/// <summary><c>&lt;tm-status text="…" tone="ok" /&gt;</c>: the state of something, as a badge. The word carries the meaning, the colour only helps.</summary>
/// <param name="versions">For the icon's address.</param>
[HtmlTargetElement("tm-status")]
public sealed class StatusTag(IFileVersionProvider versions) : TagHelper
{
    private static readonly string[] Tones = ["ok", "warn", "bad", "info", "main"];

    /// <summary>The word shown.</summary>
    public string Text { get; set; } = "";

    /// <summary>ok, warn, bad, info or main; anything else is grey.</summary>
    public string? Tone { get; set; }

    /// <summary>An icon before the word, or null.</summary>
    public string? Icon { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Element("span", Tones.Contains(Tone) ? $"status status-{Tone}" : "status")
            .With(Icon is null ? null : Markup.Icon(versions, Icon)).Text(Text));
    }
}
