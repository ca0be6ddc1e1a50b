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

namespace TechMatch.Directory.Features.Organisations;

/// <summary>An organisation's public profile.</summary>
[Anyone]
internal sealed record GetOrganisation(Guid Id) : IRequest<OrganisationProfile>;

internal sealed record OrganisationProfile(
    Guid Id, long Version, string? NameZh, string? NameEn, string Type, string? CreditCode, string? Region, string Country, bool IsSample, DateTimeOffset? VerifiedAt) : IVersioned
{
    public string Name => new LocalizedText(NameZh, NameEn).In();

    public bool IsVerified => VerifiedAt is not null;
}

internal sealed class GetOrganisationHandler(DirectoryDbContext db) : IRequestHandler<GetOrganisation, OrganisationProfile>
{
    public async Task<OrganisationProfile> Handle(GetOrganisation request, CancellationToken cancellationToken)
    {
        var id = OrganisationId.From(request.Id);
        return await db.Organisations.AsNoTracking().Where(organisation => organisation.Id == id)
            .Select(organisation => new OrganisationProfile(
                request.Id, organisation.Version, organisation.NameZh, organisation.NameEn, organisation.Type, organisation.CreditCode,
                organisation.Region, organisation.Country, organisation.IsSample, organisation.VerifiedAt))
            .FirstOrDefaultAsync(cancellationToken) ?? throw new NotFoundException(nameof(Organisation), request.Id);
    }
}

internal sealed class GetOrganisationEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/organisations/{id:guid}", async (Guid id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetOrganisation(id), ct)))
        .WithSummary("An organisation's public profile");
}
