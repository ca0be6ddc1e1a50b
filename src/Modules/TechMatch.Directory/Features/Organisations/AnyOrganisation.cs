using MediatR;
using Microsoft.EntityFrameworkCore;
using TechMatch.Directory.Persistence;
using TechMatch.Integration.Directory;

namespace TechMatch.Directory.Features.Organisations;

internal sealed class AnyOrganisationHandler(DirectoryDbContext db) : IRequestHandler<AnyOrganisation, bool>
{
    public Task<bool> Handle(AnyOrganisation request, CancellationToken cancellationToken) => db.Organisations.AnyAsync(cancellationToken);
}
