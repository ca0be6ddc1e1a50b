using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Integration.Brokerage;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features.Deals;

/// <summary>The deal ends without success, for a reason from the list.</summary>
[SignedIn]
internal sealed record LoseDeal(Guid Id, long Version, string ExitReason, string? Note) : IRequest<Saved>;

internal sealed class LoseDealValidator : AbstractValidator<LoseDeal>
{
    public LoseDealValidator(ICodeLists codes, Texts texts)
    {
        RuleFor(x => x.ExitReason).Cascade(CascadeMode.Stop).NotEmpty().Must(code => codes.Has(BrokerageCodes.ExitReason, code)).WithMessage(_ => texts["brokerage.unknown-code"]);
        RuleFor(x => x.Note).MaximumLength(Deal.NoteMaxLength);
    }
}

internal sealed class LoseDealHandler(BrokerageDbContext db, Actors actors, TimeProvider clock) : IRequestHandler<LoseDeal, Saved>
{
    public async Task<Saved> Handle(LoseDeal request, CancellationToken cancellationToken)
    {
        var actor = await actors.Current(cancellationToken);
        var deal = await db.Deals.GetVisibleAsync(request.Id, request.Version, actor, cancellationToken);
        deal.Lose(request.ExitReason, request.Note, actor, clock.GetUtcNow());
        db.Publish(new DealLost(request.Id, deal.NextVersion, deal.ListingId, deal.DemandId, deal.Cooperation));
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, deal.Version);
    }
}

internal sealed class LoseDealEndpoint : IEndpoint
{
    internal sealed record Body(string ExitReason, string? Note);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/api/deals/{id:guid}/loss", (Guid id, Body body, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            mediator.Send(new LoseDeal(id, ifMatch.Version, body.ExitReason, body.Note), cancellationToken))
        .WithSummary("End a deal without success, with a code of deal-exit-reason").Produces<Saved>();
}
