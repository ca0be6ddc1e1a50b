using TechMatch.Shared.Domain;

namespace TechMatch.Listings.Domain;

/// <summary>What an organisation says of a result, from a form, the API or an imported row.</summary>
internal sealed record ListingDetails(
    LocalizedText Title, LocalizedText Summary, LocalizedText Advantages, LocalizedText Applications,
    string? Field, IReadOnlyList<string> Keywords, int? Trl, string? IpKind, string? IpStatus, IReadOnlyList<string> Cooperation,
    string PriceKind, decimal? PriceMin, decimal? PriceMax, string Currency, string? Region, IReadOnlyList<string> Inventors, string? Funding);
