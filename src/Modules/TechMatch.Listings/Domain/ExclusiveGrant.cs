namespace TechMatch.Listings.Domain;

/// <summary>
/// A signed deal that gave the technology of a listing away for good, as the deal's events tell it. Signing and loss of one
/// deal may arrive in either order; the newest version is what holds.
/// </summary>
internal sealed class ExclusiveGrant
{
    public required Guid DealId { get; init; }

    public required ListingId ListingId { get; init; }

    /// <summary>The version of the deal that was seen last.</summary>
    public long Version { get; set; }

    /// <summary>Signed, and not lost since.</summary>
    public bool IsInForce { get; set; }
}
