using TechMatch.Integration.Demands;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Listings;
using TechMatch.Integration.Matching;
using TechMatch.Matching.Domain;
using TechMatch.Shared.Domain;

namespace TechMatch.Matching.Features;

/// <summary>
/// What the owners of listings and needs say of documents right now. This node's index may be a moment behind: whether
/// something is on the market and who stands behind it is never read from there.
/// </summary>
internal sealed class OwnersWord(
    IReadOnlyDictionary<Guid, ListingCard> listings, IReadOnlyDictionary<Guid, DemandCard> demands, IReadOnlyDictionary<Guid, OrganisationCard> organisations, ICurrentUser viewer)
{
    public bool IsOnMarket(MarketDocument document) => document.Side is MarketSide.Listings
        ? listings.GetValueOrDefault(document.Id) is { IsPublished: true }
        : demands.GetValueOrDefault(document.Id) is { IsPublished: true };

    /// <summary>The organisation does not want to be named. What the owner no longer knows is hidden.</summary>
    public bool IsAnonymous(MarketDocument document) => document.Side is MarketSide.Demands && demands.GetValueOrDefault(document.Id) is not { IsAnonymous: false };

    /// <summary>The organisation that the viewer may see behind the document; null when there is none.</summary>
    public Guid? ShownOrganisation(MarketDocument document) => document.Side is MarketSide.Listings
        ? document.OrganisationId
        : demands.GetValueOrDefault(document.Id)?.OrganisationShownTo(viewer);

    public string? NameOf(Guid? organisation) => organisation is { } id ? organisations.GetValueOrDefault(id)?.Name : null;
}
