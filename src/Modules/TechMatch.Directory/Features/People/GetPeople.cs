using MediatR;
using Microsoft.EntityFrameworkCore;
using TechMatch.Directory.Domain;
using TechMatch.Directory.Persistence;
using TechMatch.Integration.Directory;

namespace TechMatch.Directory.Features.People;

internal sealed class GetPeopleHandler(DirectoryDbContext db) : IRequestHandler<GetPeople, IReadOnlyDictionary<Guid, PersonCard>>
{
    public async Task<IReadOnlyDictionary<Guid, PersonCard>> Handle(GetPeople request, CancellationToken cancellationToken)
    {
        var ids = request.Ids.Distinct().Select(PersonId.From).ToArray();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Length, 1000, nameof(request));
        var found = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id))
            .Select(person => new { person.Id, person.NameZh, person.NameEn, person.OrganisationId, person.Role })
            .ToListAsync(cancellationToken);
        return found.ToDictionary(row => row.Id.Value, row => new PersonCard(row.Id.Value, row.NameZh, row.NameEn, row.OrganisationId?.Value, row.Role));
    }
}
