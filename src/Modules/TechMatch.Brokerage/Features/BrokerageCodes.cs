using TechMatch.Brokerage.Domain;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;

namespace TechMatch.Brokerage.Features;

/// <summary>The code lists and names that this module takes from those who call it.</summary>
internal static class BrokerageCodes
{
    public const string DeclineReason = "decline-reason";
    public const string ExitReason = "deal-exit-reason";
    public const string Cooperation = CodeListNames.Cooperation;
    public const string Currency = CodeListNames.Currency;
    public const string Field = CodeListNames.Field;

    public static readonly Error Unknown = new("brokerage.unknown-code", ErrorKind.Shape);

    /// <summary>The value that a query parameter names, in whatever case; null when it was not given.</summary>
    /// <exception cref="RuleViolationException">There is no such value: a filter that is not understood must not show everything.</exception>
    public static T? Read<T>(string? name)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        var value = DealStages.Find<T>(name);
        Rule.Require(value is not null, Unknown);
        return value;
    }
}
