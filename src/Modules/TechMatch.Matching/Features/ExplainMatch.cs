using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Integration.Matching;
using TechMatch.MatchEngine;
using TechMatch.Matching.Domain;
using TechMatch.Matching.Features.Feed;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Matching.Features;

/// <summary>Why a listing and a need fit, read both ways; for either side's organisation, brokers and operators.</summary>
[SignedIn]
internal sealed record ExplainMatch(Guid DemandId, Guid ListingId) : IRequest<MatchReport>;

/// <summary>Everything that speaks for and against a match.</summary>
/// <param name="DemandId">The need.</param>
/// <param name="ListingId">The listing.</param>
/// <param name="Demand">The need's card.</param>
/// <param name="Listing">The listing's card.</param>
/// <param name="Forward">What the need finds in the listing.</param>
/// <param name="Reverse">What the listing finds in the need.</param>
/// <param name="Conditions">The need's conditions.</param>
/// <param name="Questions">What is open, as questions for the first talk.</param>
/// <param name="DemandTexts">The need's texts; spans count places in this list.</param>
/// <param name="ListingTexts">The listing's texts; spans count places in this list.</param>
/// <param name="MayExpressInterest">The viewer is of the organisation that has the need.</param>
internal sealed record MatchReport(
    Guid DemandId, Guid ListingId, MatchCard Demand, MatchCard Listing, DirectedScore Forward, DirectedScore Reverse,
    IReadOnlyList<ConditionLine> Conditions, IReadOnlyList<string> Questions,
    IReadOnlyList<MarkedText> DemandTexts, IReadOnlyList<MarkedText> ListingTexts, bool MayExpressInterest);

/// <summary>The score in one direction.</summary>
/// <param name="Score">0 to 100; the points of <paramref name="Contributions"/> add up to it, and those of <paramref name="Phrases"/> too.</param>
/// <param name="WithoutViolations">What it would be if no condition were violated.</param>
/// <param name="Phrases">Met words that stand together, largest first.</param>
/// <param name="Contributions">Each met word, pair or character, largest first.</param>
internal sealed record DirectedScore(decimal Score, decimal WithoutViolations, IReadOnlyList<MetPhrase> Phrases, IReadOnlyList<ContributionLine> Contributions);

/// <summary>One contribution.</summary>
/// <param name="Term">The word or pair as the asking text first writes it.</param>
/// <param name="Kind">word, compound, bigram, character or adjacentPair.</param>
/// <param name="Points">Its points of the score.</param>
/// <param name="Asking">Where the asking text has it.</param>
/// <param name="Answering">Where the other text has it.</param>
internal sealed record ContributionLine(string Term, string Kind, decimal Points, IReadOnlyList<TextPlace> Asking, IReadOnlyList<TextPlace> Answering);

/// <summary>A place in a list of texts.</summary>
internal sealed record TextPlace(int Text, int Start, int Length);

internal sealed class ExplainMatchHandler(MarketIndex index, Matcher matcher, MatchView view, ICurrentUser user) : IRequestHandler<ExplainMatch, MatchReport>
{
    public async Task<MatchReport> Handle(ExplainMatch request, CancellationToken cancellationToken)
    {
        var (demand, listing) = (index.Find(MarketSide.Demands, request.DemandId), index.Find(MarketSide.Listings, request.ListingId));
        var owners = demand is null || listing is null ? null : await view.Ask([demand, listing], cancellationToken);
        if (demand is null || listing is null || owners is null || !owners.IsOnMarket(demand) || !owners.IsOnMarket(listing)
            || !(view.IsOpenTo(demand.OrganisationId, isOnMarket: true) || view.IsOpenTo(listing.OrganisationId, isOnMarket: true))
            || matcher.Explain(demand, listing.Id) is not { } forward || matcher.Explain(listing, demand.Id) is not { } reverse)
            throw new NotFoundException("Match", $"{request.DemandId}/{request.ListingId}");
        return new(
            demand.Id, listing.Id, MatchView.Card(demand, owners), MatchView.Card(listing, owners), Direction(forward), Direction(reverse),
            [.. forward.Match.Conditions.Select(view.Line)], view.Questions(forward.Match.Conditions),
            Marked(demand, forward.Explanation, reverse.Explanation), Marked(listing, reverse.Explanation, forward.Explanation),
            user.OrganisationId == demand.OrganisationId);
    }

    private static DirectedScore Direction((Match Match, MatchExplanation Explanation) side)
    {
        var (match, contributions) = (side.Match, side.Explanation.Contributions);
        var points = MatchScore.Split(match.Points, [.. contributions.Select(contribution => contribution.Amount)]);
        return new(match.Points, MatchScore.Points(match.Engine, match.Full), MatchView.Phrases(match, side.Explanation),
        [
            .. contributions.Zip(points, (contribution, share) => new ContributionLine(
                contribution.Term, Kind(contribution.Kind), share, Places(contribution.NeedSpans), Places(contribution.DocumentSpans))),
        ]);
    }

    private static string Kind(FeatureKind kind) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static IReadOnlyList<TextPlace> Places(IReadOnlyList<TextSpan> spans) => [.. spans.Select(span => new TextPlace(span.Field, span.Start, span.Length))];

    // A word counts as met in a text whichever side asked for it.
    private static IReadOnlyList<MarkedText> Marked(MarketDocument document, MatchExplanation asking, MatchExplanation answering) =>
    [
        .. document.Texts.Index().Select(text => new MarkedText(text.Item.Name, text.Item.Language, text.Item.Field.Text, Evidence.Union(
            Evidence.MarksInNeed(asking.Contributions, text.Index), Evidence.MarksInDocument(answering.Contributions, text.Index)))),
    ];
}

internal sealed class ExplainMatchEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/matches/{demandId:guid}/{listingId:guid}", async (Guid demandId, Guid listingId, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(new ExplainMatch(demandId, listingId), cancellationToken)))
        .WithSummary("Why a need and a listing fit: both directions, contributions that add up to the score, conditions, open questions.");
}
