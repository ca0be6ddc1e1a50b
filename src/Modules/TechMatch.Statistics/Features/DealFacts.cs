using TechMatch.Integration.Brokerage;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Messaging;
using TechMatch.Statistics.Domain;
using TechMatch.Statistics.Persistence;

namespace TechMatch.Statistics.Features;

internal sealed class CountDealWhenOpened(StatisticsDbContext db, TimeProvider clock, AuditScope scope) : ModuleConsumer<DealOpened>(db, clock, scope)
{
    private readonly StatisticsDbContext db = db;
    private readonly TimeProvider clock = clock;

    protected override async Task Apply(DealOpened fact, CancellationToken cancellationToken) =>
        (await db.Deal(fact.DealId, cancellationToken)).Open(fact.Version, clock.Today());
}

internal sealed class CountDealWhenSigned(StatisticsDbContext db, TimeProvider clock, AuditScope scope) : ModuleConsumer<DealSigned>(db, clock, scope)
{
    private readonly StatisticsDbContext db = db;

    protected override async Task Apply(DealSigned fact, CancellationToken cancellationToken) =>
        (await db.Deal(fact.DealId, cancellationToken)).Sign(fact.Version, fact.SignedOn);
}

internal static class DealFacts
{
    public static async Task<DealFact> Deal(this StatisticsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var deal = await db.Deals.FindAsync([id], cancellationToken);
        if (deal is null) db.Deals.Add(deal = new() { Id = id });
        return deal;
    }
}
