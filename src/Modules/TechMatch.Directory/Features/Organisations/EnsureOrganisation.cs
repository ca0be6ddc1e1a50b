using MediatR;
using Microsoft.EntityFrameworkCore;
using TechMatch.Directory.Domain;
using TechMatch.Directory.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;

namespace TechMatch.Directory.Features.Organisations;

internal sealed class EnsureOrganisationHandler(DirectoryDbContext db, ICurrentUser user, TimeProvider clock) : IRequestHandler<EnsureOrganisation, Guid>
{
    public async Task<Guid> Handle(EnsureOrganisation request, CancellationToken cancellationToken)
    {
        if (!user.Has(Permissions.Operate)) throw new ForbiddenException(Permissions.Operate);
        var key = request.Key.Trim();
        var found = await db.Organisations.AsNoTracking().Where(organisation => organisation.Key == key).Select(organisation => organisation.Id).FirstOrDefaultAsync(cancellationToken);
        if (found == default) found = await Named(key, cancellationToken);
        if (found != default) return found.Value;
        var details = new OrganisationDetails(new(request.NameZh, request.NameEn), request.Type, null, request.Region, request.Country);
        var made = Organisation.BringIn(key, details, request.IsSample, clock.GetUtcNow());
        db.Organisations.Add(made);
        await db.SaveChangesAsync(cancellationToken);
        return made.Id.Value;
    }

    // Only a verified one: anybody may register under any name, and must not be given what is imported for another.
    private Task<OrganisationId> Named(string name, CancellationToken cancellationToken) => db.Organisations.AsNoTracking()
        .Where(organisation => organisation.VerifiedAt != null && (organisation.NameZh == name || organisation.NameEn == name))
        .OrderBy(organisation => organisation.CreatedAt)
        .Select(organisation => organisation.Id)
        .FirstOrDefaultAsync(cancellationToken);
}
