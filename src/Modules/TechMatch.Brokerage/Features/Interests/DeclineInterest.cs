using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features.Interests;

/// <summary>Says no to a contact, with a reason from the list and a note if there is more to say.</summary>
[RequirePermission(Permissions.ManageListings)]
internal sealed record DeclineInterest(Guid Id, long Version, string DeclineReason, string? DeclineNote) : IRequest<Saved>;

internal sealed class DeclineInterestValidator : AbstractValidator<DeclineInterest>
{
    public DeclineInterestValidator(ICodeLists codes, Texts texts)
    {
        RuleFor(x => x.DeclineReason).Cascade(CascadeMode.Stop).NotEmpty().Must(code => codes.Has(BrokerageCodes.DeclineReason, code)).WithMessage(_ => texts["brokerage.unknown-code"]);
        RuleFor(x => x.DeclineNote).MaximumLength(Interest.NoteMaxLength);
    }
}

internal sealed class DeclineInterestHandler(BrokerageDbContext db, Actors actors, TimeProvider clock) : IRequestHandler<DeclineInterest, Saved>
{
    public async Task<Saved> Handle(DeclineInterest request, CancellationToken cancellationToken)
    {
        var actor = await actors.Current(cancellationToken);
        var interest = await db.Interests.GetVisibleAsync(request.Id, request.Version, actor, cancellationToken);
        interest.Decline(request.DeclineReason, request.DeclineNote, actor, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, interest.Version);
    }
}

internal sealed class DeclineInterestEndpoint : IEndpoint
{
    internal sealed record Body(string DeclineReason, string? DeclineNote);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/api/interests/{id:guid}/refusal", (Guid id, Body body, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            mediator.Send(new DeclineInterest(id, ifMatch.Version, body.DeclineReason, body.DeclineNote), cancellationToken))
        .WithSummary("Decline an interest with a code of decline-reason").Produces<Saved>();
}
