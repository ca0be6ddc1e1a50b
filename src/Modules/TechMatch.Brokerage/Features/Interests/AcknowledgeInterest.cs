using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features.Interests;

/// <summary>Tells the sender that the interest was read and will be answered.</summary>
[RequirePermission(Permissions.ManageListings)]
internal sealed record AcknowledgeInterest(Guid Id, long Version) : IRequest<Saved>;

internal sealed class AcknowledgeInterestHandler(BrokerageDbContext db, Actors actors, TimeProvider clock) : IRequestHandler<AcknowledgeInterest, Saved>
{
    public async Task<Saved> Handle(AcknowledgeInterest request, CancellationToken cancellationToken)
    {
        var actor = await actors.Current(cancellationToken);
        var interest = await db.Interests.GetVisibleAsync(request.Id, request.Version, actor, cancellationToken);
        interest.Acknowledge(actor, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, interest.Version);
    }
}

internal sealed class AcknowledgeInterestEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/api/interests/{id:guid}/acknowledgement", (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            mediator.Send(new AcknowledgeInterest(id, ifMatch.Version), cancellationToken))
        .WithSummary("Acknowledge an interest that your organisation received").Produces<Saved>();
}
