using Microsoft.EntityFrameworkCore;
using TechMatch.Demands.Domain;
using TechMatch.Demands.Persistence;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Jobs;

namespace TechMatch.Demands.Features;

/// <summary>Takes needs off the market whose deadline has passed.</summary>
internal sealed class ExpireDemands(DemandsDbContext db, TimeProvider clock, AuditScope scope) : IRecurringJob
{
    private const int BatchSize = 200;

    public static string Name => "demands.expire";

    public static TimeSpan Interval => TimeSpan.FromMinutes(15);

    public async Task Run(CancellationToken cancellationToken)
    {
        scope.Begin(nameof(ExpireDemands));
        while (true)
        {
            var now = clock.GetUtcNow();
            var today = MarketDay.Of(now);
            var due = await db.Demands.Where(demand => demand.Status == DemandStatus.Published && demand.Deadline < today)
                .OrderBy(demand => demand.Deadline).Take(BatchSize).ToListAsync(cancellationToken);
            if (due.Count == 0) return;
            foreach (var demand in due)
            {
                db.Publish(demand.UnpublishedFact());
                demand.Expire(now);
            }
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }
}
