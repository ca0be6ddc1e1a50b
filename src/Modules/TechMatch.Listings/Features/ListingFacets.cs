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
    public static IReadOnlyList<FacetRule<ListingKeys>> Of(BrowseListings query, ICodeLists codes, Texts texts)
    {
        return
        [
            Facet("field", codes.Named(CodeListNames.Field), query.Field, key => key.Field, (keys, chosen) => keys.Where(key => chosen.Contains(key.Field))),
            Facet("trl", TrlBands.All.Select(band => (band, texts[$"listings.trl.{band}"])), query.Trl, key => key.Trl, (keys, chosen) => keys.Where(key => chosen.Contains(key.Trl))),
            Facet("cooperation", codes.Named(CodeListNames.Cooperation), query.Cooperation, key => key.Cooperation, HavingMode),
            Facet("ip", codes.Named(CodeListNames.IpStatus), query.Ip, key => key.Ip, (keys, chosen) => keys.Where(key => chosen.Contains(key.Ip))),
            Facet("region", codes.Named(CodeListNames.Region), query.Region, key => key.Province, (keys, chosen) => keys.Where(key => chosen.Contains(key.Province))),
            Facet("price", codes.Named(CodeListNames.PriceKind), query.Price, key => key.Price, (keys, chosen) => keys.Where(key => chosen.Contains(key.Price))),
        ];

        FacetRule<ListingKeys> Facet(
            string key, IEnumerable<(string, string)> values, string[]? chosen, Expression<Func<ListingKeys, string?>> by, Func<IQueryable<ListingKeys>, string[], IQueryable<ListingKeys>> having) =>
            new(key, texts[$"listings.facet.{key}"], values, chosen, by, having);
    }

    private static IQueryable<ListingKeys> HavingMode(IQueryable<ListingKeys> keys, string[] chosen)
    {
        string[] marks = [.. chosen.Select(CodeSet.Mark)];
        return keys.Where(key => marks.Any(mark => key.Cooperation.Contains(mark)));
    }
}
