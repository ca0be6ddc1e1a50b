using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features.Deals;

/// <summary>A broker takes a deal that has none. From then on only they move it.</summary>
[RequirePermission(Permissions.BrokerDeals)]
internal sealed record TakeDeal(Guid Id, long Version) : IRequest<Saved>;

internal sealed class TakeDealHandler(BrokerageDbContext db, Actors actors, TimeProvider clock) : IRequestHandler<TakeDeal, Saved>
{
    public async Task<Saved> Handle(TakeDeal request, CancellationToken cancellationToken)
    {
        if (await actors.IsUnverifiedBroker(cancellationToken)) throw new RuleViolationException(DealErrors.BrokerNotVerified);
        var id = DealId.From(request.Id);
        var actor = await actors.Current(cancellationToken);
        var deal = await db.Deals.FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        // Every broker could see it while it was to be taken: who comes second is told so, not that there is nothing.
        if (deal is null || (deal.BrokerId is null && deal.RoleOf(actor) is DealRole.None)) throw new NotFoundException(nameof(Deal), request.Id);
        deal.Take(actor, clock.GetUtcNow());
        deal.RequireVersion(request.Version);
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, deal.Version);
    }
}

internal sealed class TakeDealEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/deals/{id:guid}/broker", (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new TakeDeal(id, ifMatch.Version), cancellationToken)).WithSummary("Take a deal as its broker").Produces<Saved>();
}
