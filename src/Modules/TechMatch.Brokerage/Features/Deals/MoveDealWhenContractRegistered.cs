using Microsoft.EntityFrameworkCore;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Integration.Contracts;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Messaging;

namespace TechMatch.Brokerage.Features.Deals;

/// <summary>A signed deal is registered once its contract is.</summary>
internal sealed class MoveDealWhenContractRegistered(BrokerageDbContext db, TimeProvider clock, AuditScope scope) : ModuleConsumer<ContractRegistered>(db, clock, scope)
{
    private readonly BrokerageDbContext db = db;
    private readonly TimeProvider clock = clock;

    protected override async Task Apply(ContractRegistered fact, CancellationToken cancellationToken)
    {
        var id = DealId.From(fact.DealId);
        var deal = await db.Deals.FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        deal?.Register(fact.ContractId, fact.Version, fact.RegistrationNumber, clock.GetUtcNow());
    }
}
