using TechMatch.Integration.Demands;
using TechMatch.Integration.Listings;

namespace TechMatch.UnitTests.Matching;

/// <summary>Cards that say nothing but a title: a test adds what it is about.</summary>
internal static class Samples
{
    public static ListingCard Listing(string title = "Sodium-ion cathode") => new(
        Guid.CreateVersion7(), 1, Guid.CreateVersion7(), "Published", null, title, null, null, null, null, null, null,
        null, [], null, null, null, [], "negotiable", null, null, "CNY", null, null);

    public static DemandCard Demand(string title = "Cheaper cathodes") => new(
        Guid.CreateVersion7(), 1, Guid.CreateVersion7(), false, "Published", null, title, null, null, null, null,
        null, null, [], null, [], null, null, "CNY", null, null, null);
}
