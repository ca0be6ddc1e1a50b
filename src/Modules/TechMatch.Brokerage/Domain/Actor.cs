namespace TechMatch.Brokerage.Domain;

/// <summary>Who acts, as far as the rules of interests and deals ask.</summary>
/// <param name="PersonId">The person; null for the system.</param>
/// <param name="OrganisationId">Whom they act for; null when nobody.</param>
/// <param name="IsBroker">May take deals: a broker of a verified organisation.</param>
/// <param name="IsOperator">Runs the market and sees all.</param>
internal sealed record Actor(Guid? PersonId, Guid? OrganisationId, bool IsBroker = false, bool IsOperator = false)
{
    public bool ActsFor(Guid organisationId) => OrganisationId == organisationId;
}
