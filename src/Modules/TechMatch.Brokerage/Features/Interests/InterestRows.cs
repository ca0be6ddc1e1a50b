using MediatR;
using TechMatch.Brokerage.Domain;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Listings;
using TechMatch.Shared.Domain;

namespace TechMatch.Brokerage.Features.Interests;

/// <summary>An organisation that takes part; its name in the reader's language.</summary>
internal sealed record Party(Guid Id, string Name);

/// <summary>An interest in a list.</summary>
/// <param name="Sender">Null while the sender's name is kept from the reader.</param>
/// <param name="IsIncoming">The reader's organisation is the one that answers.</param>
/// <param name="DaysLeft">Calendar days until the last day for an answer; 0 on that day, null when the interest is closed.</param>
internal sealed record InterestRow(
    Guid Id, long Version, string State, Guid ListingId, string ListingTitle, Guid? DemandId, string? DemandTitle, Party? Sender, Party? Receiver, bool IsIncoming,
    DateTimeOffset SentAt, DateOnly AnswerBy, int? DaysLeft, Guid? DealId);

/// <summary>Gives interests the names that other modules own, asking each once per page and never for a name that is hidden.</summary>
internal sealed class InterestRows(IMediator mediator, TimeProvider clock)
{
    public async Task<IReadOnlyList<InterestRow>> Of(IReadOnlyList<Interest> interests, Actor reader, CancellationToken cancellationToken)
    {
        var today = MarketDay.Of(clock.GetUtcNow());
        var listings = await mediator.Send(new GetListings([.. interests.Select(interest => interest.ListingId).Distinct()]), cancellationToken);
        var demands = await mediator.Send(new GetDemands([.. interests.Select(interest => interest.DemandId).OfType<Guid>().Distinct()]), cancellationToken);
        var organisations = await mediator.Send(new GetOrganisations([.. interests.SelectMany(interest => Shown(interest, reader)).Distinct()]), cancellationToken);
        Party? Named(Guid id) => organisations.TryGetValue(id, out var card) ? new(id, card.Name) : null;
        return [.. interests.Select(interest => new InterestRow(
            interest.Id.Value, interest.Version, interest.State.ToString(), interest.ListingId, listings.GetValueOrDefault(interest.ListingId)?.Title ?? "",
            interest.DemandId, interest.DemandId is { } demand ? demands.GetValueOrDefault(demand)?.Title : null,
            interest.ShowsSenderTo(reader) ? Named(interest.SenderOrganisationId) : null, Named(interest.ReceiverOrganisationId), reader.ActsFor(interest.ReceiverOrganisationId),
            interest.SentAt, interest.AnswerBy, interest.IsOpen ? Math.Max(0, interest.AnswerBy.DayNumber - today.DayNumber) : null, interest.DealId))];
    }

    private static IEnumerable<Guid> Shown(Interest interest, Actor reader) =>
        interest.ShowsSenderTo(reader) ? [interest.ReceiverOrganisationId, interest.SenderOrganisationId] : [interest.ReceiverOrganisationId];
}
