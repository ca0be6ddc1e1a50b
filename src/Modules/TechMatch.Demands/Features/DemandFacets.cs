using System.Linq.Expressions;
using TechMatch.Demands.Domain;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Persistence;
using TechMatch.Shared.Web;

namespace TechMatch.Demands.Features;

/// <summary>What the facets filter and count; all of it stands in one index.</summary>
internal sealed class DemandKeys
{
    public static readonly Expression<Func<Demand, DemandKeys>> Of = demand => new DemandKeys
    {
        Id = demand.Id,
        Field = demand.Field,
        Trl = demand.TrlMin == null ? null : demand.TrlMin < TrlBands.MiddleFrom ? TrlBands.Early : demand.TrlMin < TrlBands.ReadyFrom ? TrlBands.Middle : TrlBands.Ready,
        Province = demand.Province,
        Cooperation = demand.CooperationCodes,
        Deadline = demand.Deadline,
        PublishedAt = demand.PublishedAt,
    };

    public DemandId Id { get; init; }

    public string? Field { get; init; }

    /// <summary>The band of the lowest readiness that will do.</summary>
    public string? Trl { get; init; }

    public string? Province { get; init; }

    public string Cooperation { get; init; } = "";

    public DateOnly? Deadline { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }
}

internal static class DemandFacets
{
    public static IReadOnlyList<FacetRule<DemandKeys>> Of(BrowseDemands query, ICodeLists codes, Texts texts) =>
    [
        new("field", texts["demands.facet.field"], codes.Named(CodeListNames.Field), query.Field, key => key.Field, (keys, chosen) => keys.Where(key => chosen.Contains(key.Field))),
        new("trl", texts["demands.facet.trl"], TrlBands.All.Select(band => (band, texts[$"demands.trl.{band}"])), query.Trl, key => key.Trl, (keys, chosen) => keys.Where(key => chosen.Contains(key.Trl))),
        new("cooperation", texts["demands.facet.cooperation"], codes.Named(CodeListNames.Cooperation), query.Cooperation, key => key.Cooperation, HavingMode),
        new("region", texts["demands.facet.region"], codes.Named(CodeListNames.Region), query.Region, key => key.Province, (keys, chosen) => keys.Where(key => chosen.Contains(key.Province))),
    ];

    private static IQueryable<DemandKeys> HavingMode(IQueryable<DemandKeys> keys, string[] chosen)
    {
        string[] marks = [.. chosen.Select(CodeSet.Mark)];
        return keys.Where(key => marks.Any(mark => key.Cooperation.Contains(mark)));
    }
}
