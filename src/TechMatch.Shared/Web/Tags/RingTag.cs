using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TechMatch.Shared.Web.Tags;

/// <summary><c>&lt;tm-ring score="91" label="@T["…"]" /&gt;</c>: a score of 0 to 100 as a ring with the figure inside.</summary>
[HtmlTargetElement("tm-ring")]
public sealed class RingTag : TagHelper
{
    /// <summary>0 to 100; a value outside is put into the bounds.</summary>
    public double Score { get; set; }

    /// <summary>What the score is of, for screen readers.</summary>
    public string Label { get; set; } = "";

    /// <summary>A smaller ring, for lists.</summary>
    public bool Small { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var score = (double.IsNaN(Score) ? 0 : Math.Round(Math.Clamp(Score, 0, 100), MidpointRounding.AwayFromZero)).ToString("0", CultureInfo.InvariantCulture);
        var ring = Markup.Element("svg", Small ? "ring ring-sm" : "ring", ("viewBox", "0 0 64 64"), ("role", "img"), ("aria-label", $"{Label} {score}".Trim()));
        ring.With(Markup.Element("circle", null, ("cx", "32"), ("cy", "32"), ("r", "27")));
        // A rounded stroke of length nought would still be seen as a dot.
        if (score != "0") ring.With(Markup.Element("circle", "v", ("cx", "32"), ("cy", "32"), ("r", "27"), ("pathLength", "100"), ("stroke-dasharray", $"{score} 100")));
        output.TagName = null;
        output.Content.SetHtmlContent(ring.With(Markup.Element("text", null, ("x", "32"), ("y", "39"), ("text-anchor", "middle")).Text(score)));
    }
}
