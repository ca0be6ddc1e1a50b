using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Demands.Domain;
using TechMatch.Demands.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Matching;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Persistence;
using TechMatch.Shared.Web;

namespace TechMatch.Demands.Features;

/// <summary>Searches the needs on the market. A facet with several values takes any of them; facets narrow one another.</summary>
[Anyone]
internal sealed record BrowseDemands : IRequest<DemandsFound>
{
    public const int TextMaxLength = 2_000;

    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [FromQuery(Name = "field")]
    public string[]? Field { get; init; }

    /// <summary>Bands of the lowest readiness that will do: early (1–3), middle (4–6), ready (7–9).</summary>
    [FromQuery(Name = "trl")]
    public string[]? Trl { get; init; }

    [FromQuery(Name = "cooperation")]
    public string[]? Cooperation { get; init; }

    /// <summary>Provinces, two digits.</summary>
    [FromQuery(Name = "region")]
    public string[]? Region { get; init; }

    /// <summary>Needs of one organisation; anonymous ones are left out, for they would say whose they are.</summary>
    [FromQuery(Name = "organisation")]
    public Guid? Organisation { get; init; }

    /// <summary><c>relevance</c> (the default with a text), <c>newest</c> or <c>deadline</c>.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    [FromQuery(Name = "size")]
    public int? Size { get; init; }

    internal bool HasText => !string.IsNullOrWhiteSpace(Q);

    internal string Order => Sort switch { "newest" or "deadline" => Sort, _ => HasText ? "relevance" : "newest" };
}

/// <summary>A need in a list. The organisation is absent where it wants to stay unnamed.</summary>
internal sealed record DemandRow(
    Guid Id, string Title, string Problem, Guid? OrganisationId, string? Organisation, bool IsAnonymous, string? Field, int? TrlMin,
    IReadOnlyList<string> Cooperation, decimal? BudgetMin, decimal? BudgetMax, string Currency, DateOnly? Deadline, string? Region, DateTimeOffset? PublishedAt);

/// <summary>One page of what was found, and the facets of all of it.</summary>
internal sealed record DemandsFound(IReadOnlyList<DemandRow> Items, int Total, int Number, int Size, IReadOnlyList<Facet> Facets) : Page<DemandRow>(Items, Total, Number, Size);

internal sealed class BrowseDemandsValidator : AbstractValidator<BrowseDemands>
{
    public BrowseDemandsValidator() => RuleFor(x => x.Q).MaximumLength(BrowseDemands.TextMaxLength);
}

internal sealed class BrowseDemandsHandler(DemandsDbContext db, IMediator mediator, ICodeLists codes, Texts texts, ICurrentUser user) : IRequestHandler<BrowseDemands, DemandsFound>
{
    private const int ExcerptLength = 300;

    public async Task<DemandsFound> Handle(BrowseDemands request, CancellationToken cancellationToken)
    {
        var all = db.Demands.AsNoTracking().Where(demand => demand.Status == DemandStatus.Published);
        if (request.Organisation is { } organisation)
        {
            var named = !user.IsOwner(organisation);
            all = all.Where(demand => demand.OrganisationId == organisation && (!named || !demand.IsAnonymous));
        }
        var ranks = await mediator.Ranks(MarketSide.Demands, request.Q, cancellationToken);
        if (ranks is not null)
        {
            var ids = ranks.Keys.Select(DemandId.From).ToArray();
            all = all.Where(demand => ids.Contains(demand.Id));
        }
        var keys = all.Select(DemandKeys.Of);
        // At most a thousand hits: read their keys once and narrow them here, instead of sending the ids with every question.
        if (ranks is not null) keys = (await keys.ToListAsync(cancellationToken)).AsQueryable();

        var list = new FacetedList<DemandKeys>(keys, DemandFacets.Of(request, codes, texts));
        var (page, facets) = await list.Read(
            found => request.Order switch
            {
                "relevance" when ranks is not null => found.OrderBy(key => ranks[key.Id.Value]),
                "deadline" => found.OrderBy(key => key.Deadline == null).ThenBy(key => key.Deadline).ThenByDescending(key => key.Id),
                _ => found.OrderByDescending(key => key.PublishedAt).ThenByDescending(key => key.Id),
            },
            PageRequest.From(request.Page, request.Size), cancellationToken);
        return new(await Rows([.. page.Items.Select(key => key.Id)], cancellationToken), page.Total, page.Number, page.Size, facets);
    }

    private async Task<IReadOnlyList<DemandRow>> Rows(List<DemandId> ids, CancellationToken cancellationToken)
    {
        var rows = await db.Demands.AsNoTracking().Where(demand => ids.Contains(demand.Id)).Select(demand => new
        {
            demand.Id,
            demand.OrganisationId,
            demand.IsAnonymous,
            TitleZh = demand.Title.Zh,
            TitleEn = demand.Title.En,
            ProblemZh = demand.Problem.Zh == null ? null : demand.Problem.Zh.Substring(0, ExcerptLength),
            ProblemEn = demand.Problem.En == null ? null : demand.Problem.En.Substring(0, ExcerptLength),
            demand.Field,
            demand.TrlMin,
            demand.CooperationCodes,
            demand.BudgetMin,
            demand.BudgetMax,
            demand.Currency,
            demand.Deadline,
            demand.Region,
            demand.Province,
            demand.PublishedAt,
        }).ToDictionaryAsync(row => row.Id, cancellationToken);
        var visible = rows.Values.Where(row => !row.IsAnonymous || user.IsOwner(row.OrganisationId)).Select(row => row.OrganisationId).ToHashSet();
        var organisations = await mediator.Send(new GetOrganisations(visible), cancellationToken);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(row =>
        {
            var isNamed = !row.IsAnonymous || user.IsOwner(row.OrganisationId);
            return new DemandRow(
                row.Id.Value, new LocalizedText(row.TitleZh, row.TitleEn).In(), new LocalizedText(row.ProblemZh, row.ProblemEn).In(),
                isNamed ? row.OrganisationId : null, isNamed && organisations.TryGetValue(row.OrganisationId, out var organisation) ? organisation.Name : null, row.IsAnonymous,
                row.Field, row.TrlMin, CodeSet.Read(row.CooperationCodes), row.BudgetMin, row.BudgetMax, row.Currency, row.Deadline, isNamed ? row.Region : row.Province, row.PublishedAt);
        })];
    }
}

internal sealed class BrowseDemandsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/demands", async ([AsParameters] BrowseDemands query, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(query, cancellationToken)))
        .WithSummary("Searches the needs on the market.");
}
