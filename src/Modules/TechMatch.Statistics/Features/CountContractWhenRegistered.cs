using TechMatch.Integration.Contracts;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Messaging;
using TechMatch.Statistics.Persistence;

namespace TechMatch.Statistics.Features;

internal sealed class CountContractWhenRegistered(StatisticsDbContext db, TimeProvider clock, AuditScope scope) : ModuleConsumer<ContractRegistered>(db, clock, scope)
{
    private readonly StatisticsDbContext db = db;

    protected override async Task Apply(ContractRegistered fact, CancellationToken cancellationToken)
    {
        var row = await db.Contracts.FindAsync([fact.ContractId], cancellationToken);
        if (row is null) db.Contracts.Add(row = new() { Id = fact.ContractId });
        row.See(fact);
    }
}
