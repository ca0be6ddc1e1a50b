using TechMatch.Matching.Domain;

namespace TechMatch.Matching.Features;

/// <summary>A listing or a need as a match shows it. An anonymous need's organisation is not in it unless the viewer is of that organisation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Side">listing or demand.</param>
/// <param name="Title">The title in the viewer's language.</param>
/// <param name="OrganisationId">Whose it is; null when hidden.</param>
/// <param name="Organisation">The organisation's name; null when hidden.</param>
/// <param name="IsAnonymous">The organisation does not want to be named.</param>
/// <param name="Field">A code of technology-field.</param>
/// <param name="Trl">The readiness that is offered, or the lowest that will do.</param>
/// <param name="AmountMin">The price or budget from.</param>
/// <param name="AmountMax">The price or budget up to.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Region">Where it is, or where a partner is wanted.</param>
/// <param name="Deadline">By when a need must be solved.</param>
/// <param name="PublishedAt">When it came onto the market.</param>
internal sealed record MatchCard(
    Guid Id, string Side, string Title, Guid? OrganisationId, string? Organisation, bool IsAnonymous, string? Field, int? Trl,
    decimal? AmountMin, decimal? AmountMax, string Currency, string? Region, DateOnly? Deadline, DateTimeOffset? PublishedAt)
{
    public bool IsListing => Side == "listing";
}

/// <summary>Met words that stand together, and their points of the score.</summary>
internal sealed record MetPhrase(string Text, decimal Points);

/// <summary>A condition as people read it.</summary>
/// <param name="Key">Which one.</param>
/// <param name="State">met, open or violated.</param>
/// <param name="Reason">Why, as a stable word.</param>
/// <param name="Name">The condition's name.</param>
/// <param name="Text">The sentence.</param>
internal sealed record ConditionLine(string Key, string State, string Reason, string Name, string Text);

/// <summary>A text, or part of one, with the places where words were met.</summary>
/// <param name="Name">title, summary, advantages, applications, problem, targets, keywords, field.</param>
/// <param name="Language">zh or en; empty where both are mixed.</param>
/// <param name="Text">The text as written.</param>
/// <param name="Marks">Places in it, in UTF-16 characters.</param>
internal sealed record MarkedText(string Name, string Language, string Text, IReadOnlyList<Stretch> Marks);

/// <summary>One match in a list.</summary>
/// <param name="ListingId">The listing.</param>
/// <param name="DemandId">The need.</param>
/// <param name="Score">0 to 100.</param>
/// <param name="Found">The other side's card.</param>
/// <param name="Title">Its title with what was met.</param>
/// <param name="Excerpt">The part of it that fits best; null when only the title and key words did.</param>
/// <param name="Phrases">What was met, largest first; at most <see cref="MatchView.TopPhrases"/>, those of the viewer's language before others.</param>
/// <param name="Conditions">The need's conditions.</param>
internal sealed record MatchRow(
    Guid ListingId, Guid DemandId, decimal Score, MatchCard Found, MarkedText Title, MarkedText? Excerpt,
    IReadOnlyList<MetPhrase> Phrases, IReadOnlyList<ConditionLine> Conditions);
