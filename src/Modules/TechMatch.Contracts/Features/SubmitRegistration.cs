using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Contracts.Domain;
using TechMatch.Contracts.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Contracts.Features;

/// <summary>The seller applies for registration, for the first time, after a correction or after a refusal.</summary>
[RequirePermission(Permissions.RecordContracts)]
internal sealed record SubmitRegistration(Guid Id, long? Version) : IRequest<Saved>;

internal sealed class SubmitRegistrationHandler(ContractsDbContext db, ICurrentUser user, IMediator mediator, TimeProvider clock) : IRequestHandler<SubmitRegistration, Saved>
{
    public async Task<Saved> Handle(SubmitRegistration request, CancellationToken cancellationToken)
    {
        var contract = await db.GetVisible(request.Id, request.Version, user, cancellationToken);
        ContractAccess.Require(user.MaySubmit(contract));
        var (seller, buyer) = await mediator.Parties(contract.SellerId, contract.BuyerId, cancellationToken);
        contract.Submit(seller, buyer, Actor.Of(user), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(contract.Id.Value, contract.Version);
    }
}

internal sealed class SubmitRegistrationEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/contracts/{id:guid}/registration", async (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(new SubmitRegistration(id, ifMatch.Version), cancellationToken)))
        .WithSummary("Applies for registration; the seller's side only.");
}
