using TechMatch.Shared.Messaging;

namespace TechMatch.Integration.Contracts;

/// <summary>A technology contract was registered (认定登记).</summary>
/// <param name="ContractId">The contract.</param>
/// <param name="Version">Its version.</param>
/// <param name="DealId">The deal it came from.</param>
/// <param name="RegistrationNumber">The registrar's number.</param>
/// <param name="Type">A code of contract-type.</param>
/// <param name="Field">A code of technology-field; null when not given.</param>
/// <param name="TotalAmount">合同成交总额, in whole units of the currency.</param>
/// <param name="TechnicalAmount">技术交易额; never more than the total.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="SellerRegion">GB/T 2260 of the seller; null outside mainland China.</param>
/// <param name="BuyerRegion">GB/T 2260 of the buyer; null outside mainland China.</param>
/// <param name="Flow">A code of flow: local, otherProvince or export, seen from the seller's province.</param>
/// <param name="SignedOn">The day of signing.</param>
/// <param name="RegisteredOn">The day of registration.</param>
public sealed record ContractRegistered(
    Guid ContractId, long Version, Guid DealId, string RegistrationNumber, string Type, string? Field, decimal TotalAmount, decimal TechnicalAmount, string Currency,
    string? SellerRegion, string? BuyerRegion, string Flow, DateOnly SignedOn, DateOnly RegisteredOn) : IIntegrationEvent
{
    /// <inheritdoc/>
    public Guid AggregateId => ContractId;
}
