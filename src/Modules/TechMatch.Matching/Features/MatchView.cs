using System.Globalization;
using MediatR;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Listings;
using TechMatch.Integration.Matching;
using TechMatch.Integration.Reference;
using TechMatch.MatchEngine;
using TechMatch.Matching.Domain;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Web;

namespace TechMatch.Matching.Features;

/// <summary>Turns matches into what this viewer may read of them, in their language.</summary>
internal sealed class MatchView(ICurrentUser user, ICodeLists codes, IMediator mediator, Texts texts)
{
    public const int TopPhrases = 8;
    public const int ExcerptMaxLength = 240;

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? "zh" : "en";

    /// <summary>
    /// Whether the viewer may see the matches of something: what is on the market shows them to its organisation, brokers and
    /// operators; what is not yet, or no longer, is nobody's business but its organisation's and the operators'.
    /// </summary>
    public bool IsOpenTo(Guid organisationId, bool isOnMarket) =>
        user.OrganisationId == organisationId || user.Has(Permissions.Operate) || (isOnMarket && user.Has(Permissions.BrokerDeals));

    /// <summary>Brokers and operators see the matches of all that is on the market.</summary>
    public bool SeesAll => user.Has(Permissions.BrokerDeals) || user.Has(Permissions.Operate);

    /// <summary>What the owners say of the documents right now; one question to each of them.</summary>
    public async Task<OwnersWord> Ask(IReadOnlyCollection<MarketDocument> documents, CancellationToken cancellationToken)
    {
        Guid[] listingIds = [.. documents.Where(document => document.Side is MarketSide.Listings).Select(document => document.Id).Distinct()];
        Guid[] demandIds = [.. documents.Where(document => document.Side is MarketSide.Demands).Select(document => document.Id).Distinct()];
        var listings = await mediator.Send(new GetListings(listingIds), cancellationToken);
        var demands = await mediator.Send(new GetDemands(demandIds), cancellationToken);
        Guid[] shown = [.. listings.Values.Select(listing => listing.OrganisationId).Concat(demands.Values.Select(demand => demand.OrganisationShownTo(user)).OfType<Guid>()).Distinct()];
        return new(listings, demands, await mediator.Send(new GetOrganisations(shown), cancellationToken), user);
    }

    public static MatchCard Card(MarketDocument document, OwnersWord owners)
    {
        var shown = owners.ShownOrganisation(document);
        var name = owners.NameOf(shown);
        return document switch
        {
            { Listing: { } listing } => new(listing.Id, "listing", listing.Title, shown, name, false, listing.Field, listing.Trl,
                listing.PriceMin, listing.PriceMax, listing.Currency, listing.Region, null, listing.PublishedAt),
            { Demand: { } demand } => new(demand.Id, "demand", demand.Title, shown, name, owners.IsAnonymous(document), demand.Field, demand.TrlMin,
                demand.BudgetMin, demand.BudgetMax, demand.Currency, demand.Region, demand.Deadline, demand.PublishedAt),
            _ => throw new InvalidOperationException("A document of the market has a card."),
        };
    }

    public MatchRow Row(Match match, MatchExplanation explanation, OwnersWord owners)
    {
        var (listing, demand) = match.Asked.Side is MarketSide.Listings ? (match.Asked, match.Found) : (match.Found, match.Asked);
        return new(listing.Id, demand.Id, match.Points, Card(match.Found, owners), Title(match.Found, explanation), Excerpt(match.Found, explanation),
            Readable(Phrases(match, explanation), TopPhrases), [.. match.Conditions.Select(Line)]);
    }

    /// <summary>All met phrases; their points add up to the match's.</summary>
    public static IReadOnlyList<MetPhrase> Phrases(Match match, MatchExplanation explanation)
    {
        var phrases = Evidence.Phrases(explanation.Contributions, match.Asked.AsQuery.Fields);
        return [.. phrases.Zip(MatchScore.Split(match.Points, [.. phrases.Select(phrase => phrase.Amount)]), (phrase, points) => new MetPhrase(phrase.Text, points))];
    }

    /// <summary>The largest phrases that this viewer can read; others only where those do not suffice.</summary>
    public static IReadOnlyList<MetPhrase> Readable(IReadOnlyList<MetPhrase> phrases, int count) =>
        [.. phrases.OrderBy(phrase => phrase.Text.Any(IsHan) == (Language == "zh") ? 0 : 1).Take(count).OrderByDescending(phrase => phrase.Points)];

    public ConditionLine Line(Condition condition) => new(
        condition.Key, condition.State.ToString().ToLowerInvariant(), condition.Reason, texts[$"matching.condition.{condition.Key}"],
        texts[$"matching.condition.{condition.Key}.{condition.Reason}", [.. condition.Values.Select(Said)]]);

    /// <summary>The questions that open conditions raise, for the first talk.</summary>
    public IReadOnlyList<string> Questions(IEnumerable<Condition> conditions) =>
    [
        .. conditions.Where(condition => condition.State is ConditionState.Open)
            .Select(condition => texts.Find($"matching.question.{condition.Key}.{condition.Reason}")).OfType<string>(),
    ];

    private static bool IsHan(char character) => character is >= '\u3400' and <= '\u9fff';

    private object Said(object value) => value switch
    {
        CodeOf code => codes.Name(code.List, code.Value),
        CodesOf several => several.Values.Select(code => codes.Name(several.List, code)).Aggregate((all, next) => texts["matching.list", all, next]),
        Amount amount => Format.Money(amount.Value, amount.Currency),
        DateOnly day => Format.Day(day),
        _ => value,
    };

    private static MarkedText Title(MarketDocument document, MatchExplanation explanation)
    {
        var place = Preferred(document, text => text.Name == "title") ?? 0;
        return Marked(document, explanation, place);
    }

    private static MarkedText? Excerpt(MarketDocument document, MatchExplanation explanation)
    {
        // The best sentence, unless the reader would be shown the other language for no need.
        if (explanation.BestSentences is { Document: { Role: FieldRole.Body } sentence }
            && (document.Texts[sentence.Field].Language == Language || !document.Texts.Any(text => text.Field.Role is FieldRole.Body && text.Language == Language)))
            return Part(Marked(document, explanation, sentence.Field), new Stretch(sentence.Start, sentence.Length));
        return Preferred(document, text => text.Field.Role is FieldRole.Body) is { } place ? Part(Marked(document, explanation, place), null) : null;
    }

    private static MarkedText Marked(MarketDocument document, MatchExplanation explanation, int place)
    {
        var text = document.Texts[place];
        return new(text.Name, text.Language, text.Field.Text, Evidence.MarksInDocument(explanation.Contributions, place));
    }

    // Cut out, and cut short; marks move with the text.
    private static MarkedText Part(MarkedText text, Stretch? part)
    {
        var start = part?.Start ?? 0;
        var end = Math.Min(text.Text.Length, part?.End ?? text.Text.Length);
        var shortened = end - start > ExcerptMaxLength;
        if (shortened) end = start + ExcerptMaxLength;
        // Never between the two halves of a character beyond the basic plane.
        if (end > start && end < text.Text.Length && char.IsHighSurrogate(text.Text[end - 1])) end--;
        var marks = text.Marks.Where(mark => mark.Start < end && mark.End > start)
            .Select(mark => (From: Math.Max(mark.Start, start), Until: Math.Min(mark.End, end))).Select(mark => new Stretch(mark.From - start, mark.Until - mark.From));
        return text with { Text = text.Text[start..end] + (shortened ? "…" : ""), Marks = [.. marks] };
    }

    // The first text of a kind in the viewer's language, or else in the other.
    private static int? Preferred(MarketDocument document, Func<MarketText, bool> wanted) => document.Texts.Index()
        .Where(text => wanted(text.Item)).OrderBy(text => text.Item.Language == Language ? 0 : 1).Select(text => (int?)text.Index).FirstOrDefault();
}
