using MediatR;

namespace TechMatch.Integration.Statistics;

/// <summary>The figures of the public home page.</summary>
public sealed record GetMarketFigures : IRequest<MarketFigures>;

/// <summary>The market in four figures.</summary>
/// <param name="Listings">Listings on the market.</param>
/// <param name="Demands">Needs on the market.</param>
/// <param name="Contracts">Contracts registered so far.</param>
/// <param name="ContractValue">Their total in yuan; contracts in other currencies are not added.</param>
public sealed record MarketFigures(int Listings, int Demands, int Contracts, decimal ContractValue);
