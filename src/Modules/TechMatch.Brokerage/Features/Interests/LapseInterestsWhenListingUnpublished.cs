using MediatR;
using Microsoft.EntityFrameworkCore;
using TechMatch.Brokerage.Persistence;
using TechMatch.Integration.Listings;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Messaging;

namespace TechMatch.Brokerage.Features.Interests;

/// <summary>What can no longer be had needs no answer. The event may come late: a listing that is back on the market keeps its interests.</summary>
internal sealed class LapseInterestsWhenListingUnpublished(BrokerageDbContext db, IMediator mediator, TimeProvider clock, AuditScope scope) : ModuleConsumer<ListingUnpublished>(db, clock, scope)
{
    private readonly BrokerageDbContext db = db;
    private readonly TimeProvider clock = clock;

    protected override async Task Apply(ListingUnpublished fact, CancellationToken cancellationToken)
    {
        if ((await mediator.Send(new GetListings([fact.ListingId]), cancellationToken)).GetValueOrDefault(fact.ListingId) is { IsPublished: true }) return;
        foreach (var interest in await db.Interests.Where(row => row.ListingId == fact.ListingId && row.OpenFor != null).ToListAsync(cancellationToken))
            interest.Lapse(clock.GetUtcNow());
    }
}
