using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TechMatch.Shared.Web.Tags;

/// <summary>
/// <c>&lt;tm-bars data="…" label="…" heading="@T["…"]" values="@T["…"]" /&gt;</c>: a bar chart drawn on the server, with the
/// same figures as a table beneath. It prints, follows the theme and needs no script. <c>horizontal="true"</c> suits long
/// labels: each bar is a line of text with its figure.
/// </summary>
/// <param name="texts">The texts.</param>
[HtmlTargetElement("tm-bars")]
public sealed class BarsTag(Texts texts) : TagHelper
{
    private const int Width = 760, Height = 300, Bottom = 30, Top = 18;
    private const int MostFigures = 16;

    /// <summary>The bars in order; none, noughts and negative figures are drawn too.</summary>
    public IReadOnlyList<(string Label, decimal Value)> Data { get; set; } = [];

    /// <summary>What the chart shows, for screen readers and as the table's caption.</summary>
    public string Label { get; set; } = "";

    /// <summary>The table's heading over the labels.</summary>
    public string Heading { get; set; } = "";

    /// <summary>The table's heading over the figures, with their unit.</summary>
    public string Values { get; set; } = "";

    /// <summary>Bars from left to right.</summary>
    public bool Horizontal { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        var scale = Scale.For([.. Data.Select(bar => bar.Value)]);
        output.Content.SetHtmlContent(Data.Count == 0
            ? Markup.Element("p", "small").Text(texts["chart.empty"])
            : Horizontal ? Lines(scale) : Columns(scale));
    }

    private TagBuilder Lines(Scale scale)
    {
        var list = Markup.Element("div", "hbars", ("role", "list"), ("aria-label", Label));
        foreach (var (label, value) in Data)
        {
            var (from, to) = (scale.At(Math.Min(0, value)) * 100, scale.At(Math.Max(0, value)) * 100);
            var bar = Markup.Element("svg", null, ("viewBox", "0 0 100 8"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"))
                .With(Markup.Element("rect", "bg", ("width", "100"), ("height", "8")))
                .With(Markup.Element("rect", "v", ("x", Markup.Svg(from)), ("width", Markup.Svg(to - from)), ("height", "8")));
            list.With(Markup.Element("div", "meter", ("role", "listitem"))
                .With(Markup.Element("span", null).Text(label)).With(bar).With(Markup.Element("span", null, ("title", Format.Number(value))).Text(Format.Compact(value))));
        }
        return list;
    }

    private TagBuilder Columns(Scale scale)
    {
        var ticks = scale.Ticks().ToList();
        var left = Math.Max(40, ticks.Max(tick => TextWidth(Format.Compact(tick))) + 14);
        var slot = (Width - left) / (double)Data.Count;
        double Y(decimal value) => Height - Bottom - scale.At(value) * (Height - Bottom - Top);

        var svg = Markup.Element("svg", "chart chart-wide", ("viewBox", $"0 0 {Width} {Height}"), ("role", "img"), ("aria-label", Label));
        foreach (var tick in ticks)
            svg.With(Line(tick == 0 ? "grid base" : "grid", left, Y(tick))).With(Text("ax", left - 8, Y(tick) + 4, "end", Format.Compact(tick)));
        var best = Data.Max(bar => bar.Value);
        // Where labels would run into each other, only each so-manieth is written.
        var every = (int)Math.Ceiling((Data.Max(bar => TextWidth(bar.Label)) + 6) / slot);
        for (var i = 0; i < Data.Count; i++)
        {
            var (label, value) = Data[i];
            var (x, top, foot) = (left + i * slot + slot * .18, Y(Math.Max(0, value)), Y(Math.Min(0, value)));
            var bar = Markup.Element("g", value == best && best > 0 ? "bar best" : "bar")
                .With(Markup.Element("title", null).Text($"{label}: {Format.Number(value)}"))
                .With(Markup.Element("rect", null, ("x", Markup.Svg(x)), ("y", Markup.Svg(top)), ("width", Markup.Svg(slot * .64)), ("height", Markup.Svg(foot - top)), ("rx", Markup.Svg(Math.Min(4, (foot - top) / 2)))));
            var middle = x + slot * .32;
            if (Data.Count <= MostFigures) bar.With(Text("v", middle, top - 6, "middle", Format.Compact(value)));
            if (i % every == 0) bar.With(Text("ax", middle, Height - 10, "middle", label));
            svg.With(bar);
        }
        return Markup.Element("figure", "m-0")
            .With(Markup.Element("div", "scrollx", ("tabindex", "0"), ("role", "group"), ("aria-label", Label)).With(svg))
            .With(Table());
    }

    private TagBuilder Table()
    {
        var body = Markup.Element("tbody", null);
        foreach (var (label, value) in Data)
            body.With(Markup.Element("tr", null).With(Markup.Element("th", null, ("scope", "row")).Text(label)).With(Markup.Element("td", "n").Text(Format.Number(value))));
        var head = Markup.Element("tr", null).With(Markup.Element("th", null, ("scope", "col")).Text(Heading)).With(Markup.Element("th", "n", ("scope", "col")).Text(Values));
        return Markup.Element("details", "astable").With(Markup.Element("summary", null).Text(texts["chart.table"]))
            .With(Markup.Element("table", "table").With(Markup.Element("caption", "visually-hidden").Text(Label)).With(Markup.Element("thead", null).With(head)).With(body));
    }

    private static TagBuilder Line(string css, double from, double y) =>
        Markup.Element("line", css, ("x1", Markup.Svg(from)), ("x2", Markup.Svg(Width)), ("y1", Markup.Svg(y)), ("y2", Markup.Svg(y)));

    private static TagBuilder Text(string css, double x, double y, string anchor, string text) =>
        Markup.Element("text", css, ("x", Markup.Svg(x)), ("y", Markup.Svg(y)), ("text-anchor", anchor)).Text(text);

    // Chinese characters are as wide as they are high, Latin ones about half.
    private static double TextWidth(string text) => text.Sum(letter => letter >= 0x2E80 ? 12 : 6.8);
}
