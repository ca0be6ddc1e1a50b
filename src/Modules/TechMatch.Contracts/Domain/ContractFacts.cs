using TechMatch.Shared.Domain;

namespace TechMatch.Contracts.Domain;

/// <summary>How a contract stands with the registrar.</summary>
internal enum ContractState
{
    /// <summary>Drafted from a signed deal; its facts are being completed.</summary>
    Recorded,

    /// <summary>With the registrar, not yet looked at.</summary>
    Submitted,

    /// <summary>Sent back for correction (补正); the clock stands still.</summary>
    Returned,

    /// <summary>Accepted for decision (受理); the clock runs.</summary>
    Accepted,

    /// <summary>Registered (已登记).</summary>
    Registered,

    /// <summary>Not registered (未予登记); the seller may apply again.</summary>
    NotRegistered,
}

/// <summary>What a contract says, as it goes onto the registration form; null where nobody has said it yet.</summary>
internal sealed record ContractFacts(
    LocalizedText ProjectName, string Type, string? Subtype, decimal TotalAmount, decimal? TechnicalAmount, string Currency,
    DateOnly? StartsOn, DateOnly? EndsOn, string? PaymentForm, string? Field, string? PlanSource, string? Objective, bool? IsRelatedParty);

/// <summary>The registrar's findings: class and technical amount are the registrar's to verify (核定).</summary>
internal sealed record RegistrationFindings(string Number, DateOnly RegisteredOn, string Type, string? Subtype, decimal TechnicalAmount);

/// <summary>Who takes a step.</summary>
/// <param name="Name">As it stands in the history.</param>
/// <param name="OrganisationId">Whom they act for; null for none.</param>
internal sealed record Actor(string Name, Guid? OrganisationId)
{
    public static Actor Of(ICurrentUser user) => new(user.Name, user.OrganisationId);
}
