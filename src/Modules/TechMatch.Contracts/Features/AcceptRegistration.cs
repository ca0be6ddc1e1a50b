using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Contracts.Domain;
using TechMatch.Contracts.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Contracts.Features;

/// <summary>Takes an application in (受理); from now on the office's time limit runs.</summary>
[RequirePermission(Permissions.RegisterContracts)]
internal sealed record AcceptRegistration(Guid Id, long? Version) : IRequest<Saved>;

internal sealed class AcceptRegistrationHandler(ContractsDbContext db, ICurrentUser user, IRulePacks packs, TimeProvider clock) : IRequestHandler<AcceptRegistration, Saved>
{
    public async Task<Saved> Handle(AcceptRegistration request, CancellationToken cancellationToken)
    {
        var contract = await db.GetVisible(request.Id, request.Version, user, cancellationToken);
        var today = clock.Today();
        contract.Accept(packs.DaysFor(contract.Seller, today), today, Actor.Of(user), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(contract.Id.Value, contract.Version);
    }
}

internal sealed class AcceptRegistrationEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/contracts/{id:guid}/registration/acceptance", async (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(new AcceptRegistration(id, ifMatch.Version), cancellationToken)))
        .WithSummary("Accepts an application; the time limit of the seller's province starts.");
}
