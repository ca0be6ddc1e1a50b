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

/// <summary>One step forward by hand, or one step back with a reason.</summary>
[SignedIn]
internal sealed record MoveDeal(Guid Id, long Version, string Stage, string? Note) : IRequest<Saved>;

internal sealed class MoveDealValidator : AbstractValidator<MoveDeal>
{
    public MoveDealValidator(Texts texts)
    {
        RuleFor(x => x.Stage).Cascade(CascadeMode.Stop).NotEmpty().Must(stage => DealStages.Find(stage) is not null).WithMessage(_ => texts["brokerage.unknown-code"]);
        RuleFor(x => x.Note).MaximumLength(Deal.NoteMaxLength);
    }
}

internal sealed class MoveDealHandler(BrokerageDbContext db, Actors actors, TimeProvider clock) : IRequestHandler<MoveDeal, Saved>
{
    public async Task<Saved> Handle(MoveDeal request, CancellationToken cancellationToken)
    {
        var actor = await actors.Current(cancellationToken);
        var deal = await db.Deals.GetVisibleAsync(request.Id, request.Version, actor, cancellationToken);
        deal.Move(DealStages.Find(request.Stage)!.Value, request.Note, actor, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, deal.Version);
    }
}

internal sealed class MoveDealEndpoint : IEndpoint
{
    internal sealed record Body(string Stage, string? Note);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/api/deals/{id:guid}/stage", (Guid id, Body body, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            mediator.Send(new MoveDeal(id, ifMatch.Version, body.Stage, body.Note), cancellationToken))
        .WithSummary("Move a deal one step on, or one step back with a reason in note").Produces<Saved>();
}
