using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace TechMatch.Shared.Web;

/// <summary>Links to the same page with a part of the query changed. The page number is dropped, because the list changes.</summary>
public static class QueryLinks
{
    private const string PageKey = "page";

    /// <summary>This page with one parameter set anew.</summary>
    /// <param name="request">The request.</param>
    /// <param name="key">The parameter.</param>
    /// <param name="value">Its only value; null leaves it out.</param>
    public static string With(this HttpRequest request, string key, string? value) =>
        Build(request, pair => pair.Key != key && (pair.Key != PageKey || key == PageKey), value is null ? null : new(key, value));

    /// <summary>This page without one value of a parameter.</summary>
    /// <param name="request">The request.</param>
    /// <param name="key">The parameter.</param>
    /// <param name="value">The value.</param>
    public static string Without(this HttpRequest request, string key, string value) =>
        Build(request, pair => (pair.Key != key || pair.Value != value) && pair.Key != PageKey, null);

    private static string Build(HttpRequest request, Func<KeyValuePair<string, string?>, bool> keep, KeyValuePair<string, string?>? more)
    {
        ArgumentNullException.ThrowIfNull(request);
        var kept = request.Query.SelectMany(entry => entry.Value, (entry, value) => new KeyValuePair<string, string?>(entry.Key, value))
            .Where(pair => !string.IsNullOrEmpty(pair.Value) && keep(pair));
        return QueryHelpers.AddQueryString(request.Path, more is { } added ? kept.Append(added) : kept);
    }
}
