namespace TechMatch.Demands.Features;

/// <summary>The colour of a state's badge.</summary>
internal static class DemandTones
{
    public static string? Of(string status) => status switch
    {
        "Published" or "Solved" => "ok",
        "Expired" => "warn",
        _ => null,
    };
}
