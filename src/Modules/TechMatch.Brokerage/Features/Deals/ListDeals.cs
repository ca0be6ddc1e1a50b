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

namespace TechMatch.Brokerage.Features.Deals;

/// <summary>Deals that the reader may see, those that wait longest in their stage first.</summary>
/// <param name="Tab">Which of them.</param>
/// <param name="Stages">Only in these stages; all when empty.</param>
/// <param name="State">Only in this state; all but the lost ones when null.</param>
/// <param name="Page">Which part.</param>
[SignedIn]
internal sealed record ListDeals(DealTab Tab, IReadOnlyList<DealStage> Stages, DealState? State, PageRequest Page) : IRequest<Page<DealRow>>;

internal sealed class ListDealsHandler(BrokerageDbContext db, DealRows rows, Actors actors) : IRequestHandler<ListDeals, Page<DealRow>>
{
    public async Task<Page<DealRow>> Handle(ListDeals request, CancellationToken cancellationToken)
    {
        var reader = await actors.Current(cancellationToken);
        var found = db.Deals.AsNoTracking().For(reader, request.Tab);
        if (request.Stages.Count > 0) found = found.Where(deal => request.Stages.Contains(deal.Stage));
        found = request.State is { } state ? found.Where(deal => deal.State == state) : found.Where(deal => deal.State != DealState.Lost);
        var page = await found.OrderBy(deal => deal.StageSince).ThenBy(deal => deal.Id).Skip(request.Page.Skip).Take(request.Page.Size).ToListAsync(cancellationToken);
        return new(await rows.Of(page, reader, cancellationToken), await found.CountAsync(cancellationToken), request.Page.Number, request.Page.Size);
    }
}

internal sealed class ListDealsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
        "/api/deals", (string? tab, string[]? stage, string? state, int? page, int? size, IMediator mediator, CancellationToken cancellationToken) =>
            mediator.Send(new ListDeals(
                BrokerageCodes.Read<DealTab>(tab) ?? DealTab.Mine, [.. (stage ?? []).Select(BrokerageCodes.Read<DealStage>).OfType<DealStage>()], BrokerageCodes.Read<DealState>(state),
                PageRequest.From(page, size)), cancellationToken))
        .WithSummary("Deals you may see: tab=mine, leads or all; stage may be repeated; lost ones only with state=Lost").Produces<Page<DealRow>>();
}
