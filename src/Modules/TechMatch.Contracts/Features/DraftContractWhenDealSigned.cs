using MediatR;
using Microsoft.EntityFrameworkCore;
using TechMatch.Contracts.Domain;
using TechMatch.Contracts.Persistence;
using TechMatch.Integration.Brokerage;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Listings;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Messaging;

namespace TechMatch.Contracts.Features;

/// <summary>A signed deal becomes a contract, with what the deal and the listing already say.</summary>
internal sealed class DraftContractWhenDealSigned(ContractsDbContext db, IMediator mediator, TimeProvider clock, AuditScope scope) : ModuleConsumer<DealSigned>(db, clock, scope)
{
    private readonly ContractsDbContext db = db;
    private readonly TimeProvider clock = clock;

    protected override async Task Apply(DealSigned fact, CancellationToken cancellationToken)
    {
        // A deal may tell its signing again under another message id; its contract is already there.
        if (await db.Contracts.AnyAsync(contract => contract.DealId == fact.DealId, cancellationToken)) return;
        var listing = (await mediator.Send(new GetListings([fact.ListingId]), cancellationToken)).GetValueOrDefault(fact.ListingId);
        var deal = (await mediator.Send(new GetDeals([fact.DealId]), cancellationToken)).GetValueOrDefault(fact.DealId);
        var (seller, buyer) = await mediator.Parties(fact.SellerOrganisationId, fact.BuyerOrganisationId, cancellationToken);
        var now = clock.GetUtcNow();
        db.Contracts.Add(TechnologyContract.Draft(
            NewId.At<ContractId>(now), fact, seller, buyer, deal?.BrokerId, new LocalizedText(listing?.TitleZh, listing?.TitleEn), listing?.Field, listing?.IpKind, now));
    }
}

internal static class PartyQuestions
{
    /// <summary>Both sides as the directory knows them now.</summary>
    /// <exception cref="NotFoundException">The directory does not know one of them.</exception>
    public static async Task<(Party Seller, Party Buyer)> Parties(this IMediator mediator, Guid seller, Guid buyer, CancellationToken cancellationToken)
    {
        var cards = await mediator.Send(new GetOrganisations([seller, buyer]), cancellationToken);
        return (Of(seller), Of(buyer));

        Party Of(Guid id) => cards.TryGetValue(id, out var card) ? new(id, card.Region, card.Country) : throw new NotFoundException("Organisation", id);
    }
}
