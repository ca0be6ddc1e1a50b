using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TechMatch.Shared.Web;

namespace TechMatch.Reference.Features;

internal sealed class ShowRulePackPage(IMediator mediator, Texts texts) : PageModel
{
    public RulePackView Pack { get; private set; } = null!;

    // A day that cannot be read shows today, as an empty field does.
    public async Task OnGetAsync(string pack, DateOnly? on, CancellationToken cancellationToken) => Pack = await mediator.Send(new ShowRulePack(pack, on), cancellationToken);

    /// <summary>The value with its unit, as a sentence would have it; null for words, which are codes, and where none is recorded.</summary>
    public string? Value(RuleRow rule)
    {
        if (rule.Flag is { } flag) return texts[flag ? "reference.value.yes" : "reference.value.no"];
        if (rule.Number is { } number) return texts[$"reference.unit.{(rule.Unit == "%" ? "percent" : rule.Unit.ToLowerInvariant())}", Format.Number(number)];
        return rule.HasValue ? null : texts["reference.value.none"];
    }
}
