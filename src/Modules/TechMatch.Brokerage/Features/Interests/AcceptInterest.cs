using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Integration.Brokerage;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features.Interests;

/// <summary>Says yes to a contact: the deal is opened, and both sides see who the other is.</summary>
[RequirePermission(Permissions.ManageListings)]
internal sealed record AcceptInterest(Guid Id, long Version) : IRequest<AcceptedInterest>;

/// <summary>The accepted interest and the deal that it opened.</summary>
internal sealed record AcceptedInterest(Guid Id, long Version, Guid DealId) : IVersioned;

internal sealed class AcceptInterestHandler(BrokerageDbContext db, Actors actors, TimeProvider clock) : IRequestHandler<AcceptInterest, AcceptedInterest>
{
    public async Task<AcceptedInterest> Handle(AcceptInterest request, CancellationToken cancellationToken)
    {
        var actor = await actors.Current(cancellationToken);
        var interest = await db.Interests.GetVisibleAsync(request.Id, request.Version, actor, cancellationToken);
        var deal = interest.Accept(actor, clock.GetUtcNow());
        db.Deals.Add(deal);
        db.Publish(new DealOpened(deal.Id.Value, deal.NextVersion, deal.ListingId, deal.DemandId, deal.SellerOrganisationId, deal.BuyerOrganisationId));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure is not DbUpdateConcurrencyException)
        {
            // A colleague accepted in the same moment: an interest has one deal, which the database holds to before it compares versions.
            db.ChangeTracker.Clear();
            if (await db.Deals.AnyAsync(row => row.InterestId == interest.Id, cancellationToken)) throw new StaleVersionException();
            throw;
        }
        return new(request.Id, interest.Version, deal.Id.Value);
    }
}

internal sealed class AcceptInterestEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/api/interests/{id:guid}/acceptance", (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            mediator.Send(new AcceptInterest(id, ifMatch.Version), cancellationToken))
        .WithSummary("Accept an interest; this opens a deal").Produces<AcceptedInterest>();
}
