using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TechMatch.Matching.Features;

/// <summary>Both texts side by side, with all that speaks for and against the match.</summary>
internal sealed class ExplainMatchPage(IMediator mediator) : PageModel
{
    /// <summary>Phrases that get a bar of their own.</summary>
    public const int Bars = 10;

    public MatchReport Report { get; private set; } = null!;

    public async Task OnGetAsync(Guid demandId, Guid listingId, CancellationToken cancellationToken) =>
        Report = await mediator.Send(new ExplainMatch(demandId, listingId), cancellationToken);

    /// <summary>What the reader reads first: their language, and what has none. Where a text exists in the other language only, that.</summary>
    public static (IReadOnlyList<MarkedText> First, IReadOnlyList<MarkedText> Others) ByLanguage(IReadOnlyList<MarkedText> texts)
    {
        var other = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "en" : "zh";
        var rest = texts.Where(text => text.Language == other && texts.Any(twin => twin.Name == text.Name && twin.Language != other)).ToList();
        return ([.. texts.Except(rest)], rest);
    }
}
