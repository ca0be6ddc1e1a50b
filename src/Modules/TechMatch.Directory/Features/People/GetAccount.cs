using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Directory.Domain;
using TechMatch.Directory.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Directory.Features.People;

/// <summary>Who I am, for whom I act and what I may do.</summary>
[SignedIn]
internal sealed record GetAccount : IRequest<Account>;

internal sealed record AccountOrganisation(Guid Id, string? NameZh, string? NameEn, bool IsVerified)
{
    public string Name => new LocalizedText(NameZh, NameEn).In();
}

internal sealed record Account(Guid Id, string Email, string? NameZh, string? NameEn, string Role, IReadOnlyList<string> Permissions, AccountOrganisation? Organisation)
{
    public string Name => new LocalizedText(NameZh, NameEn).In();
}

internal sealed class GetAccountHandler(DirectoryDbContext db, ICurrentUser user) : IRequestHandler<GetAccount, Account>
{
    public async Task<Account> Handle(GetAccount request, CancellationToken cancellationToken)
    {
        var id = PersonId.From(user.Id ?? throw new NotSignedInException());
        var found = await db.People.AsNoTracking().Where(person => person.Id == id)
            .GroupJoin(db.Organisations, person => person.OrganisationId, organisation => (OrganisationId?)organisation.Id, (person, organisations) => new { person, organisations })
            .SelectMany(pair => pair.organisations.DefaultIfEmpty(), (pair, organisation) => new
            {
                pair.person.Email,
                pair.person.NameZh,
                pair.person.NameEn,
                pair.person.Role,
                Organisation = organisation == null ? null : new { organisation.Id, organisation.NameZh, organisation.NameEn, organisation.VerifiedAt },
            })
            .FirstOrDefaultAsync(cancellationToken) ?? throw new NotSignedInException();
        return new(id.Value, found.Email, found.NameZh, found.NameEn, found.Role, RolePermissions.Of(found.Role),
            found.Organisation is { } mine ? new(mine.Id.Value, mine.NameZh, mine.NameEn, mine.VerifiedAt is not null) : null);
    }
}

internal sealed class GetAccountEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/account/me", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetAccount(), ct)))
        .WithSummary("Who I am and what I may do");
}
