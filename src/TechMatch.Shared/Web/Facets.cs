namespace TechMatch.Shared.Web;

/// <summary>One way to narrow a list.</summary>
/// <param name="Key">The query parameter.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="Values">What can be chosen, with how many each would show.</param>
public sealed record Facet(string Key, string Name, IReadOnlyList<FacetValue> Values);

/// <summary>One value of a facet.</summary>
/// <param name="Code">The value of the query parameter.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="Count">Items with this value among those that the other facets leave.</param>
/// <param name="IsSelected">Whether it is chosen now.</param>
public sealed record FacetValue(string Code, string Name, int Count, bool IsSelected);

/// <summary>The form beside a list: its facets, and what else of the address it keeps. Shown by <c>_Facets.cshtml</c>.</summary>
/// <param name="Path">The list's path.</param>
/// <param name="Facets">The facets.</param>
/// <param name="Kept">Query parameters that are kept; blank ones are left out.</param>
public sealed record FacetForm(string Path, IReadOnlyList<Facet> Facets, IReadOnlyList<(string Key, string? Value)> Kept)
{
    /// <summary>How many values are chosen.</summary>
    public int Chosen => Facets.Sum(facet => facet.Values.Count(value => value.IsSelected));
}
