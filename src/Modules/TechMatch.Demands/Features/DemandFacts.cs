using TechMatch.Demands.Domain;
using TechMatch.Integration.Demands;

namespace TechMatch.Demands.Features;

/// <summary>What the other modules are told; to be published before the change is saved.</summary>
internal static class DemandFacts
{
    public static DemandPublished PublishedFact(this Demand demand) => new(demand.Id.Value, demand.NextVersion, demand.Field);

    public static DemandUnpublished UnpublishedFact(this Demand demand) => new(demand.Id.Value, demand.NextVersion);
}
