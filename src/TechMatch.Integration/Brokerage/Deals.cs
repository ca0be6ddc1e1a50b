using MediatR;
using TechMatch.Shared.Messaging;

namespace TechMatch.Integration.Brokerage;

/// <summary>An interest was accepted and both sides are now talking.</summary>
/// <param name="DealId">The deal.</param>
/// <param name="Version">Its version.</param>
/// <param name="ListingId">The listing.</param>
/// <param name="DemandId">The need; null when the interest named none.</param>
/// <param name="SellerOrganisationId">The listing's organisation.</param>
/// <param name="BuyerOrganisationId">The organisation that sent the interest.</param>
public sealed record DealOpened(Guid DealId, long Version, Guid ListingId, Guid? DemandId, Guid SellerOrganisationId, Guid BuyerOrganisationId) : IIntegrationEvent
{
    /// <inheritdoc/>
    public Guid AggregateId => DealId;
}

/// <summary>Both sides have signed.</summary>
/// <param name="DealId">The deal.</param>
/// <param name="Version">Its version.</param>
/// <param name="ListingId">The listing.</param>
/// <param name="DemandId">The need, or null.</param>
/// <param name="SellerOrganisationId">Who gives the technology.</param>
/// <param name="BuyerOrganisationId">Who takes it.</param>
/// <param name="Cooperation">A code of cooperation-mode: what was agreed.</param>
/// <param name="Amount">The contract's total in whole units of the currency.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="SignedOn">The day of signing.</param>
public sealed record DealSigned(
    Guid DealId, long Version, Guid ListingId, Guid? DemandId, Guid SellerOrganisationId, Guid BuyerOrganisationId,
    string Cooperation, decimal Amount, string Currency, DateOnly SignedOn) : IIntegrationEvent
{
    /// <inheritdoc/>
    public Guid AggregateId => DealId;
}

/// <summary>A deal ended without success, before or after its signature.</summary>
/// <param name="DealId">The deal.</param>
/// <param name="Version">Its version.</param>
/// <param name="ListingId">The listing.</param>
/// <param name="DemandId">The need, or null.</param>
/// <param name="Cooperation">What had been signed, a code of cooperation-mode; null when nothing was.</param>
public sealed record DealLost(Guid DealId, long Version, Guid ListingId, Guid? DemandId, string? Cooperation) : IIntegrationEvent
{
    /// <inheritdoc/>
    public Guid AggregateId => DealId;
}

/// <summary>What other modules may know of a deal.</summary>
/// <param name="Id">The deal.</param>
/// <param name="Version">Its version.</param>
/// <param name="Stage">The name of its stage, from Contact to Completed; <c>Suspended</c> while it rests and <c>Lost</c> when it ended without success, whatever the stage was.</param>
/// <param name="ListingId">The listing.</param>
/// <param name="DemandId">The need, or null.</param>
/// <param name="SellerOrganisationId">Who gives the technology.</param>
/// <param name="BuyerOrganisationId">Who takes it.</param>
/// <param name="BrokerId">The broker in charge; null while nobody is.</param>
public sealed record DealCard(Guid Id, long Version, string Stage, Guid ListingId, Guid? DemandId, Guid SellerOrganisationId, Guid BuyerOrganisationId, Guid? BrokerId);

/// <summary>The cards of some deals; unknown ids are left out.</summary>
/// <param name="Ids">At most 1,000.</param>
public sealed record GetDeals(IReadOnlyCollection<Guid> Ids) : IRequest<IReadOnlyDictionary<Guid, DealCard>>;
