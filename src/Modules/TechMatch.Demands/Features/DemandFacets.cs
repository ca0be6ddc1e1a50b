using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TechMatch.Demands.Domain;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Persistence;
using TechMatch.Shared.Web;

namespace TechMatch.Demands.Features;

/// <summary>What the facets filter and count.</summary>
internal sealed class DemandKeys
{
    public DemandId Id { get; init; }

    public string? Field { get; init; }

    public int? TrlMin { get; init; }

    public string? Province { get; init; }

    public string Cooperation { get; init; } = "";

    public DateOnly? Deadline { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }
}

/// <summary>Counts each facet among what the other facets leave, so that choosing a second value of one is possible.</summary>
internal sealed class DemandFacets(IQueryable<DemandKeys> all, BrowseDemands query, ICodeLists codes, Texts texts)
{
    private static readonly Dictionary<string, int?[]> Bands = new() { ["early"] = [1, 2, 3], ["middle"] = [4, 5, 6], ["ready"] = [7, 8, 9] };

    public static IQueryable<DemandKeys> Narrow(IQueryable<DemandKeys> keys, BrowseDemands query, string? except = null)
    {
        if (query.Field is { Length: > 0 } fields && except != "field") keys = keys.Where(key => fields.Contains(key.Field));
        if (query.Trl is { Length: > 0 } bands && except != "trl")
        {
            int?[] levels = [.. bands.Where(Bands.ContainsKey).SelectMany(band => Bands[band])];
            keys = keys.Where(key => levels.Contains(key.TrlMin));
        }
        if (query.Cooperation is { Length: > 0 } modes && except != "cooperation")
        {
            string[] marks = [.. modes.Select(CodeSet.Mark)];
            keys = keys.Where(key => marks.Any(mark => key.Cooperation.Contains(mark)));
        }
        if (query.Region is { Length: > 0 } provinces && except != "region") keys = keys.Where(key => provinces.Contains(key.Province));
        return keys;
    }

    public async Task<IReadOnlyList<Facet>> Count(CancellationToken cancellationToken)
    {
        var levels = await Counts("trl", key => key.TrlMin, cancellationToken);
        var modes = await Counts("cooperation", key => key.Cooperation, cancellationToken);
        var byMode = modes.SelectMany(set => CodeSet.Read(set.Key ?? ""), (set, mode) => (mode, set.Count)).GroupBy(pair => pair.mode).ToDictionary(group => group.Key, group => group.Sum(pair => pair.Count));
        return
        [
            Of("field", codes.Of(CodeListNames.Field).Select(Named), ByCode(await Counts("field", key => key.Field, cancellationToken)), query.Field),
            Of("trl", Bands.Keys.Select(band => (band, texts[$"demands.trl.{band}"])), Bands.ToDictionary(band => band.Key, band => levels.Where(level => level.Key is { } trl && band.Value.Contains(trl)).Sum(level => level.Count)), query.Trl),
            Of("cooperation", codes.Of(CodeListNames.Cooperation).Select(Named), byMode, query.Cooperation),
            Of("region", codes.Provinces().Select(Named), ByCode(await Counts("region", key => key.Province, cancellationToken)), query.Region),
        ];
    }

    private static (string Code, string Name) Named(Code code) => (code.Value, code.Name);

    private static Dictionary<string, int> ByCode(IEnumerable<(string? Key, int Count)> counts) => counts.Where(pair => pair.Key is not null).ToDictionary(pair => pair.Key!, pair => pair.Count);

    private Facet Of(string key, IEnumerable<(string Code, string Name)> values, Dictionary<string, int> counts, string[]? chosen) => new(key, texts[$"demands.facet.{key}"],
        [.. values.Select(value => new FacetValue(value.Code, value.Name, counts.GetValueOrDefault(value.Code), chosen?.Contains(value.Code) is true)).Where(value => value.Count > 0 || value.IsSelected)]);

    private async Task<List<(TKey Key, int Count)>> Counts<TKey>(string facet, Expression<Func<DemandKeys, TKey>> by, CancellationToken cancellationToken)
    {
        var groups = Narrow(all, query, facet).GroupBy(by).Select(group => new { group.Key, Count = group.Count() });
        var read = groups is IAsyncEnumerable<object> ? await groups.ToListAsync(cancellationToken) : groups.ToList();
        return [.. read.Select(group => (group.Key, group.Count))];
    }
}
