using TechMatch.Integration.Reference;
using TechMatch.Listings.Domain;
using TechMatch.Shared.Domain;

namespace TechMatch.Listings.Features;

/// <summary>What the rule pack in force today asks for.</summary>
internal sealed class ListingRules(IRulePacks packs, TimeProvider clock)
{
    private const string Pack = "CN";

    public int ValidMonths => Number("listing.validityMonths", Listing.ValidMonths);

    public QualityRule Quality
    {
        get
        {
            var usual = new QualityRule();
            return new(Number("quality.publishFromSum", usual.PublishFrom), Number("quality.holdFromSum", usual.HoldFrom));
        }
    }

    private int Number(string key, int usual) => (int)(packs.Number(Pack, key, clock.Today()) ?? usual);
}
