using Microsoft.AspNetCore.Mvc.Rendering;
using TechMatch.Contracts.Domain;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Web;

namespace TechMatch.Contracts.Features;

/// <summary>How the pages name states and codes.</summary>
internal static class ContractWords
{
    public static string State(this Texts texts, string state) => texts[$"contracts.state.{state.ToLowerInvariant()}"];

    /// <summary>The project's name in the reader's language; a listing may be gone, and the name not given yet.</summary>
    public static string ProjectName(this Texts texts, string? zh, string? en) => new LocalizedText(zh, en).In() is { Length: > 0 } name ? name : texts["contracts.untitled"];

    public static string Tone(string state) => state switch
    {
        nameof(ContractState.Registered) => "ok",
        nameof(ContractState.Returned) => "warn",
        nameof(ContractState.NotRegistered) => "bad",
        nameof(ContractState.Submitted) or nameof(ContractState.Accepted) => "info",
        _ => "",
    };

    /// <summary>The subtypes under their types.</summary>
    public static IEnumerable<SelectListItem> SubtypeChoices(this ICodeLists codes)
    {
        var groups = codes.Of(CodeList.Type).ToDictionary(type => type.Value, type => new SelectListGroup { Name = type.Name });
        return codes.Of(CodeList.Subtype).Select(code => new SelectListItem(code.Name, code.Value) { Group = code.Parent is { } type ? groups.GetValueOrDefault(type) : null });
    }
}
