using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features.Deals;

/// <summary>A deal's timeline, newest first; for those who take part and for operators.</summary>
[SignedIn]
internal sealed record ListDealEvents(Guid Id, PageRequest Page) : IRequest<Page<DealEventRow>>;

/// <summary>A line of the timeline.</summary>
/// <param name="Actor">Who; null when it was the system.</param>
/// <param name="Stage">The stage after the event.</param>
/// <param name="Detail">A code of deal-exit-reason when lost, the registration number when registered.</param>
internal sealed record DealEventRow(int Number, string Kind, DateTimeOffset At, string? Actor, string Stage, string? Detail, string? Note);

internal sealed class ListDealEventsHandler(BrokerageDbContext db, IMediator mediator, Actors actors) : IRequestHandler<ListDealEvents, Page<DealEventRow>>
{
    public async Task<Page<DealEventRow>> Handle(ListDealEvents request, CancellationToken cancellationToken)
    {
        var reader = await actors.Current(cancellationToken);
        var deal = await db.Deals.AsNoTracking().GetVisibleAsync(request.Id, null, reader, cancellationToken);
        if (deal.RoleOf(reader) is DealRole.Lead) throw new ForbiddenException();
        var lines = await db.DealEvents.AsNoTracking().Where(line => line.DealId == deal.Id).OrderByDescending(line => line.Number)
            .Skip(request.Page.Skip).Take(request.Page.Size).ToListAsync(cancellationToken);
        var people = await mediator.Send(new GetPeople([.. lines.Select(line => line.ActorId).OfType<Guid>().Distinct()]), cancellationToken);
        return new(
            [.. lines.Select(line => new DealEventRow(
                line.Number, line.Kind.ToString(), line.At, line.ActorId is { } id ? people.GetValueOrDefault(id)?.Name : null, line.Stage.ToString(), line.Detail, line.Note))],
            deal.EventCount, request.Page.Number, request.Page.Size);
    }
}

internal sealed class ListDealEventsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        "/api/deals/{id:guid}/events", (Guid id, int? page, int? size, IMediator mediator, CancellationToken cancellationToken) =>
            mediator.Send(new ListDealEvents(id, PageRequest.From(page, size)), cancellationToken))
        .WithSummary("A deal's timeline, newest first").Produces<Page<DealEventRow>>();
}
