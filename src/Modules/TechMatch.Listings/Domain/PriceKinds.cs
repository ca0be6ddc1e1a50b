namespace TechMatch.Listings.Domain;

/// <summary>The codes of price-kind that the rules speak of.</summary>
internal static class PriceKinds
{
    public const string Fixed = "fixed";
    public const string Range = "range";
    public const string Negotiable = "negotiable";
}
