using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Directory.Domain;
using TechMatch.Directory.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Persistence;
using TechMatch.Shared.Web;

namespace TechMatch.Directory.Features.Organisations;

/// <summary>An operator no longer vouches for the organisation.</summary>
[RequirePermission(Permissions.Operate)]
internal sealed record WithdrawVerification(Guid Id, long Version) : IRequest<Saved>;

internal sealed class WithdrawVerificationHandler(DirectoryDbContext db, TimeProvider clock) : IRequestHandler<WithdrawVerification, Saved>
{
    public async Task<Saved> Handle(WithdrawVerification request, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.GetAsync(OrganisationId.From(request.Id), request.Version, cancellationToken);
        organisation.WithdrawVerification(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, organisation.Version);
    }
}

internal sealed class WithdrawVerificationEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/api/organisations/{id:guid}/verification", async (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new WithdrawVerification(id, ifMatch.Version), ct)))
        .WithSummary("Withdraw an organisation's verification (operator)");
}
