using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features.Deals;

/// <summary>The deal rests, and says why.</summary>
[SignedIn]
internal sealed record SuspendDeal(Guid Id, long Version, string Note) : IRequest<Saved>;

internal sealed class SuspendDealValidator : AbstractValidator<SuspendDeal>
{
    public SuspendDealValidator()
    {
        RuleFor(x => x.Note).NotEmpty().MaximumLength(Deal.NoteMaxLength);
    }
}

internal sealed class SuspendDealHandler(BrokerageDbContext db, Actors actors, TimeProvider clock) : IRequestHandler<SuspendDeal, Saved>
{
    public async Task<Saved> Handle(SuspendDeal request, CancellationToken cancellationToken)
    {
        var actor = await actors.Current(cancellationToken);
        var deal = await db.Deals.GetVisibleAsync(request.Id, request.Version, actor, cancellationToken);
        deal.Suspend(request.Note, actor, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, deal.Version);
    }
}

internal sealed class SuspendDealEndpoint : IEndpoint
{
    internal sealed record Body(string Note);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/api/deals/{id:guid}/suspension", (Guid id, Body body, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            mediator.Send(new SuspendDeal(id, ifMatch.Version, body.Note), cancellationToken))
        .WithSummary("Suspend a deal").Produces<Saved>();
}
