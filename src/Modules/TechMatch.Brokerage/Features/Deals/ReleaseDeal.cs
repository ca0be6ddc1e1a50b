using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features.Deals;

/// <summary>The broker in charge hands the deal back, or an operator takes it from them; it is a lead again.</summary>
[SignedIn]
internal sealed record ReleaseDeal(Guid Id, long Version) : IRequest<Saved>;

internal sealed class ReleaseDealHandler(BrokerageDbContext db, Actors actors, TimeProvider clock) : IRequestHandler<ReleaseDeal, Saved>
{
    public async Task<Saved> Handle(ReleaseDeal request, CancellationToken cancellationToken)
    {
        var actor = await actors.Current(cancellationToken);
        var deal = await db.Deals.GetVisibleAsync(request.Id, request.Version, actor, cancellationToken);
        deal.Release(actor, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, deal.Version);
    }
}

internal sealed class ReleaseDealEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete(
        "/api/deals/{id:guid}/broker", (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            mediator.Send(new ReleaseDeal(id, ifMatch.Version), cancellationToken))
        .WithSummary("Hand a deal back").Produces<Saved>();
}
