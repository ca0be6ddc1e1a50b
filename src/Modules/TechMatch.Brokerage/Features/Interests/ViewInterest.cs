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

namespace TechMatch.Brokerage.Features.Interests;

/// <summary>One interest, for the two organisations and for operators.</summary>
[SignedIn]
internal sealed record ViewInterest(Guid Id) : IRequest<InterestView>;

/// <summary>An interest with its answers, and what the reader may do with it now.</summary>
/// <param name="Summary">What the list shows.</param>
/// <param name="IsAnonymous">The sender is named only once the interest is accepted.</param>
internal sealed record InterestView(
    Guid Id, long Version, InterestRow Summary, bool IsAnonymous, string CooperationSought, string Missing, string AboutUs, DateOnly AcknowledgeBy,
    DateTimeOffset? AcknowledgedAt, DateTimeOffset? ClosedAt, string? DeclineReason, string? Note, bool MayAcknowledge, bool MayAnswer, bool MayWithdraw) : IVersioned;

internal sealed class ViewInterestHandler(BrokerageDbContext db, InterestRows rows, Actors actors, TimeProvider clock) : IRequestHandler<ViewInterest, InterestView>
{
    public async Task<InterestView> Handle(ViewInterest request, CancellationToken cancellationToken)
    {
        var reader = await actors.Current(cancellationToken);
        var interest = await db.Interests.AsNoTracking().GetVisibleAsync(request.Id, null, reader, cancellationToken);
        var mayAnswer = interest.MayBeAnsweredBy(reader, clock.GetUtcNow());
        return new(
            request.Id, interest.Version, (await rows.Of([interest], reader, cancellationToken))[0], interest.IsAnonymous, interest.CooperationSought, interest.Missing,
            interest.AboutUs, interest.AcknowledgeBy, interest.AcknowledgedAt, interest.ClosedAt, interest.DeclineReason, interest.Note,
            mayAnswer && interest.State is InterestState.Sent, mayAnswer, interest.MayBeWithdrawnBy(reader));
    }
}

internal static class VisibleInterests
{
    /// <summary>Loads an interest that the actor may know of; to all others there is none, whatever version they name.</summary>
    public static async Task<Interest> GetVisibleAsync(this IQueryable<Interest> interests, Guid id, long? version, Actor actor, CancellationToken cancellationToken)
    {
        var key = InterestId.From(id);
        var interest = await interests.FirstOrDefaultAsync(row => row.Id == key, cancellationToken);
        if (interest is null || !interest.IsVisibleTo(actor)) throw new NotFoundException(nameof(Interest), id);
        interest.RequireVersion(version);
        return interest;
    }
}

internal sealed class ViewInterestEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/interests/{id:guid}", (Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        mediator.Send(new ViewInterest(id), cancellationToken)).WithSummary("One interest with its three answers").Produces<InterestView>();
}
