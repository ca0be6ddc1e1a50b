using MediatR;
using Microsoft.EntityFrameworkCore;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Listings;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;

namespace TechMatch.Brokerage.Features.Interests;

/// <summary>What a person should know before they write an interest.</summary>
[RequirePermission(Permissions.ManageDemands)]
internal sealed record PrepareInterest(Guid ListingId, Guid? DemandId) : IRequest<InterestDraft>;

/// <param name="DemandTitle">The need that stands behind it; null for none, or when it is not the reader's.</param>
/// <param name="IsAnonymous">The reader's name is kept from the owner until the owner accepts.</param>
/// <param name="AnswerBy">By when the owner answers if it is sent today.</param>
/// <param name="OpenInterestId">One that is open already; null when a new one can be sent.</param>
internal sealed record InterestDraft(string ListingTitle, string Owner, string? DemandTitle, bool IsAnonymous, DateOnly AnswerBy, Guid? OpenInterestId);

internal sealed class PrepareInterestHandler(BrokerageDbContext db, IMediator mediator, ReplyClocks replies, Actors actors, TimeProvider clock) : IRequestHandler<PrepareInterest, InterestDraft>
{
    public async Task<InterestDraft> Handle(PrepareInterest request, CancellationToken cancellationToken)
    {
        var reader = await actors.Current(cancellationToken);
        var listing = (await mediator.Send(new GetListings([request.ListingId]), cancellationToken)).GetValueOrDefault(request.ListingId);
        // A draft of another organisation is nothing to the reader.
        if (listing is null || (!listing.IsPublished && !reader.ActsFor(listing.OrganisationId))) throw new NotFoundException("Listing", request.ListingId);
        var owner = (await mediator.Send(new GetOrganisations([listing.OrganisationId]), cancellationToken)).GetValueOrDefault(listing.OrganisationId);
        var demand = request.DemandId is { } id ? (await mediator.Send(new GetDemands([id]), cancellationToken)).GetValueOrDefault(id) : null;
        if (demand is not null && !reader.ActsFor(demand.OrganisationId)) demand = null;
        var open = await db.Interests.AsNoTracking()
            .Where(interest => interest.ListingId == request.ListingId && interest.OpenFor != null && interest.OpenFor == reader.OrganisationId)
            .Select(interest => (InterestId?)interest.Id).FirstOrDefaultAsync(cancellationToken);
        var answerBy = (await replies.For(listing.OrganisationId, MarketDay.Of(clock.GetUtcNow()), cancellationToken)).AnswerBy;
        return new(listing.Title, owner?.Name ?? "", demand?.Title, demand?.IsAnonymous ?? false, answerBy, open?.Value);
    }
}
