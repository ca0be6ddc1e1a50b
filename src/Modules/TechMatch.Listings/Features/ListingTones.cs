namespace TechMatch.Listings.Features;

/// <summary>The colour of a state's badge.</summary>
internal static class ListingTones
{
    public static string? Of(string status) => status switch
    {
        "Published" or "Licensed" => "ok",
        "Submitted" => "info",
        "Returned" or "OnHold" or "Expired" => "warn",
        "Rejected" => "bad",
        _ => null,
    };
}
