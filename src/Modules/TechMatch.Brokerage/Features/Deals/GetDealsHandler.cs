using MediatR;
using Microsoft.EntityFrameworkCore;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Integration.Brokerage;

namespace TechMatch.Brokerage.Features.Deals;

internal sealed class GetDealsHandler(BrokerageDbContext db) : IRequestHandler<GetDeals, IReadOnlyDictionary<Guid, DealCard>>
{
    public async Task<IReadOnlyDictionary<Guid, DealCard>> Handle(GetDeals request, CancellationToken cancellationToken)
    {
        if (request.Ids.Count == 0) return new Dictionary<Guid, DealCard>();
        var ids = request.Ids.Select(DealId.From).ToList();
        var deals = await db.Deals.AsNoTracking().Where(deal => ids.Contains(deal.Id))
            .Select(deal => new { deal.Id, deal.Version, deal.Stage, deal.State, deal.ListingId, deal.DemandId, deal.SellerOrganisationId, deal.BuyerOrganisationId, deal.BrokerId })
            .ToListAsync(cancellationToken);
        return deals.ToDictionary(deal => deal.Id.Value, deal => new DealCard(
            deal.Id.Value, deal.Version, deal.State is DealState.Lost or DealState.Suspended ? deal.State.ToString() : deal.Stage.ToString(),
            deal.ListingId, deal.DemandId, deal.SellerOrganisationId, deal.BuyerOrganisationId, deal.BrokerId));
    }
}
