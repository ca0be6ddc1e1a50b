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

/// <summary>Takes a listing back for good; a published one leaves the market.</summary>
[RequirePermission(Permissions.ManageListings)]
internal sealed record WithdrawListing(Guid Id, long? Version) : IRequest<Saved>;

internal sealed class WithdrawListingHandler(ListingsDbContext db, ICurrentUser user, TimeProvider clock) : IRequestHandler<WithdrawListing, Saved>
{
    public async Task<Saved> Handle(WithdrawListing request, CancellationToken cancellationToken)
    {
        var listing = await db.GetOwnAsync(request.Id, request.Version, user, cancellationToken);
        if (listing.IsPublished) db.Publish(listing.UnpublishedFact());
        listing.Withdraw(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, listing.Version);
    }
}

internal sealed class WithdrawListingEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/listings/{id:guid}/withdrawal", async (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(new WithdrawListing(id, ifMatch.Version), cancellationToken)))
        .WithSummary("Takes a listing of one's own organisation back.");
}
