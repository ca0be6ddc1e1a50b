using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Integration.Reference;
using TechMatch.Integration.Statistics;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;
using TechMatch.Statistics.Domain;
using TechMatch.Statistics.Persistence;

namespace TechMatch.Statistics.Features;

/// <summary>What stands on the market now, and how many deals came of it.</summary>
[Anyone]
internal sealed record ViewMarket : IRequest<MarketView>;

/// <summary>The market now.</summary>
/// <param name="Listings">Listings on the market.</param>
/// <param name="Demands">Needs on the market.</param>
/// <param name="DealsOpened">Deals so far.</param>
/// <param name="DealsSigned">Of these, signed.</param>
/// <param name="Contracts">Contracts registered so far.</param>
/// <param name="ContractValue">Their total in yuan; other currencies are not added.</param>
/// <param name="Fields">By technology field; what names no field is left out.</param>
internal sealed record MarketView(int Listings, int Demands, int DealsOpened, int DealsSigned, int Contracts, decimal ContractValue, IReadOnlyList<FieldCount> Fields);

/// <summary>One technology field's share of the market.</summary>
internal sealed record FieldCount(string Field, string Name, int Listings, int Demands);

internal sealed class ViewMarketHandler(StatisticsDbContext db, IMediator mediator, ICodeLists codes) : IRequestHandler<ViewMarket, MarketView>
{
    public async Task<MarketView> Handle(ViewMarket request, CancellationToken cancellationToken)
    {
        var figures = await mediator.Send(new GetMarketFigures(), cancellationToken);
        var counts = await db.Market.AsNoTracking().Where(entry => entry.IsOnMarket && entry.Field != null)
            .GroupBy(entry => new { entry.Field, entry.Side }).Select(group => new { Field = group.Key.Field!, group.Key.Side, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var fields = counts.GroupBy(count => count.Field).OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => new FieldCount(
                field.Key, codes.Name("technology-field", field.Key),
                field.Where(count => count.Side == MarketSide.Listing).Sum(count => count.Count), field.Where(count => count.Side == MarketSide.Demand).Sum(count => count.Count)));
        return new(
            figures.Listings, figures.Demands, await db.Deals.CountAsync(cancellationToken), await db.Deals.CountAsync(deal => deal.SignedOn != null, cancellationToken),
            figures.Contracts, figures.ContractValue, [.. fields]);
    }
}

internal sealed class GetMarketFiguresHandler(StatisticsDbContext db) : IRequestHandler<GetMarketFigures, MarketFigures>
{
    public async Task<MarketFigures> Handle(GetMarketFigures request, CancellationToken cancellationToken)
    {
        var sides = await db.Market.AsNoTracking().Where(entry => entry.IsOnMarket)
            .GroupBy(entry => entry.Side).Select(side => new { side.Key, Count = side.Count() }).ToListAsync(cancellationToken);
        var contracts = await db.Contracts.AsNoTracking()
            .GroupBy(contract => contract.Currency).Select(currency => new { currency.Key, Count = currency.Count(), Sum = currency.Sum(contract => contract.TotalHundredths) })
            .ToListAsync(cancellationToken);
        return new(
            sides.Where(side => side.Key == MarketSide.Listing).Sum(side => side.Count), sides.Where(side => side.Key == MarketSide.Demand).Sum(side => side.Count),
            contracts.Sum(currency => currency.Count), Money.FromHundredths(contracts.Where(currency => currency.Key == ContractFigures.Yuan).Sum(currency => currency.Sum)));
    }
}

internal sealed class ViewMarketEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/statistics/market", (IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new ViewMarket(), cancellationToken))
        .WithSummary("The market now: listings, needs, deals, registered contracts.");
}
