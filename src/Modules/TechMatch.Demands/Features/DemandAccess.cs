using TechMatch.Demands.Domain;
using TechMatch.Demands.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Persistence;

namespace TechMatch.Demands.Features;

/// <summary>Who may see and change which need, and who may know whose it is.</summary>
internal static class DemandAccess
{
    public static bool IsOwner(this ICurrentUser user, Guid organisationId) => user.OrganisationId == organisationId || user.Has(Permissions.Operate);

    public static bool Sees(this ICurrentUser user, Guid organisationId, DemandStatus status) => status is DemandStatus.Published || user.IsOwner(organisationId);

    /// <summary>Loads a need for its owner. Ownership comes before the version: a stranger learns nothing from a stale one.</summary>
    public static async Task<Demand> GetOwnAsync(this DemandsDbContext db, Guid id, long? version, ICurrentUser user, CancellationToken cancellationToken)
    {
        var demand = await db.Demands.GetAsync(new DemandId(id), null, cancellationToken);
        if (!user.Sees(demand.OrganisationId, demand.Status)) throw new NotFoundException(nameof(Demand), id);
        if (!user.IsOwner(demand.OrganisationId)) throw new ForbiddenException();
        demand.RequireVersion(version);
        return demand;
    }
}
