using MediatR;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Messaging;
using TechMatch.Shared.Web;

namespace TechMatch.Web.Features.Admin;

/// <summary>Has a message that was given up delivered again.</summary>
[RequirePermission(Permissions.Operate)]
internal sealed record ReplayDeadLetter(Guid Id) : IRequest<Unit>;

internal sealed class ReplayDeadLetterHandler(DeadLetters letters, ICurrentUser person, ILogger<ReplayDeadLetter> log) : IRequestHandler<ReplayDeadLetter, Unit>
{
    public async Task<Unit> Handle(ReplayDeadLetter request, CancellationToken cancellationToken)
    {
        await letters.Replay(request.Id, cancellationToken);
        // No aggregate changes, so the audit trail has nothing of it.
        log.LogInformation("Message {Message} is delivered again at the wish of {Person}", request.Id, person.Name);
        return Unit.Value;
    }
}

internal sealed class ReplayDeadLetterEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/admin/dead-letters/{id:guid}/replay", async (Guid id, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new ReplayDeadLetter(id), ct);
            return TypedResults.NoContent();
        })
        .WithSummary("Delivers a message again, its attempts counted from nought");
}
