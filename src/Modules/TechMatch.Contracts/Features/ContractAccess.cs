using MediatR;
using TechMatch.Contracts.Domain;
using TechMatch.Contracts.Persistence;
using TechMatch.Integration.Brokerage;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Persistence;

namespace TechMatch.Contracts.Features;

/// <summary>Who may see a contract, and who may do what with it.</summary>
internal static class ContractAccess
{
    public static bool SeesAll(this ICurrentUser user) => user.Has(Permissions.Operate) || user.Has(Permissions.RegisterContracts);

    /// <summary>Both sides' contracts, and those of the broker who brought the deal to its signature: they remain on record for their part in it.</summary>
    public static IQueryable<TechnologyContract> VisibleTo(this IQueryable<TechnologyContract> contracts, ICurrentUser user)
    {
        if (user.SeesAll()) return contracts;
        // Nobody's id: a person without organisation or deals sees none.
        var organisation = user.OrganisationId ?? Guid.Empty;
        var broker = user.Has(Permissions.BrokerDeals) ? user.Id ?? Guid.Empty : Guid.Empty;
        return contracts.Where(contract => contract.SellerId == organisation || contract.BuyerId == organisation || contract.BrokerId == broker);
    }

    /// <summary>The contract, for those who may know of it. To all others there is none.</summary>
    /// <exception cref="NotFoundException">There is no such contract, or the user may not know of it.</exception>
    /// <exception cref="StaleVersionException">It was changed since the caller read it.</exception>
    public static async Task<TechnologyContract> GetVisible(
        this ContractsDbContext db, Guid id, long? version, ICurrentUser user, CancellationToken cancellationToken)
    {
        var contract = await db.Contracts.VisibleTo(user).GetAsync(ContractId.From(id), null, cancellationToken);
        contract.RequireVersion(version);
        return contract;
    }

    /// <summary>Whether the user is the broker in charge of the contract's deal at this moment.</summary>
    public static async Task<bool> Brokers(this ICurrentUser user, TechnologyContract contract, IMediator mediator, CancellationToken cancellationToken)
    {
        if (user.Id is not { } id || !user.Has(Permissions.BrokerDeals)) return false;
        var deals = await mediator.Send(new GetDeals([contract.DealId]), cancellationToken);
        return deals.TryGetValue(contract.DealId, out var deal) && deal.BrokerId == id;
    }

    /// <summary>The seller's people and the deal's broker write the facts down.</summary>
    public static async Task<bool> MayComplete(this ICurrentUser user, TechnologyContract contract, IMediator mediator, CancellationToken cancellationToken) =>
        user.Has(Permissions.RecordContracts)
        && (user.OrganisationId == contract.SellerId || await user.Brokers(contract, mediator, cancellationToken));

    /// <summary>The seller's side applies, nobody else.</summary>
    public static bool MaySubmit(this ICurrentUser user, TechnologyContract contract) =>
        user.Has(Permissions.RecordContracts) && user.OrganisationId == contract.SellerId;

    public static bool MayDecide(this ICurrentUser user, TechnologyContract contract) =>
        user.Has(Permissions.RegisterContracts) && !contract.IsParty(user.OrganisationId);

    public static void Require(bool allowed)
    {
        if (!allowed) throw new ForbiddenException();
    }
}
