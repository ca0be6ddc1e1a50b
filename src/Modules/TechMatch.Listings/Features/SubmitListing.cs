using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Integration.Directory;
using TechMatch.Listings.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

/// <summary>Hands a listing in for the quality review.</summary>
[RequirePermission(Permissions.ManageListings)]
internal sealed record SubmitListing(Guid Id, long? Version) : IRequest<Saved>;

internal sealed class SubmitListingHandler(ListingsDbContext db, ICurrentUser user, TimeProvider clock) : IRequestHandler<SubmitListing, Saved>
{
    public async Task<Saved> Handle(SubmitListing request, CancellationToken cancellationToken)
    {
        var listing = await db.GetOwnAsync(request.Id, request.Version, user, cancellationToken);
        listing.Submit(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, listing.Version);
    }
}

internal sealed class SubmitListingEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/listings/{id:guid}/submission", async (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(new SubmitListing(id, ifMatch.Version), cancellationToken)))
        .WithSummary("Submits a listing for the quality review.");
}
