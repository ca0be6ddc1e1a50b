using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Matching;
using TechMatch.Matching.Domain;
using TechMatch.Matching.Features.Feed;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Matching.Features;

/// <summary>What the viewer's organisation has on the market (brokers and operators: what anybody has), each with its best match.</summary>
[SignedIn]
internal sealed record ListOwnMatches : IRequest<OwnMatches>
{
    /// <summary>listings or demands; the side that the viewer works on when null.</summary>
    [FromQuery(Name = "side")]
    public string? Side { get; init; }

    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    [FromQuery(Name = "size")]
    public int? Size { get; init; }
}

/// <summary>One listing or need of the viewer's.</summary>
/// <param name="Own">Its card.</param>
/// <param name="Good">How many good matches it has, at most <see cref="Matcher.Depth"/>.</param>
/// <param name="Best">Its best match; null when nothing on the other side shares a word with it.</param>
/// <param name="BestScore">That match's score, 0 to 100; 0 when there is none.</param>
internal sealed record OwnMatch(MatchCard Own, int Good, MatchCard? Best, decimal BestScore);

/// <summary>A page of them.</summary>
/// <param name="Side">listings or demands.</param>
internal sealed record OwnMatches(string Side, IReadOnlyList<OwnMatch> Items, int Total, int Number, int Size) : IPage
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}

internal sealed class ListOwnMatchesHandler(MarketIndex index, Matcher matcher, MatchView view, ICurrentUser user) : IRequestHandler<ListOwnMatches, OwnMatches>
{
    // How many of the best are asked about, so that one that just left the market has a successor.
    private const int Looked = 3;

    public async Task<OwnMatches> Handle(ListOwnMatches request, CancellationToken cancellationToken)
    {
        var page = PageRequest.From(request.Page, request.Size);
        var side = Enum.TryParse<MarketSide>(request.Side, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked
            : user.Has(Permissions.ManageListings) && !user.Has(Permissions.ManageDemands) ? MarketSide.Listings : MarketSide.Demands;
        IReadOnlyList<MarketDocument> all = view.SeesAll ? index.Published(side, null) : user.OrganisationId is { } own ? index.Published(side, own) : [];
        var rows = all.Skip(page.Skip).Take(page.Size).Select(document => (Document: document, Matches: matcher.Best(document))).ToList();
        var owners = await view.Ask([.. rows.SelectMany(row => row.Matches.Take(Looked).Select(match => match.Found).Append(row.Document))], cancellationToken);
        return new(side.ToString().ToLowerInvariant(),
        [
            .. rows.Select(row => (row.Document, row.Matches, Best: row.Matches.Take(Looked).FirstOrDefault(match => owners.IsOnMarket(match.Found))))
                .Select(row => new OwnMatch(
                    MatchView.Card(row.Document, owners), row.Matches.Count(match => MatchScore.IsGood(match.Points)),
                    row.Best is null ? null : MatchView.Card(row.Best.Found, owners), row.Best?.Points ?? 0)),
        ], all.Count, page.Number, page.Size);
    }
}

internal sealed class ListOwnMatchesEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/matches/own", async ([AsParameters] ListOwnMatches query, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(query, cancellationToken)))
        .WithSummary("One's listings or needs on the market (?side=listings or demands), each with its best match.");
}
