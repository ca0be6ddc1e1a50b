using MediatR;
using Microsoft.EntityFrameworkCore;
using TechMatch.Directory.Domain;
using TechMatch.Directory.Persistence;
using TechMatch.Integration.Directory;

namespace TechMatch.Directory.Features.Organisations;

internal sealed class GetOrganisationsHandler(DirectoryDbContext db) : IRequestHandler<GetOrganisations, IReadOnlyDictionary<Guid, OrganisationCard>>
{
    public async Task<IReadOnlyDictionary<Guid, OrganisationCard>> Handle(GetOrganisations request, CancellationToken cancellationToken)
    {
        var ids = request.Ids.Distinct().Select(OrganisationId.From).ToArray();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Length, 1000, nameof(request));
        var found = await db.Organisations.AsNoTracking().Where(organisation => ids.Contains(organisation.Id))
            .Select(organisation => new { organisation.Id, organisation.NameZh, organisation.NameEn, organisation.Type, organisation.Region, organisation.Country, organisation.IsSample, IsVerified = organisation.VerifiedAt != null })
            .ToListAsync(cancellationToken);
        return found.ToDictionary(row => row.Id.Value, row => new OrganisationCard(row.Id.Value, row.NameZh, row.NameEn, row.Type, row.Region, row.Country, row.IsSample, row.IsVerified));
    }
}
