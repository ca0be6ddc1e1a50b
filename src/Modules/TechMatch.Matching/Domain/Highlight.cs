using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace TechMatch.Matching.Domain;

/// <summary>Shows a text with stretches of it marked. Every character is encoded; the only markup is <c>&lt;mark&gt;</c>.</summary>
internal static class Highlight
{
    /// <summary>The text, or a part of it, as HTML.</summary>
    /// <param name="text">The text as its author wrote it.</param>
    /// <param name="marks">What to mark, in any order; what two of them cover is marked once, and what lies outside the text is left out.</param>
    /// <param name="encoder">Encodes.</param>
    /// <param name="part">The part to show; null for all.</param>
    public static IHtmlContent Html(string text, IEnumerable<Stretch> marks, HtmlEncoder encoder, Stretch? part = null)
    {
        var (from, until) = part is { } shown ? (Math.Clamp(shown.Start, 0, text.Length), Math.Clamp(shown.End, 0, text.Length)) : (0, text.Length);
        var html = new StringBuilder();
        var place = from;
        foreach (var mark in marks.OrderBy(mark => mark.Start))
        {
            var start = Math.Max(mark.Start, place);
            var end = Math.Min(mark.End, until);
            if (start >= end) continue;
            html.Append(encoder.Encode(text[place..start])).Append("<mark>").Append(encoder.Encode(text[start..end])).Append("</mark>");
            place = end;
        }
        if (place < until) html.Append(encoder.Encode(text[place..until]));
        return new HtmlString(html.ToString());
    }
}
