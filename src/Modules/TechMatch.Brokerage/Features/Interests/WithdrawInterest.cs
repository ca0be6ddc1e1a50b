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

/// <summary>The sender takes an unanswered interest back.</summary>
[RequirePermission(Permissions.ManageDemands)]
internal sealed record WithdrawInterest(Guid Id, long Version) : IRequest<Saved>;

internal sealed class WithdrawInterestHandler(BrokerageDbContext db, Actors actors, TimeProvider clock) : IRequestHandler<WithdrawInterest, Saved>
{
    public async Task<Saved> Handle(WithdrawInterest request, CancellationToken cancellationToken)
    {
        var actor = await actors.Current(cancellationToken);
        var interest = await db.Interests.GetVisibleAsync(request.Id, request.Version, actor, cancellationToken);
        interest.Withdraw(actor, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, interest.Version);
    }
}

internal sealed class WithdrawInterestEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/api/interests/{id:guid}/withdrawal", (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            mediator.Send(new WithdrawInterest(id, ifMatch.Version), cancellationToken))
        .WithSummary("Withdraw an interest that your organisation sent").Produces<Saved>();
}
