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

/// <summary>Submitted listings that wait for their review, the oldest first.</summary>
[RequirePermission(Permissions.ReviewListings)]
internal sealed record ReviewQueue : IRequest<Page<WaitingListing>>
{
    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    [FromQuery(Name = "size")]
    public int? Size { get; init; }
}

/// <param name="DaysWaiting">Whole days since it was submitted.</param>
internal sealed record WaitingListing(Guid Id, string Title, string Organisation, string? Field, DateTimeOffset SubmittedAt, int DaysWaiting);

internal sealed class ReviewQueueHandler(ListingsDbContext db, IMediator mediator, TimeProvider clock) : IRequestHandler<ReviewQueue, Page<WaitingListing>>
{
    public async Task<Page<WaitingListing>> Handle(ReviewQueue request, CancellationToken cancellationToken)
    {
        var (page, now) = (PageRequest.From(request.Page, request.Size), clock.GetUtcNow());
        var waiting = db.Listings.AsNoTracking().Where(listing => listing.Status == ListingStatus.Submitted);
        var rows = await waiting.OrderBy(listing => listing.SubmittedAt).ThenBy(listing => listing.Id).Skip(page.Skip).Take(page.Size)
            .Select(listing => new { listing.Id, Zh = listing.Title.Zh, En = listing.Title.En, listing.OrganisationId, listing.Field, listing.SubmittedAt })
            .ToListAsync(cancellationToken);
        var organisations = await mediator.Send(new GetOrganisations([.. rows.Select(row => row.OrganisationId).Distinct()]), cancellationToken);
        return new(
            [.. rows.Select(row => new WaitingListing(row.Id.Value, new LocalizedText(row.Zh, row.En).In(), organisations.TryGetValue(row.OrganisationId, out var owner) ? owner.Name : "", row.Field, row.SubmittedAt!.Value, (int)(now - row.SubmittedAt.Value).TotalDays))],
            await waiting.CountAsync(cancellationToken), page.Number, page.Size);
    }
}

internal sealed class ReviewQueueEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/listings/reviews", async ([AsParameters] ReviewQueue query, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(query, cancellationToken)))
        .WithSummary("Submitted listings that wait for their review, the oldest first.");
}
