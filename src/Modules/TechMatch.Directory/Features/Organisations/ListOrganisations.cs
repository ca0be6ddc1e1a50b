using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Directory.Domain;
using TechMatch.Directory.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Directory.Features.Organisations;

/// <summary>The organisations whose name or credit code holds a text; those that wait for verification first, then the newest.</summary>
[RequirePermission(Permissions.Operate)]
internal sealed record ListOrganisations(string? Search, bool? Verified, PageRequest Page) : IRequest<Page<OrganisationRow>>;

internal sealed record OrganisationRow(Guid Id, long Version, string? NameZh, string? NameEn, string Type, string? CreditCode, string? Region, string Country, bool IsSample, bool IsVerified, DateTimeOffset CreatedAt)
{
    public string Name => new LocalizedText(NameZh, NameEn).In();
}

internal sealed class ListOrganisationsHandler(DirectoryDbContext db) : IRequestHandler<ListOrganisations, Page<OrganisationRow>>
{
    public async Task<Page<OrganisationRow>> Handle(ListOrganisations request, CancellationToken cancellationToken)
    {
        var found = db.Organisations.AsNoTracking();
        if (request.Verified is { } verified) found = found.Where(organisation => organisation.VerifiedAt != null == verified);
        if (request.Search?.Trim() is { Length: > 0 } search)
        {
            var lower = search.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // The database compares: only a ToLower without culture becomes SQL.
            found = found.Where(organisation => organisation.NameZh!.Contains(search) || organisation.NameEn!.ToLower().Contains(lower) || organisation.CreditCode!.ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862
        }
        var total = await found.CountAsync(cancellationToken);
        var rows = await found.OrderBy(organisation => organisation.VerifiedAt != null).ThenByDescending(organisation => organisation.CreatedAt).ThenBy(organisation => organisation.Id)
            .Skip(request.Page.Skip).Take(request.Page.Size)
            .Select(organisation => new
            {
                organisation.Id,
                organisation.Version,
                organisation.NameZh,
                organisation.NameEn,
                organisation.Type,
                organisation.CreditCode,
                organisation.Region,
                organisation.Country,
                organisation.IsSample,
                IsVerified = organisation.VerifiedAt != null,
                organisation.CreatedAt,
            })
            .ToListAsync(cancellationToken);
        return new(
            [.. rows.Select(row => new OrganisationRow(row.Id.Value, row.Version, row.NameZh, row.NameEn, row.Type, row.CreditCode, row.Region, row.Country, row.IsSample, row.IsVerified, row.CreatedAt))],
            total, request.Page.Number, request.Page.Size);
    }
}

internal sealed class ListOrganisationsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/organisations", async (string? q, bool? verified, int? page, int? size, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListOrganisations(q, verified, PageRequest.From(page, size)), ct)))
        .WithSummary("Organisations, those that wait for verification first (operator)");
}
