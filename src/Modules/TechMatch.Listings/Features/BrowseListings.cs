using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Matching;
using TechMatch.Integration.Reference;
using TechMatch.Listings.Domain;
using TechMatch.Listings.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Persistence;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

/// <summary>Searches what is on the market. A facet with several values takes any of them; facets narrow one another.</summary>
[Anyone]
internal sealed record BrowseListings : IRequest<ListingsFound>
{
    public const int TextMaxLength = 2_000;

    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [FromQuery(Name = "field")]
    public string[]? Field { get; init; }

    /// <summary>Bands: early (1–3), middle (4–6), ready (7–9).</summary>
    [FromQuery(Name = "trl")]
    public string[]? Trl { get; init; }

    [FromQuery(Name = "cooperation")]
    public string[]? Cooperation { get; init; }

    [FromQuery(Name = "ip")]
    public string[]? Ip { get; init; }

    /// <summary>Provinces, two digits.</summary>
    [FromQuery(Name = "region")]
    public string[]? Region { get; init; }

    [FromQuery(Name = "price")]
    public string[]? Price { get; init; }

    [FromQuery(Name = "organisation")]
    public Guid? Organisation { get; init; }

    /// <summary><c>relevance</c> (the default with a text) or <c>newest</c>.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    [FromQuery(Name = "size")]
    public int? Size { get; init; }

    internal bool HasText => !string.IsNullOrWhiteSpace(Q);

    internal bool ByRelevance => HasText && Sort != "newest";
}

/// <summary>A listing in a list.</summary>
internal sealed record ListingRow(
    Guid Id, string Title, string Summary, Guid OrganisationId, string Organisation, string? Field, int? Trl, string? IpKind, string? IpStatus,
    IReadOnlyList<string> Cooperation, string PriceKind, decimal? PriceMin, decimal? PriceMax, string Currency, string? Region, DateTimeOffset? PublishedAt);

/// <summary>One page of what was found, and the facets of all of it.</summary>
internal sealed record ListingsFound(IReadOnlyList<ListingRow> Items, int Total, int Number, int Size, IReadOnlyList<Facet> Facets) : Page<ListingRow>(Items, Total, Number, Size);

internal sealed class BrowseListingsValidator : AbstractValidator<BrowseListings>
{
    public BrowseListingsValidator() => RuleFor(x => x.Q).MaximumLength(BrowseListings.TextMaxLength);
}

internal sealed class BrowseListingsHandler(ListingsDbContext db, IMediator mediator, ICodeLists codes, Texts texts) : IRequestHandler<BrowseListings, ListingsFound>
{
    private const int ExcerptLength = 300;

    public async Task<ListingsFound> Handle(BrowseListings request, CancellationToken cancellationToken)
    {
        var all = db.Listings.AsNoTracking().Where(listing => listing.Status == ListingStatus.Published);
        if (request.Organisation is { } organisation) all = all.Where(listing => listing.OrganisationId == organisation);
        var ranks = await mediator.Ranks(MarketSide.Listings, request.Q, cancellationToken);
        if (ranks is not null)
        {
            var ids = ranks.Keys.Select(ListingId.From).ToArray();
            all = all.Where(listing => ids.Contains(listing.Id));
        }
        var keys = all.Select(ListingKeys.Of);
        // At most a thousand hits: read their keys once and narrow them here, instead of sending the ids with every question.
        if (ranks is not null) keys = (await keys.ToListAsync(cancellationToken)).AsQueryable();

        var list = new FacetedList<ListingKeys>(keys, ListingFacets.Of(request, codes, texts));
        var (page, facets) = await list.Read(
            found => request.ByRelevance && ranks is not null ? found.OrderBy(key => ranks[key.Id.Value]) : found.OrderByDescending(key => key.PublishedAt).ThenByDescending(key => key.Id),
            PageRequest.From(request.Page, request.Size), cancellationToken);
        return new(await Rows([.. page.Items.Select(key => key.Id)], cancellationToken), page.Total, page.Number, page.Size, facets);
    }

    private async Task<IReadOnlyList<ListingRow>> Rows(List<ListingId> ids, CancellationToken cancellationToken)
    {
        var rows = await db.Listings.AsNoTracking().Where(listing => ids.Contains(listing.Id)).Select(listing => new
        {
            listing.Id,
            listing.OrganisationId,
            TitleZh = listing.Title.Zh,
            TitleEn = listing.Title.En,
            SummaryZh = listing.Summary.Zh == null ? null : listing.Summary.Zh.Substring(0, ExcerptLength),
            SummaryEn = listing.Summary.En == null ? null : listing.Summary.En.Substring(0, ExcerptLength),
            listing.Field,
            listing.Trl,
            listing.IpKind,
            listing.IpStatus,
            listing.CooperationCodes,
            listing.PriceKind,
            listing.PriceMin,
            listing.PriceMax,
            listing.Currency,
            listing.Region,
            listing.PublishedAt,
        }).ToDictionaryAsync(row => row.Id, cancellationToken);
        var organisations = await mediator.Send(new GetOrganisations([.. rows.Values.Select(row => row.OrganisationId).Distinct()]), cancellationToken);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id]).Select(row => new ListingRow(
            row.Id.Value, new LocalizedText(row.TitleZh, row.TitleEn).In(), new LocalizedText(row.SummaryZh, row.SummaryEn).In(),
            row.OrganisationId, organisations.TryGetValue(row.OrganisationId, out var organisation) ? organisation.Name : "",
            row.Field, row.Trl, row.IpKind, row.IpStatus, CodeSet.Read(row.CooperationCodes), row.PriceKind, row.PriceMin, row.PriceMax, row.Currency, row.Region, row.PublishedAt))];
    }
}

internal sealed class BrowseListingsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/listings", async ([AsParameters] BrowseListings query, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(query, cancellationToken)))
        .WithSummary("Searches the listings on the market.");
}
