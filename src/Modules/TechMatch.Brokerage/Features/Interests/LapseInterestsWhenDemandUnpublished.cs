using MediatR;
using Microsoft.EntityFrameworkCore;
using TechMatch.Brokerage.Persistence;
using TechMatch.Integration.Demands;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Messaging;

namespace TechMatch.Brokerage.Features.Interests;

/// <summary>Who needs it no longer awaits no answer. The event may come late: a need that is back on the market keeps its interests.</summary>
internal sealed class LapseInterestsWhenDemandUnpublished(BrokerageDbContext db, IMediator mediator, TimeProvider clock, AuditScope scope) : ModuleConsumer<DemandUnpublished>(db, clock, scope)
{
    private readonly BrokerageDbContext db = db;
    private readonly TimeProvider clock = clock;

    protected override async Task Apply(DemandUnpublished fact, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new GetDemands([fact.DemandId]), cancellationToken)).GetValueOrDefault(fact.DemandId) is { IsPublished: true }) return;
        foreach (var interest in await db.Interests.Where(row => row.DemandId == fact.DemandId && row.OpenFor != null).ToListAsync(cancellationToken))
            interest.Lapse(clock.GetUtcNow());
    }
}
