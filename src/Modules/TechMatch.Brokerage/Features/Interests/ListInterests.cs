using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features.Interests;

internal enum InterestDirection
{
    Incoming,
    Outgoing,

    /// <summary>Every interest of the market; for operators, and empty for others.</summary>
    All,
}

/// <summary>The interests that the reader's organisation received or sent; open ones first, those due soonest at the top.</summary>
[SignedIn]
internal sealed record ListInterests(InterestDirection Direction, PageRequest Page) : IRequest<Page<InterestRow>>;

internal sealed class ListInterestsHandler(BrokerageDbContext db, InterestRows rows, Actors actors) : IRequestHandler<ListInterests, Page<InterestRow>>
{
    public async Task<Page<InterestRow>> Handle(ListInterests request, CancellationToken cancellationToken)
    {
        var reader = await actors.Current(cancellationToken);
        var organisation = reader.OrganisationId ?? Guid.Empty;
        var all = reader.IsOperator;
        var found = db.Interests.AsNoTracking().Where(request.Direction switch
        {
            InterestDirection.Incoming => interest => interest.ReceiverOrganisationId == organisation,
            InterestDirection.Outgoing => interest => interest.SenderOrganisationId == organisation,
            _ => interest => all,
        });
        var page = await found.OrderBy(interest => interest.OpenFor == null).ThenBy(interest => interest.OpenFor == null ? null : (DateOnly?)interest.AnswerBy)
            .ThenByDescending(interest => interest.SentAt).ThenBy(interest => interest.Id)
            .Skip(request.Page.Skip).Take(request.Page.Size).ToListAsync(cancellationToken);
        return new(await rows.Of(page, reader, cancellationToken), await found.CountAsync(cancellationToken), request.Page.Number, request.Page.Size);
    }
}

internal sealed class ListInterestsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        "/api/interests", (string? direction, int? page, int? size, IMediator mediator, CancellationToken cancellationToken) =>
            mediator.Send(new ListInterests(BrokerageCodes.Read<InterestDirection>(direction) ?? InterestDirection.Incoming, PageRequest.From(page, size)), cancellationToken))
        .WithSummary("The interests that your organisation received (direction=incoming) or sent (outgoing)").Produces<Page<InterestRow>>();
}
