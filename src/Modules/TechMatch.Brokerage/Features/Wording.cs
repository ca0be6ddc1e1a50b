using TechMatch.Brokerage.Domain;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features;

/// <summary>The names of states and stages, by the names that the API uses.</summary>
internal static class Wording
{
    public static string Stage(this Texts texts, string stage) => texts[$"brokerage.stage.{Lower(stage)}"];

    public static string Column(this Texts texts, BoardColumn column) => texts[$"brokerage.column.{Lower(column.ToString())}"];

    public static string DealState(this Texts texts, string state) => texts[$"brokerage.deal-state.{Lower(state)}"];

    public static string InterestState(this Texts texts, string state) => texts[$"brokerage.interest-state.{Lower(state)}"];

    public static string Event(this Texts texts, string kind) => texts[$"brokerage.event.{Lower(kind)}"];

    /// <summary>The colour of a state's badge.</summary>
    public static string? Tone(string state) => state switch
    {
        "Sent" or "Suspended" => "warn",
        "Acknowledged" or "Open" => "info",
        "Accepted" or "Completed" => "ok",
        "Declined" or "Lost" => "bad",
        _ => null,
    };

    // Keys are lower case.
    private static string Lower(string name) => name.ToLowerInvariant();
}
