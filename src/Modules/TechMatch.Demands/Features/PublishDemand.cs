using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Demands.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Demands.Features;

/// <summary>Puts a draft on the market, or an expired need whose deadline was moved.</summary>
[RequirePermission(Permissions.ManageDemands)]
internal sealed record PublishDemand(Guid Id, long? Version) : IRequest<Saved>;

internal sealed class PublishDemandHandler(DemandsDbContext db, ICurrentUser user, TimeProvider clock) : IRequestHandler<PublishDemand, Saved>
{
    public async Task<Saved> Handle(PublishDemand request, CancellationToken cancellationToken)
    {
        var demand = await db.GetOwnAsync(request.Id, request.Version, user, cancellationToken);
        demand.Publish(clock.GetUtcNow());
        db.Publish(demand.PublishedFact());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, demand.Version);
    }
}

internal sealed class PublishDemandEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/demands/{id:guid}/publication", async (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(new PublishDemand(id, ifMatch.Version), cancellationToken)))
        .WithSummary("Puts a need of one's own organisation on the market.");
}
