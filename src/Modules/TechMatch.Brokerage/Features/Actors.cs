using MediatR;
using TechMatch.Brokerage.Domain;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;

namespace TechMatch.Brokerage.Features;

/// <summary>
/// Who acts. Anybody may register as a broker, so the role alone opens no deal: an operator must have verified the
/// organisation, which is asked anew each time, because that can be withdrawn at any moment.
/// </summary>
internal sealed class Actors(ICurrentUser user, IMediator mediator)
{
    public async Task<Actor> Current(CancellationToken cancellationToken) =>
        new(user.Id, user.OrganisationId, await IsVerifiedBroker(cancellationToken), user.Has(Permissions.Operate));

    /// <summary>A broker whose organisation no operator has verified yet.</summary>
    public async Task<bool> IsUnverifiedBroker(CancellationToken cancellationToken) => user.Has(Permissions.BrokerDeals) && !await IsVerifiedBroker(cancellationToken);

    private async Task<bool> IsVerifiedBroker(CancellationToken cancellationToken) => user.Has(Permissions.BrokerDeals) && user.OrganisationId is { } organisation
        && (await mediator.Send(new GetOrganisations([organisation]), cancellationToken)).GetValueOrDefault(organisation) is { IsVerified: true };
}
