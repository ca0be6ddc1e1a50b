using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Listings;
using TechMatch.Integration.Matching;
using TechMatch.Matching.Domain;
using TechMatch.Matching.Features.Feed;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Matching.Features;

/// <summary>The needs that fit a listing, or the listings that fit a need, best first; for its organisation, brokers and operators.</summary>
[SignedIn]
internal sealed record FindMatches : IRequest<MatchList>
{
    /// <summary>The listing whose matches are asked for.</summary>
    [FromQuery(Name = "listing")]
    public Guid? Listing { get; init; }

    /// <summary>The need whose matches are asked for; one of the two.</summary>
    [FromQuery(Name = "demand")]
    public Guid? Demand { get; init; }

    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    [FromQuery(Name = "size")]
    public int? Size { get; init; }
}

/// <summary>A page of matches.</summary>
/// <param name="Asked">Whose matches they are.</param>
/// <param name="IsOnMarket">Only what is published is matched.</param>
/// <param name="Items">The matches, best first.</param>
/// <param name="Total">How many there are, at most <see cref="Matcher.Depth"/>.</param>
/// <param name="Good">How many of them are good.</param>
/// <param name="Number">This page, from 1.</param>
/// <param name="Size">Matches a page.</param>
internal sealed record MatchList(MatchCard Asked, bool IsOnMarket, IReadOnlyList<MatchRow> Items, int Total, int Good, int Number, int Size) : IPage
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}

internal sealed class FindMatchesValidator : AbstractValidator<FindMatches>
{
    public FindMatchesValidator(Texts texts) =>
        RuleFor(request => request.Listing).Must((request, listing) => listing is null != request.Demand is null).WithMessage(_ => texts["matching.one-side"]);
}

internal sealed class FindMatchesHandler(MarketIndex index, Matcher matcher, MatchView view, MarketFeed feed, IMediator mediator) : IRequestHandler<FindMatches, MatchList>
{
    public async Task<MatchList> Handle(FindMatches request, CancellationToken cancellationToken)
    {
        var page = PageRequest.From(request.Page, request.Size);
        var (asked, isOnMarket) = await Asked(request, cancellationToken);
        if (!view.IsOpenTo(asked.OrganisationId, isOnMarket)) throw new NotFoundException(asked.Side.ToString(), asked.Id);
        IReadOnlyList<Match> matches = isOnMarket ? matcher.Best(asked) : [];
        var owners = await view.Ask([asked, .. matches.Select(match => match.Found)], cancellationToken);
        matches = [.. matches.Where(match => owners.IsOnMarket(match.Found))];
        var rows = matches.Skip(page.Skip).Take(page.Size).Select(match => (match, Why: matcher.Explain(asked, match.Found.Id)?.Explanation)).Where(pair => pair.Why is not null)
            .Select(pair => view.Row(pair.match, pair.Why!, owners));
        return new(MatchView.Card(asked, owners), isOnMarket, [.. rows], matches.Count, matches.Count(match => MatchScore.IsGood(match.Points)), page.Number, page.Size);
    }

    // The owner says whether it is published; what is matched is what the index read, so that spans fit its texts.
    private async Task<(MarketDocument Document, bool IsOnMarket)> Asked(FindMatches request, CancellationToken cancellationToken)
    {
        if (request.Listing is { } listingId)
        {
            var listing = (await mediator.Send(new GetListings([listingId]), cancellationToken)).GetValueOrDefault(listingId) ?? throw new NotFoundException("Listing", listingId);
            return (index.Find(MarketSide.Listings, listingId) ?? MarketDocument.Of(listing, feed.NamesOf(listing.Field)), listing.IsPublished);
        }
        var demandId = request.Demand.GetValueOrDefault();
        var demand = (await mediator.Send(new GetDemands([demandId]), cancellationToken)).GetValueOrDefault(demandId) ?? throw new NotFoundException("Demand", demandId);
        return (index.Find(MarketSide.Demands, demandId) ?? MarketDocument.Of(demand, feed.NamesOf(demand.Field)), demand.IsPublished);
    }
}

internal sealed class FindMatchesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/matches", async ([AsParameters] FindMatches query, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(query, cancellationToken)))
        .WithSummary("The matches of a listing (?listing=) or of a need (?demand=), best first, with reasons and conditions.");
}
