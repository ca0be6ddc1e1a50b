using Microsoft.EntityFrameworkCore;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Jobs;

namespace TechMatch.Brokerage.Features.Interests;

/// <summary>Ends the interests that nobody answered in time.</summary>
internal sealed class ExpireInterests(BrokerageDbContext db, TimeProvider clock, AuditScope scope) : IRecurringJob
{
    private const int Batch = 200;

    public static string Name => "expire-interests";

    public static TimeSpan Interval => TimeSpan.FromMinutes(10);

    public async Task Run(CancellationToken cancellationToken)
    {
        scope.Begin(nameof(ExpireInterests));
        var today = MarketDay.Of(clock.GetUtcNow());
        while (true)
        {
            var due = await db.Interests.AsNoTracking().Where(interest => interest.OpenFor != null && interest.AnswerBy < today)
                .OrderBy(interest => interest.AnswerBy).Select(interest => interest.Id).Take(Batch).ToListAsync(cancellationToken);
            foreach (var id in due) await Expire(id, cancellationToken);
            if (due.Count < Batch) return;
        }
    }

    private async Task Expire(InterestId id, CancellationToken cancellationToken)
    {
        var interest = await db.Interests.FirstAsync(row => row.Id == id, cancellationToken);
        if (interest.ExpireIfDue(clock.GetUtcNow()))
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // The sender withdrew it in the same moment: it is closed, and that is all that was wanted.
            }
        }
        db.ChangeTracker.Clear();
    }
}
