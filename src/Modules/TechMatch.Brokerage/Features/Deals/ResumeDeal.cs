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

/// <summary>A suspended deal goes on where it stood.</summary>
[SignedIn]
internal sealed record ResumeDeal(Guid Id, long Version) : IRequest<Saved>;

internal sealed class ResumeDealHandler(BrokerageDbContext db, Actors actors, TimeProvider clock) : IRequestHandler<ResumeDeal, Saved>
{
    public async Task<Saved> Handle(ResumeDeal request, CancellationToken cancellationToken)
    {
        var actor = await actors.Current(cancellationToken);
        var deal = await db.Deals.GetVisibleAsync(request.Id, request.Version, actor, cancellationToken);
        deal.Resume(null, actor, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, deal.Version);
    }
}

internal sealed class ResumeDealEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapDelete(
        "/api/deals/{id:guid}/suspension", (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            mediator.Send(new ResumeDeal(id, ifMatch.Version), cancellationToken))
        .WithSummary("Resume a suspended deal").Produces<Saved>();
}
