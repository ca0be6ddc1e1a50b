using TechMatch.Shared.Domain;

namespace TechMatch.Listings.Domain;

internal readonly record struct ListingId(Guid Value) : ITypedId<ListingId>
{
    public static ListingId From(Guid value) => new(value);
}
