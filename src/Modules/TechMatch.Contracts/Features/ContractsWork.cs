using Microsoft.EntityFrameworkCore;
using TechMatch.Contracts.Domain;
using TechMatch.Contracts.Persistence;
using TechMatch.Integration;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;

namespace TechMatch.Contracts.Features;

/// <summary>What waits for sellers, whose part the application is, and for registrars.</summary>
internal sealed class ContractsWork(ContractsDbContext db, ICurrentUser user, TimeProvider clock) : IWaitingWork
{
    public async Task<IReadOnlyList<WaitingItem>> ForCurrentUser(CancellationToken cancellationToken)
    {
        var items = new List<WaitingItem>();
        if (user.Has(Permissions.RegisterContracts))
        {
            var today = clock.Today();
            items.Add(new("contracts.waiting.overdue", await Count(contract => contract.State == ContractState.Accepted && contract.DueOn < today), "/registrar", "clock", IsUrgent: true));
            items.Add(new("contracts.waiting.decision", await Count(contract => contract.State == ContractState.Accepted && contract.DueOn >= today), "/registrar", "checklist"));
            items.Add(new("contracts.waiting.submitted", await Count(contract => contract.State == ContractState.Submitted), "/registrar", "file-text"));
        }
        if (user.OrganisationId is { } organisation && user.Has(Permissions.RecordContracts))
        {
            items.Add(new("contracts.waiting.returned", await Count(contract => contract.SellerId == organisation && contract.State == ContractState.Returned), "/contracts?state=Returned", "edit", IsUrgent: true));
            items.Add(new("contracts.waiting.recorded", await Count(contract => contract.SellerId == organisation && contract.State == ContractState.Recorded), "/contracts?state=Recorded", "signature"));
        }
        return items;

        Task<int> Count(System.Linq.Expressions.Expression<Func<TechnologyContract, bool>> which) => db.Contracts.CountAsync(which, cancellationToken);
    }
}
