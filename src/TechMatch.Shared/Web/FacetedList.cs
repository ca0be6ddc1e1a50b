using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Persistence;

namespace TechMatch.Shared.Web;

/// <summary>How a facet reads, narrows and counts a list.</summary>
/// <typeparam name="TKeys">What the list is narrowed, counted and ordered by.</typeparam>
/// <param name="Key">The query parameter.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="Values">What can be chosen, in order.</param>
/// <param name="Chosen">What is chosen; null or empty for no choice.</param>
/// <param name="By">The value to count by: a code, or several as <see cref="CodeSet"/> writes them.</param>
/// <param name="Having">Leaves what has any of the chosen values.</param>
public sealed record FacetRule<TKeys>(
    string Key, string Name, IEnumerable<(string Code, string Name)> Values, string[]? Chosen,
    Expression<Func<TKeys, string?>> By, Func<IQueryable<TKeys>, string[], IQueryable<TKeys>> Having)
{
    internal bool IsChosen => Chosen is { Length: > 0 };
}

/// <summary>A list that its readers narrow by facets: any of the values chosen in one, and all facets together.</summary>
/// <typeparam name="TKeys">What the list is narrowed, counted and ordered by.</typeparam>
/// <param name="all">The list before any choice: a question to the database, or rows already read.</param>
/// <param name="rules">The facets.</param>
public sealed class FacetedList<TKeys>(IQueryable<TKeys> all, IReadOnlyList<FacetRule<TKeys>> rules)
{
    /// <summary>One page of what the choices leave, with how many there are.</summary>
    /// <param name="order">Puts it in order.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(Page<TKeys> Page, IReadOnlyList<Facet> Facets)> Read(Func<IQueryable<TKeys>, IQueryable<TKeys>> order, PageRequest page, CancellationToken cancellationToken)
    {
        var found = Narrow(null);
        var items = await List(order(found).Skip(page.Skip).Take(page.Size), cancellationToken);
        var facets = new List<Facet>();
        int? total = null;
        foreach (var rule in rules)
        {
            var groups = await List(Narrow(rule).GroupBy(rule.By).Select(group => new Group { Value = group.Key, Count = group.Count() }), cancellationToken);
            // A facet without a choice counts just what was found.
            if (!rule.IsChosen) total ??= groups.Sum(group => group.Count);
            facets.Add(Facet(rule, groups));
        }
        total ??= found is IAsyncEnumerable<TKeys> ? await found.CountAsync(cancellationToken) : found.Count();
        return (new(items, total.Value, page.Number, page.Size), facets);
    }

    // A facet counts among what the others leave, so that choosing a second value of it is possible.
    private IQueryable<TKeys> Narrow(FacetRule<TKeys>? except) =>
        rules.Where(rule => rule.IsChosen && rule != except).Aggregate(all, (keys, rule) => rule.Having(keys, rule.Chosen!));

    private static Facet Facet(FacetRule<TKeys> rule, List<Group> groups)
    {
        var counts = groups.SelectMany(group => CodeSet.Read(group.Value ?? ""), (group, code) => (code, group.Count)).GroupBy(pair => pair.code, pair => pair.Count).ToDictionary(pairs => pairs.Key, pairs => pairs.Sum());
        return new(rule.Key, rule.Name,
            [.. rule.Values.Select(value => new FacetValue(value.Code, value.Name, counts.GetValueOrDefault(value.Code), rule.Chosen?.Contains(value.Code) is true)).Where(value => value.Count > 0 || value.IsSelected)]);
    }

    private static async Task<List<T>> List<T>(IQueryable<T> query, CancellationToken cancellationToken) =>
        query is IAsyncEnumerable<T> ? await query.ToListAsync(cancellationToken) : [.. query];

    private sealed class Group
    {
        public string? Value { get; init; }

        public int Count { get; init; }
    }
}
