using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Features.Interests;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Listings;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;

namespace TechMatch.Brokerage.Features.Deals;

/// <summary>A person that takes part; the name in the reader's language.</summary>
internal sealed record Participant(Guid Id, string Name);

/// <summary>A deal in a list or on the board.</summary>
/// <param name="Field">The technology field's name.</param>
/// <param name="Buyer">Null where a broker looks for deals to take and the buyer does not want to be named.</param>
/// <param name="Amount">What was signed, or else the asking price; null when neither is known.</param>
/// <param name="IsSigned">The amount is the signed one.</param>
/// <param name="DaysInStage">Whole days since the deal came into its stage.</param>
/// <param name="Next">The stage that one step forward leads to by hand; null when another act leads on.</param>
/// <param name="IsLead">The reader sees it only because they could take it.</param>
/// <param name="IsInCharge">The reader may move it.</param>
internal sealed record DealRow(
    Guid Id, long Version, string Stage, string State, Guid ListingId, string Title, string? Field, Guid? DemandId, string? DemandTitle, Party? Seller, Party? Buyer,
    Participant? Broker, decimal? Amount, string? Currency, bool IsSigned, DateTimeOffset StageSince, int DaysInStage, string? Next, string? Previous, bool IsLead, bool IsInCharge);

/// <summary>Gives deals the names that other modules own, asking each once per page and never for a name that is hidden.</summary>
internal sealed class DealRows(IMediator mediator, ICodeLists codes, TimeProvider clock)
{
    public async Task<IReadOnlyList<DealRow>> Of(IReadOnlyList<Deal> deals, Actor reader, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var listings = await mediator.Send(new GetListings([.. deals.Select(deal => deal.ListingId).Distinct()]), cancellationToken);
        var demands = await mediator.Send(new GetDemands([.. deals.Select(deal => deal.DemandId).OfType<Guid>().Distinct()]), cancellationToken);
        var organisations = await mediator.Send(new GetOrganisations([.. deals.SelectMany(deal => Shown(deal, reader)).Distinct()]), cancellationToken);
        var people = await mediator.Send(new GetPeople([.. deals.Select(deal => deal.BrokerId).OfType<Guid>().Distinct()]), cancellationToken);
        Party? Named(Guid id) => organisations.TryGetValue(id, out var card) ? new(id, card.Name) : null;
        Participant? Person(Guid? id) => id is { } known && people.TryGetValue(known, out var card) ? new(known, card.Name) : null;
        return [.. deals.Select(deal =>
        {
            var listing = listings.GetValueOrDefault(deal.ListingId);
            var demand = deal.DemandId is { } demandId ? demands.GetValueOrDefault(demandId) : null;
            var signed = deal.Amount is not null;
            var price = signed ? deal.Amount : listing?.PriceMin ?? listing?.PriceMax;
            return new DealRow(
                deal.Id.Value, deal.Version, deal.Stage.ToString(), deal.State.ToString(), deal.ListingId, listing?.Title ?? "",
                (listing?.Field ?? demand?.Field) is { } field ? codes.Name(BrokerageCodes.Field, field) : null, deal.DemandId, demand?.Title,
                Named(deal.SellerOrganisationId), HidesBuyer(deal, reader) ? null : Named(deal.BuyerOrganisationId), Person(deal.BrokerId),
                price, price is null ? null : signed ? deal.Currency : listing?.Currency, signed, deal.StageSince, Math.Max(0, (now - deal.StageSince).Days),
                deal.Next?.ToString(), deal.Previous?.ToString(), deal.RoleOf(reader) is DealRole.Lead, deal.IsInCharge(reader));
        })];
    }

    private static bool HidesBuyer(Deal deal, Actor reader) => deal.BuyerIsAnonymous && deal.RoleOf(reader) is DealRole.Lead or DealRole.None;

    private static IEnumerable<Guid> Shown(Deal deal, Actor reader) =>
        HidesBuyer(deal, reader) ? [deal.SellerOrganisationId] : [deal.SellerOrganisationId, deal.BuyerOrganisationId];
}

/// <summary>Which of the deals that a person may see they ask for.</summary>
internal enum DealTab
{
    /// <summary>Those the reader takes part in: as the broker in charge, or through their organisation.</summary>
    Mine,

    /// <summary>Those without a broker that the reader could take.</summary>
    Leads,

    /// <summary>All that the reader may see; for an operator, all there are.</summary>
    All,
}

internal static class VisibleDeals
{
    /// <summary>The deals of a tab that the reader may see; the same rule as <see cref="Deal.RoleOf"/>, for SQL.</summary>
    public static IQueryable<Deal> For(this IQueryable<Deal> deals, Actor reader, DealTab tab)
    {
        var person = reader.PersonId ?? Guid.Empty;
        var organisation = reader.OrganisationId ?? Guid.Empty;
        Expression<Func<Deal, bool>> mine = deal => deal.BrokerId == person || deal.SellerOrganisationId == organisation || deal.BuyerOrganisationId == organisation;
        Expression<Func<Deal, bool>> leads = deal =>
            deal.BrokerId == null && deal.State == DealState.Open && DealStages.BeforeSigning.Contains(deal.Stage) && deal.SellerOrganisationId != organisation && deal.BuyerOrganisationId != organisation;
        Expression<Func<Deal, bool>> both = deal => deal.BrokerId == person || deal.SellerOrganisationId == organisation || deal.BuyerOrganisationId == organisation
            || (deal.BrokerId == null && deal.State == DealState.Open && DealStages.BeforeSigning.Contains(deal.Stage));
        return tab switch
        {
            DealTab.Mine => deals.Where(mine),
            DealTab.Leads => reader.IsBroker ? deals.Where(leads) : deals.Where(_ => false),
            _ when reader.IsOperator => deals,
            _ => deals.Where(reader.IsBroker ? both : mine),
        };
    }

    /// <summary>Loads a deal that the actor may know of; to all others there is none, whatever version they name.</summary>
    public static async Task<Deal> GetVisibleAsync(this IQueryable<Deal> deals, Guid id, long? version, Actor actor, CancellationToken cancellationToken)
    {
        var key = DealId.From(id);
        var deal = await deals.FirstOrDefaultAsync(row => row.Id == key, cancellationToken);
        if (deal is null || deal.RoleOf(actor) is DealRole.None) throw new NotFoundException(nameof(Deal), id);
        deal.RequireVersion(version);
        return deal;
    }
}
