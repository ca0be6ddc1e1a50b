using System.Linq.Expressions;
using TechMatch.Integration.Reference;
using TechMatch.Listings.Domain;
using TechMatch.Shared.Persistence;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

/// <summary>What the facets filter and count; all of it stands in one index.</summary>
internal sealed class ListingKeys
{
    public static readonly Expression<Func<Listing, ListingKeys>> Of = listing => new ListingKeys
    {
        Id = listing.Id,
        Field = listing.Field,
        Trl = listing.Trl == null ? null : listing.Trl < TrlBands.MiddleFrom ? TrlBands.Early : listing.Trl < TrlBands.ReadyFrom ? TrlBands.Middle : TrlBands.Ready,
        Ip = listing.IpStatus,
        Province = listing.Province,
        Price = listing.PriceKind,
        Cooperation = listing.CooperationCodes,
        PublishedAt = listing.PublishedAt,
    };

    public ListingId Id { get; init; }

    public string? Field { get; init; }

    public string? Trl { get; init; }

    public string? Ip { get; init; }

    public string? Province { get; init; }

    public string? Price { get; init; }

    public string Cooperation { get; init; } = "";

    public DateTimeOffset? PublishedAt { get; init; }
}

internal static class ListingFacets
{
    public static IReadOnlyList<FacetRule<ListingKeys>> Of(BrowseListings query, ICodeLists codes, Texts texts) =>
    [
        new("field", texts["listings.facet.field"], codes.Named(CodeListNames.Field), query.Field, key => key.Field, (keys, chosen) => keys.Where(key => chosen.Contains(key.Field))),
        new("trl", texts["listings.facet.trl"], TrlBands.All.Select(band => (band, texts[$"listings.trl.{band}"])), query.Trl, key => key.Trl, (keys, chosen) => keys.Where(key => chosen.Contains(key.Trl))),
        new("cooperation", texts["listings.facet.cooperation"], codes.Named(CodeListNames.Cooperation), query.Cooperation, key => key.Cooperation, HavingMode),
        new("ip", texts["listings.facet.ip"], codes.Named(CodeListNames.IpStatus), query.Ip, key => key.Ip, (keys, chosen) => keys.Where(key => chosen.Contains(key.Ip))),
        new("region", texts["listings.facet.region"], codes.Named(CodeListNames.Region), query.Region, key => key.Province, (keys, chosen) => keys.Where(key => chosen.Contains(key.Province))),
        new("price", texts["listings.facet.price"], codes.Named(CodeListNames.PriceKind), query.Price, key => key.Price, (keys, chosen) => keys.Where(key => chosen.Contains(key.Price))),
    ];

    private static IQueryable<ListingKeys> HavingMode(IQueryable<ListingKeys> keys, string[] chosen)
    {
        string[] marks = [.. chosen.Select(CodeSet.Mark)];
        return keys.Where(key => marks.Any(mark => key.Cooperation.Contains(mark)));
    }
}
