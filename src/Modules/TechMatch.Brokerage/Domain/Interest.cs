using TechMatch.Integration.Demands;
using TechMatch.Integration.Listings;
using TechMatch.Shared.Domain;

namespace TechMatch.Brokerage.Domain;

internal readonly record struct InterestId(Guid Value) : ITypedId<InterestId>
{
    public static InterestId From(Guid value) => new(value);
}

internal enum InterestState
{
    Sent,
    Acknowledged,
    Accepted,
    Declined,
    Expired,
    Withdrawn,

    /// <summary>The listing or the need left the market before there was an answer.</summary>
    Lapsed,
}

/// <summary>The answers to the three questions that every interest must answer.</summary>
/// <param name="CooperationSought">What kind of cooperation is sought.</param>
/// <param name="Missing">What is missing or unclear in the listing.</param>
/// <param name="AboutUs">Who is asking, and how to reach them.</param>
internal sealed record InterestAnswers(string CooperationSought, string Missing, string AboutUs);

/// <summary>By when the receiver must react; both days are still in time.</summary>
internal sealed record ReplyClock(DateOnly AcknowledgeBy, DateOnly AnswerBy);

/// <summary>
/// 意向: somebody is interested in a listing and asks its owner for a contact. Between two organisations only; accepted, it
/// opens a <see cref="Deal"/>.
/// </summary>
internal sealed class Interest : Aggregate
{
    public const int AnswerMaxLength = 2000;
    public const int NoteMaxLength = 2000;
    public const int CodeMaxLength = 40;

    private Interest()
    {
    }

    public InterestId Id { get; private init; }

    public Guid ListingId { get; private init; }

    public Guid? DemandId { get; private init; }

    public Guid SenderOrganisationId { get; private init; }

    public Guid? SenderId { get; private init; }

    public Guid ReceiverOrganisationId { get; private init; }

    /// <summary>The sender's name is kept from the receiver until the interest is accepted. Fixed when sent: a promise outlives a later edit of the need.</summary>
    public bool IsAnonymous { get; private init; }

    public string CooperationSought { get; private init; } = "";

    public string Missing { get; private init; } = "";

    public string AboutUs { get; private init; } = "";

    public InterestState State { get; private set; }

    /// <summary>The sender's organisation while the interest is open, null afterwards: unique with the listing, so that two sent at once cannot both stay.</summary>
    public Guid? OpenFor { get; private set; }

    public DateTimeOffset SentAt { get; private init; }

    public DateOnly AcknowledgeBy { get; private init; }

    public DateOnly AnswerBy { get; private init; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public Guid? AnsweredById { get; private set; }

    public string? DeclineReason { get; private set; }

    public string? Note { get; private set; }

    public Guid? DealId { get; private set; }

    public bool IsOpen => State is InterestState.Sent or InterestState.Acknowledged;

    public static Interest Send(ListingCard listing, DemandCard? demand, Actor sender, InterestAnswers answers, ReplyClock clock, bool hasOpen, DateTimeOffset now)
    {
        Rule.Require(sender.OrganisationId is not null, InterestErrors.NoOrganisation);
        var organisation = sender.OrganisationId.Value;
        Rule.Require(!sender.ActsFor(listing.OrganisationId), InterestErrors.OwnListing);
        Rule.Require(listing.IsPublished, InterestErrors.ListingNotPublished);
        Rule.Require(demand is null || sender.ActsFor(demand.OrganisationId), InterestErrors.NotOwnDemand);
        Rule.Require(!hasOpen, InterestErrors.AlreadyOpen);
        return new()
        {
            Id = NewId.At<InterestId>(now),
            ListingId = listing.Id,
            DemandId = demand?.Id,
            SenderOrganisationId = organisation,
            SenderId = sender.PersonId,
            ReceiverOrganisationId = listing.OrganisationId,
            IsAnonymous = demand?.IsAnonymous ?? false,
            CooperationSought = answers.CooperationSought.Trim(),
            Missing = answers.Missing.Trim(),
            AboutUs = answers.AboutUs.Trim(),
            OpenFor = organisation,
            SentAt = now,
            AcknowledgeBy = clock.AcknowledgeBy,
            AnswerBy = clock.AnswerBy,
            ChangedAt = now,
        };
    }

    public bool IsVisibleTo(Actor actor) => actor.IsOperator || actor.ActsFor(SenderOrganisationId) || actor.ActsFor(ReceiverOrganisationId);

    public bool ShowsSenderTo(Actor actor) => !IsAnonymous || State is InterestState.Accepted || actor.IsOperator || actor.ActsFor(SenderOrganisationId);

    public bool MayBeAnsweredBy(Actor actor, DateTimeOffset now) => IsOpen && IsInTime(now) && actor.ActsFor(ReceiverOrganisationId);

    public bool MayBeWithdrawnBy(Actor actor) => IsOpen && actor.ActsFor(SenderOrganisationId);

    /// <summary>Tells the sender that somebody has read it and will answer.</summary>
    public void Acknowledge(Actor by, DateTimeOffset now)
    {
        RequireAnswerable(by, now);
        Rule.Require(State is InterestState.Sent, InterestErrors.AlreadyAcknowledged);
        State = InterestState.Acknowledged;
        AcknowledgedAt = ChangedAt = now;
    }

    /// <summary>Opens the deal; it must be saved together with this interest.</summary>
    public Deal Accept(Actor by, DateTimeOffset now)
    {
        RequireAnswerable(by, now);
        var deal = Deal.Open(this, by, now);
        DealId = deal.Id.Value;
        Answer(InterestState.Accepted, by, now);
        return deal;
    }

    /// <summary>Says no, with a reason that helps the sender and the matching.</summary>
    public void Decline(string reason, string? note, Actor by, DateTimeOffset now)
    {
        RequireAnswerable(by, now);
        DeclineReason = reason;
        Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        Answer(InterestState.Declined, by, now);
    }

    /// <summary>The sender takes it back.</summary>
    public void Withdraw(Actor by, DateTimeOffset now)
    {
        Rule.Require(by.ActsFor(SenderOrganisationId), InterestErrors.NotSender);
        Rule.Require(IsOpen, InterestErrors.Closed);
        Close(InterestState.Withdrawn, now);
    }

    /// <summary>Ends an interest that was not answered in time.</summary>
    /// <returns>False when it is closed already or there is still time.</returns>
    public bool ExpireIfDue(DateTimeOffset now)
    {
        if (!IsOpen || IsInTime(now)) return false;
        Close(InterestState.Expired, now);
        return true;
    }

    /// <summary>Ends an interest whose listing or need is no longer on the market.</summary>
    /// <returns>False when it is closed already.</returns>
    public bool Lapse(DateTimeOffset now)
    {
        if (!IsOpen) return false;
        Close(InterestState.Lapsed, now);
        return true;
    }

    private bool IsInTime(DateTimeOffset now) => MarketDay.Of(now) <= AnswerBy;

    private void RequireAnswerable(Actor by, DateTimeOffset now)
    {
        Rule.Require(by.ActsFor(ReceiverOrganisationId), InterestErrors.NotReceiver);
        Rule.Require(IsOpen, InterestErrors.Closed);
        Rule.Require(IsInTime(now), InterestErrors.TooLate);
    }

    private void Answer(InterestState state, Actor by, DateTimeOffset now)
    {
        AcknowledgedAt ??= now;
        AnsweredById = by.PersonId;
        Close(state, now);
    }

    private void Close(InterestState state, DateTimeOffset now)
    {
        State = state;
        OpenFor = null;
        ClosedAt = ChangedAt = now;
    }
}
