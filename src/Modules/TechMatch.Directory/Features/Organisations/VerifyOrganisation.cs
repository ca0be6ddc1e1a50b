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

/// <summary>An operator has looked at the organisation and vouches for it.</summary>
[RequirePermission(Permissions.Operate)]
internal sealed record VerifyOrganisation(Guid Id, long Version) : IRequest<Saved>;

internal sealed class VerifyOrganisationHandler(DirectoryDbContext db, TimeProvider clock) : IRequestHandler<VerifyOrganisation, Saved>
{
    public async Task<Saved> Handle(VerifyOrganisation request, CancellationToken cancellationToken)
    {
        var organisation = await db.Organisations.GetAsync(OrganisationId.From(request.Id), request.Version, cancellationToken);
        organisation.Verify(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, organisation.Version);
    }
}

internal sealed class VerifyOrganisationEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/organisations/{id:guid}/verification", async (Guid id, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new VerifyOrganisation(id, ifMatch.Version), ct)))
        .WithSummary("Verify an organisation (operator)");
}
