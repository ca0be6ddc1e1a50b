using FluentValidation;
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

/// <summary>Sends an application back for correction (补正); the time limit stands still.</summary>
[RequirePermission(Permissions.RegisterContracts)]
internal sealed record ReturnRegistration(Guid Id, long? Version, string Correction) : IRequest<Saved>;

internal sealed class ReturnRegistrationValidator : AbstractValidator<ReturnRegistration>
{
    public ReturnRegistrationValidator() => RuleFor(x => x.Correction).NotEmpty().MaximumLength(TechnologyContract.NoteMaxLength);
}

internal sealed class ReturnRegistrationHandler(ContractsDbContext db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReturnRegistration, Saved>
{
    public async Task<Saved> Handle(ReturnRegistration request, CancellationToken cancellationToken)
    {
        var contract = await db.GetVisible(request.Id, request.Version, user, cancellationToken);
        contract.Return(request.Correction.Trim(), clock.Today(), Actor.Of(user), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(contract.Id.Value, contract.Version);
    }
}

internal sealed class ReturnRegistrationEndpoint : IEndpoint
{
    internal sealed record Body(string Correction);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/contracts/{id:guid}/registration/return", async (Guid id, Body body, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(new ReturnRegistration(id, ifMatch.Version, body.Correction), cancellationToken)))
        .WithSummary("Sends an application back for correction, with what has to be corrected.");
}
