using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Listings;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features.Interests;

/// <summary>Asks the owner of a listing for a contact, by answering the three questions.</summary>
[RequirePermission(Permissions.ManageDemands)]
internal sealed record SendInterest(Guid ListingId, Guid? DemandId, string CooperationSought, string Missing, string AboutUs) : IRequest<Saved>;

internal sealed class SendInterestValidator : AbstractValidator<SendInterest>
{
    public SendInterestValidator()
    {
        RuleFor(x => x.ListingId).NotEmpty();
        RuleFor(x => x.CooperationSought).NotEmpty().MaximumLength(Interest.AnswerMaxLength);
        RuleFor(x => x.Missing).NotEmpty().MaximumLength(Interest.AnswerMaxLength);
        RuleFor(x => x.AboutUs).NotEmpty().MaximumLength(Interest.AnswerMaxLength);
    }
}

internal sealed class SendInterestHandler(BrokerageDbContext db, IMediator mediator, ReplyClocks replies, Actors actors, TimeProvider clock) : IRequestHandler<SendInterest, Saved>
{
    public async Task<Saved> Handle(SendInterest request, CancellationToken cancellationToken)
    {
        var listing = (await mediator.Send(new GetListings([request.ListingId]), cancellationToken)).GetValueOrDefault(request.ListingId)
            ?? throw new NotFoundException("Listing", request.ListingId);
        var (actor, now) = (await actors.Current(cancellationToken), clock.GetUtcNow());
        // What is not on the market is nobody's business but its owner's, not even that it is there.
        if (!listing.IsPublished && !actor.ActsFor(listing.OrganisationId)) throw new NotFoundException("Listing", request.ListingId);
        var demand = await FindDemand(request.DemandId, cancellationToken);
        var clocks = await replies.For(listing.OrganisationId, MarketDay.Of(now), cancellationToken);
        var interest = Interest.Send(
            listing, demand, actor, new(request.CooperationSought, request.Missing, request.AboutUs), clocks,
            await HasOpen(request.ListingId, actor, cancellationToken), now);
        db.Interests.Add(interest);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // A colleague may have sent theirs in the same moment; the unique index let one through.
            db.ChangeTracker.Clear();
            Rule.Require(!await HasOpen(request.ListingId, actor, cancellationToken), InterestErrors.AlreadyOpen);
            throw;
        }
        return new(interest.Id.Value, interest.Version);
    }

    private async Task<DemandCard?> FindDemand(Guid? id, CancellationToken cancellationToken)
    {
        if (id is not { } demandId) return null;
        // Unknown and foreign are told alike: which needs exist is not the sender's to find out here.
        return (await mediator.Send(new GetDemands([demandId]), cancellationToken)).GetValueOrDefault(demandId)
            ?? throw new RuleViolationException(InterestErrors.NotOwnDemand);
    }

    private Task<bool> HasOpen(Guid listingId, Actor actor, CancellationToken cancellationToken) =>
        db.Interests.AnyAsync(interest => interest.ListingId == listingId && interest.OpenFor != null && interest.OpenFor == actor.OrganisationId, cancellationToken);
}

/// <summary>By when an interest must be acknowledged and answered: the working days of the receiver's place, or of the market where its pack is silent.</summary>
internal sealed class ReplyClocks(IRulePacks rules, IWorkingDays workingDays, IMediator mediator)
{
    public async Task<ReplyClock> For(Guid receiver, DateOnly day, CancellationToken cancellationToken)
    {
        var organisation = (await mediator.Send(new GetOrganisations([receiver]), cancellationToken)).GetValueOrDefault(receiver);
        var pack = organisation is null ? RulePackNames.Market : rules.PackOf(organisation.Country, organisation.Region);
        return new(After("interest.acknowledgeWorkingDays"), After("interest.answerWorkingDays"));

        DateOnly After(string key) => workingDays.After(
            day, (int)(rules.Number(pack, key, day) ?? rules.Number(RulePackNames.Market, key, day) ?? throw new InvalidOperationException($"The rule packs lack {key}.")));
    }
}

internal sealed class SendInterestEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/interests", async (SendInterest body, IMediator mediator, CancellationToken cancellationToken) =>
    {
        var saved = await mediator.Send(body, cancellationToken);
        return TypedResults.Created($"/api/interests/{saved.Id}", saved);
    }).WithSummary("Send an interest in a published listing");
}
