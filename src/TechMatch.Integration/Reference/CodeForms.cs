using FluentValidation;
using Microsoft.AspNetCore.Mvc.Rendering;
using TechMatch.Shared.Web;

namespace TechMatch.Integration.Reference;

/// <summary>Codes in forms: what can be chosen, and what was.</summary>
public static class CodeForms
{
    /// <summary>The codes of a list by name.</summary>
    /// <param name="codes">The code lists.</param>
    /// <param name="list">The list's name.</param>
    public static IEnumerable<SelectListItem> Choices(this ICodeLists codes, string list)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return codes.Of(list).Select(code => new SelectListItem(code.Name, code.Value));
    }

    /// <summary>The technology-readiness levels by number and name.</summary>
    /// <param name="codes">The code lists.</param>
    public static IEnumerable<SelectListItem> Levels(this ICodeLists codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return codes.Of(CodeListNames.Trl).Select(level => new SelectListItem($"{level.Value} · {level.Name}", level.Value));
    }

    /// <summary>The listed regions, and the present one where it is a place that the list does not have: saving must not lose it.</summary>
    /// <param name="codes">The code lists.</param>
    /// <param name="present">The region as it is; null for none.</param>
    public static IEnumerable<SelectListItem> Regions(this ICodeLists codes, string? present)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var listed = codes.Of(CodeListNames.Region).Select(region => new SelectListItem(region.Parent is null ? region.Name : $"{codes.Name(CodeListNames.Region, region.Parent)} {region.Name}", region.Value));
        return present is { Length: > 2 } && !codes.Has(CodeListNames.Region, present) ? listed.Append(new($"{codes.Name(CodeListNames.Region, present[..2])} {present}", present)) : listed;
    }

    /// <summary>Nothing, or a code of the list's present version.</summary>
    /// <typeparam name="T">What is validated.</typeparam>
    /// <param name="rule">The rule of the code.</param>
    /// <param name="codes">The code lists.</param>
    /// <param name="list">The list's name.</param>
    /// <param name="texts">The texts.</param>
    public static IRuleBuilderOptions<T, string?> IsListed<T>(this IRuleBuilder<T, string?> rule, ICodeLists codes, string list, Texts texts) => rule
        .Must(code => IsKnown(codes, list, code)).WithMessage((_, code) => texts["validation.unknown-code", code]);

    /// <summary>Nothing, or codes of the list's present version.</summary>
    /// <typeparam name="T">What is validated.</typeparam>
    /// <param name="rule">The rule of the codes.</param>
    /// <param name="codes">The code lists.</param>
    /// <param name="list">The list's name.</param>
    /// <param name="texts">The texts.</param>
    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> AreListed<T>(this IRuleBuilder<T, IReadOnlyList<string>?> rule, ICodeLists codes, string list, Texts texts) => rule
        .Must(all => all?.All(code => IsKnown(codes, list, code)) is not false).WithMessage((_, all) => texts["validation.unknown-code", all?.First(code => !IsKnown(codes, list, code))]);

    // Of places below the provinces the list has only some.
    private static bool IsKnown(ICodeLists codes, string list, string? code) =>
        string.IsNullOrWhiteSpace(code) || (list == CodeListNames.Region ? codes.HasRegion(code) : codes.Has(list, code));
}
