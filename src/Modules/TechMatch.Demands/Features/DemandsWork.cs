using Microsoft.EntityFrameworkCore;
using TechMatch.Demands.Domain;
using TechMatch.Demands.Persistence;
using TechMatch.Integration;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;

namespace TechMatch.Demands.Features;

/// <summary>What waits for those who post needs.</summary>
internal sealed class DemandsWork(DemandsDbContext db, ICurrentUser user, TimeProvider clock) : IWaitingWork
{
    /// <summary>A need that leaves the market within so many days is worth a look: its deadline can be moved.</summary>
    public const int DaysAhead = 7;

    public async Task<IReadOnlyList<WaitingItem>> ForCurrentUser(CancellationToken cancellationToken)
    {
        if (user.OrganisationId is not { } organisation || !user.Has(Permissions.ManageDemands)) return [];
        var own = db.Demands.Where(demand => demand.OrganisationId == organisation);
        var soon = clock.Today().AddDays(DaysAhead);
        return
        [
            new("demands.waiting.ending", await own.CountAsync(demand => demand.Status == DemandStatus.Published && demand.Deadline <= soon, cancellationToken), "/my/demands?status=Published", "clock", IsUrgent: true),
            new("demands.waiting.draft", await own.CountAsync(demand => demand.Status == DemandStatus.Draft, cancellationToken), "/my/demands?status=Draft", "send"),
        ];
    }
}
