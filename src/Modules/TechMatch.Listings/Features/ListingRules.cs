using MediatR;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Reference;
using TechMatch.Listings.Domain;
using TechMatch.Shared.Domain;

namespace TechMatch.Listings.Features;

/// <summary>What holds for the listings of one organisation.</summary>
internal sealed record ListingRule(QualityRule Quality, int ValidMonths);

/// <summary>The rules in force today where the listing's organisation sits. What its place's pack does not say, the market's own pack does.</summary>
internal sealed class ListingRules(IRulePacks packs, IMediator mediator, TimeProvider clock)
{
    public async Task<ListingRule> For(Guid? organisationId, CancellationToken cancellationToken)
    {
        var (usual, today) = (new QualityRule(), clock.Today());
        var id = organisationId ?? Guid.Empty;
        var organisations = await mediator.Send(new GetOrganisations([id]), cancellationToken);
        var pack = organisations.TryGetValue(id, out var organisation) ? packs.PackOf(organisation.Country, organisation.Region) : RulePackNames.Market;
        return new(new(Number("quality.publishFromSum", usual.PublishFrom), Number("quality.holdFromSum", usual.HoldFrom)), Number("listing.validityMonths", Listing.ValidMonths));

        int Number(string key, int otherwise) => (int)(packs.Number(pack, key, today) ?? packs.Number(RulePackNames.Market, key, today) ?? otherwise);
    }
}
