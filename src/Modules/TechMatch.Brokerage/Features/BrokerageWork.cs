using Microsoft.EntityFrameworkCore;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Features.Deals;
using TechMatch.Brokerage.Persistence;
using TechMatch.Integration;
using TechMatch.Shared.Domain;

namespace TechMatch.Brokerage.Features;

/// <summary>What waits for those who answer interests, and for brokers.</summary>
internal sealed class BrokerageWork(BrokerageDbContext db, Actors actors, TimeProvider clock) : IWaitingWork
{
    /// <summary>An interest whose last day for an answer is no further away is urgent.</summary>
    public const int UrgentDays = 2;

    public async Task<IReadOnlyList<WaitingItem>> ForCurrentUser(CancellationToken cancellationToken)
    {
        var reader = await actors.Current(cancellationToken);
        var items = new List<WaitingItem>();
        if (reader.OrganisationId is { } organisation)
        {
            var urgent = clock.Today().AddDays(UrgentDays);
            var open = db.Interests.Where(interest => interest.ReceiverOrganisationId == organisation && interest.OpenFor != null);
            items.Add(new("brokerage.waiting.interests-urgent", await open.CountAsync(interest => interest.AnswerBy <= urgent, cancellationToken), "/interests?direction=Incoming", "clock", IsUrgent: true));
            items.Add(new("brokerage.waiting.interests", await open.CountAsync(interest => interest.AnswerBy > urgent, cancellationToken), "/interests?direction=Incoming", "mail"));
        }
        if (reader.IsBroker)
        {
            var mine = db.Deals.Where(deal => deal.BrokerId == reader.PersonId && deal.State == DealState.Open && DealStages.BeforeSigning.Contains(deal.Stage));
            items.Add(new("brokerage.waiting.deals", await mine.CountAsync(cancellationToken), "/deals", "heart-handshake"));
            items.Add(new("brokerage.waiting.leads", await db.Deals.For(reader, DealTab.Leads).CountAsync(cancellationToken), "/deals?tab=Leads", "search"));
        }
        return items;
    }
}
