namespace TechMatch.Brokerage.Features;

/// <summary>The code lists that this module takes codes from.</summary>
internal static class BrokerageCodes
{
    public const string DeclineReason = "decline-reason";
    public const string ExitReason = "deal-exit-reason";
    public const string Cooperation = "cooperation-mode";
    public const string Currency = "currency";
}
