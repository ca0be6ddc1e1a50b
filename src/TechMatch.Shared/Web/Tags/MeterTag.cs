using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TechMatch.Shared.Web.Tags;

/// <summary><c>&lt;tm-meter label="Field" value="38" max="40" /&gt;</c>: how much of the possible was reached, as a bar with both figures beside it.</summary>
[HtmlTargetElement("tm-meter")]
public sealed class MeterTag : TagHelper
{
    private static readonly string[] Tones = ["ok", "warn", "bad"];

    /// <summary>What is measured.</summary>
    public string Label { get; set; } = "";

    /// <summary>What was reached; the bar stays within its bounds, the figure is shown as it is.</summary>
    public decimal Value { get; set; }

    /// <summary>What could have been reached; with 0 or less the bar stays empty.</summary>
    public decimal Max { get; set; } = 100;

    /// <summary>The text after the bar; "value / max" when null.</summary>
    public string? Text { get; set; }

    /// <summary>ok, warn or bad; null for the usual colour.</summary>
    public string? Tone { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var width = Max <= 0 ? 0 : (double)(Math.Clamp(Value / Max, 0, 1) * 100);
        var bar = Markup.Element("svg", null, ("viewBox", "0 0 100 8"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"))
            .With(Markup.Element("rect", "bg", ("width", "100"), ("height", "8")))
            .With(Markup.Element("rect", "v", ("width", Markup.Svg(width)), ("height", "8")));
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Element("div", Tones.Contains(Tone) ? $"meter meter-{Tone}" : "meter")
            .With(Markup.Element("span", null).Text(Label)).With(bar)
            .With(Markup.Element("span", null).Text(Text ?? $"{Format.Number(Value)} / {Format.Number(Max)}")));
    }
}
