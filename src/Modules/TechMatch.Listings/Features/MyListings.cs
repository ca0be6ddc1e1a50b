using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Integration.Directory;
using TechMatch.Listings.Domain;
using TechMatch.Listings.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

/// <summary>The listings of one's own organisation, the latest change first.</summary>
[RequirePermission(Permissions.ManageListings)]
internal sealed record MyListings : IRequest<MyListingsFound>
{
    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    [FromQuery(Name = "size")]
    public int? Size { get; init; }
}

/// <param name="NextAction">What the owner can do next: submit, correct, improve, wait, matches, renew; empty when nothing is left to do.</param>
internal sealed record MyListing(Guid Id, long Version, string? ExternalId, string Title, string Status, string NextAction, string? ReviewComment, DateTimeOffset ChangedAt, DateTimeOffset? ExpiresAt);

/// <param name="ByStatus">How many there are in each state, whatever is shown.</param>
internal sealed record MyListingsFound(IReadOnlyList<MyListing> Items, int Total, int Number, int Size, IReadOnlyDictionary<string, int> ByStatus) : Page<MyListing>(Items, Total, Number, Size);

internal sealed class MyListingsHandler(ListingsDbContext db, ICurrentUser user) : IRequestHandler<MyListings, MyListingsFound>
{
    public async Task<MyListingsFound> Handle(MyListings request, CancellationToken cancellationToken)
    {
        var page = PageRequest.From(request.Page, request.Size);
        var organisation = user.OrganisationId;
        var mine = db.Listings.AsNoTracking().Where(listing => listing.OrganisationId == organisation);
        var counts = await mine.GroupBy(listing => listing.Status).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        ListingStatus? status = Enum.TryParse<ListingStatus>(request.Status, out var asked) ? asked : null;
        if (status is not null) mine = mine.Where(listing => listing.Status == status);
        var rows = await mine.OrderByDescending(listing => listing.ChangedAt).ThenBy(listing => listing.Id).Skip(page.Skip).Take(page.Size)
            .Select(listing => new { listing.Id, listing.Version, listing.ExternalId, Zh = listing.Title.Zh, En = listing.Title.En, listing.Status, listing.ReviewComment, listing.ChangedAt, listing.ExpiresAt })
            .ToListAsync(cancellationToken);
        return new(
            [.. rows.Select(row => new MyListing(row.Id.Value, row.Version, row.ExternalId, new LocalizedText(row.Zh, row.En).In(), row.Status.ToString(), NextAction(row.Status), row.ReviewComment, row.ChangedAt, row.ExpiresAt))],
            counts.Where(count => status is null || count.Key == status).Sum(count => count.Count), page.Number, page.Size, counts.ToDictionary(count => count.Key.ToString(), count => count.Count));
    }

    private static string NextAction(ListingStatus status) => status switch
    {
        ListingStatus.Draft => "submit",
        ListingStatus.Returned => "correct",
        ListingStatus.OnHold => "improve",
        ListingStatus.Submitted => "wait",
        ListingStatus.Published => "matches",
        ListingStatus.Expired => "renew",
        _ => "",
    };
}

internal sealed class MyListingsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/my/listings", async ([AsParameters] MyListings query, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(query, cancellationToken)))
        .WithSummary("The listings of one's own organisation.");
}
