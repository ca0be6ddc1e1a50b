using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features.Deals;

/// <summary>One deal, as far as the reader may see it.</summary>
[SignedIn]
internal sealed record ViewDeal(Guid Id) : IRequest<DealView>;

/// <summary>A deal, and what the reader may do with it now.</summary>
/// <param name="Role">What the reader is to the deal: Lead, Observer, Party or Broker.</param>
/// <param name="InterestId">The interest that opened it; null for one who could take the deal, because the companies wrote it for each other.</param>
/// <param name="Terms">What was signed; null before.</param>
internal sealed record DealView(
    Guid Id, long Version, DealRow Summary, string Role, Guid? InterestId, DateTimeOffset OpenedAt, DealTerms? Terms, string? RegistrationNumber, string? ExitReason,
    DealActions May) : IVersioned;

/// <summary>What the reader may do with a deal now.</summary>
internal sealed record DealActions(
    bool Take, bool Release, bool MoveForward, bool MoveBack, bool Sign, bool Suspend, bool Resume, bool Lose, bool AddNote, bool ReadTimeline);

internal sealed class ViewDealHandler(BrokerageDbContext db, DealRows rows, Actors actors) : IRequestHandler<ViewDeal, DealView>
{
    public async Task<DealView> Handle(ViewDeal request, CancellationToken cancellationToken)
    {
        var reader = await actors.Current(cancellationToken);
        var deal = await db.Deals.AsNoTracking().GetVisibleAsync(request.Id, null, reader, cancellationToken);
        var role = deal.RoleOf(reader);
        return new(
            request.Id, deal.Version, (await rows.Of([deal], reader, cancellationToken))[0], role.ToString(), role is DealRole.Lead ? null : deal.InterestId.Value, deal.OpenedAt,
            deal is { Cooperation: { } cooperation, Amount: { } amount, Currency: { } currency, SignedOn: { } signedOn } ? new(cooperation, amount, currency, signedOn) : null,
            deal.RegistrationNumber, deal.ExitReason, ActionsOf(deal, reader, role));
    }

    private static DealActions ActionsOf(Deal deal, Actor reader, DealRole role)
    {
        var acts = deal.IsInCharge(reader);
        var runs = acts && deal.State is DealState.Open;
        return new(
            Take: deal.MayBeTakenBy(reader), Release: deal.MayBeReleasedBy(reader), MoveForward: runs && deal.Next is not null, MoveBack: runs && deal.Previous is not null,
            Sign: runs && deal.Stage is DealStage.Drafting && deal.MayBeSignedBy(reader), Suspend: runs, Resume: acts && deal.State is DealState.Suspended, Lose: acts && !deal.IsClosed,
            AddNote: deal.MayBeNotedBy(reader), ReadTimeline: role is not DealRole.Lead);
    }
}

internal sealed class ViewDealEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/deals/{id:guid}", (Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new ViewDeal(id), cancellationToken)).WithSummary("One deal, and what you may do with it now").Produces<DealView>();
}
