using FluentValidation;
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

/// <summary>Takes a need off the market: solved, or withdrawn.</summary>
/// <param name="Id">The need.</param>
/// <param name="Version">The version that was read.</param>
/// <param name="IsSolved">A partner was found; otherwise it is withdrawn.</param>
[RequirePermission(Permissions.ManageDemands)]
internal sealed record CloseDemand(Guid Id, long? Version, bool? IsSolved) : IRequest<Saved>;

internal sealed class CloseDemandValidator : AbstractValidator<CloseDemand>
{
    // Closing is for good, so saying nothing must not mean withdrawing.
    public CloseDemandValidator() => RuleFor(x => x.IsSolved).NotNull();
}

internal sealed class CloseDemandHandler(DemandsDbContext db, ICurrentUser user, TimeProvider clock) : IRequestHandler<CloseDemand, Saved>
{
    public async Task<Saved> Handle(CloseDemand request, CancellationToken cancellationToken)
    {
        var demand = await db.GetOwnAsync(request.Id, request.Version, user, cancellationToken);
        if (demand.IsPublished) db.Publish(demand.UnpublishedFact());
        if (request.IsSolved is true) demand.Solve(clock.GetUtcNow());
        else demand.Withdraw(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, demand.Version);
    }
}

internal sealed class CloseDemandEndpoint : IEndpoint
{
    private sealed record Closure(bool? IsSolved);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/demands/{id:guid}/closure", async (Guid id, Closure body, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(new CloseDemand(id, ifMatch.Version, body.IsSolved), cancellationToken)))
        .WithSummary("Takes a need of one's own organisation off the market: solved, or withdrawn.");
}
