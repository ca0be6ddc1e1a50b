using FluentValidation;
using TechMatch.Shared.Tables;

namespace TechMatch.Shared.Web;

/// <summary>Lists of words that people write: a form sends one text with commas, the API a list; both may come.</summary>
public static class Entries
{
    /// <summary>The single entries, each once.</summary>
    /// <param name="list">What was sent; null for nothing.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string>? list) => [.. (list ?? []).SelectMany(RowReader.SplitList).Distinct(StringComparer.Ordinal)];

    /// <summary>Not too many entries, and none too long.</summary>
    /// <typeparam name="T">What is validated.</typeparam>
    /// <param name="rule">The rule of the list.</param>
    /// <param name="max">The most entries.</param>
    /// <param name="maxLength">The most characters of one.</param>
    /// <param name="texts">The texts.</param>
    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> AreEntries<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule, int max, int maxLength, Texts texts) => rule
        .Must(list => Of(list) is var entries && entries.Count <= max && entries.All(entry => entry.Length <= maxLength))
        .WithMessage(_ => texts["validation.too-many", max, maxLength]);
}
