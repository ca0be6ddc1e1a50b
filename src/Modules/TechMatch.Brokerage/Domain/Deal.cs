using TechMatch.Shared.Domain;

namespace TechMatch.Brokerage.Domain;

internal readonly record struct DealId(Guid Value) : ITypedId<DealId>
{
    public static DealId From(Guid value) => new(value);
}

/// <summary>What a person is to a deal; it decides what they see.</summary>
internal enum DealRole
{
    /// <summary>May not know that there is such a deal.</summary>
    None,

    /// <summary>A broker who may take it: sees what it is about, not what the companies wrote.</summary>
    Lead,

    /// <summary>An operator: sees all, acts on nothing but the broker's seat.</summary>
    Observer,

    /// <summary>Acts for one of the two organisations.</summary>
    Party,

    /// <summary>The broker in charge.</summary>
    Broker,
}

/// <summary>What was agreed when the deal was signed.</summary>
/// <param name="Cooperation">A code of cooperation-mode.</param>
/// <param name="Amount">The contract's total in whole units of the currency.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="SignedOn">The day of signing.</param>
internal sealed record DealTerms(string Cooperation, decimal Amount, string Currency, DateOnly SignedOn);

/// <summary>
/// Two organisations on their way from a first contact to a fulfilled contract. In charge is the broker who took it; as
/// long as nobody did, anyone of the two organisations.
/// </summary>
internal sealed class Deal : Aggregate
{
    public const int NoteMaxLength = 2000;
    public const int CodeMaxLength = 40;
    public const int CurrencyLength = 3;
    public const int RegistrationNumberMaxLength = 60;
    public const decimal AmountMax = 1_000_000_000_000m;

    private readonly List<DealEvent> events = [];

    private Deal()
    {
    }

    public DealId Id { get; private init; }

    public InterestId InterestId { get; private init; }

    public Guid ListingId { get; private init; }

    public Guid? DemandId { get; private init; }

    public Guid SellerOrganisationId { get; private init; }

    public Guid BuyerOrganisationId { get; private init; }

    /// <summary>Brokers who look for deals to take are not told who the buyer is.</summary>
    public bool BuyerIsAnonymous { get; private init; }

    public DealStage Stage { get; private set; }

    public DealState State { get; private set; }

    public DateTimeOffset OpenedAt { get; private init; }

    public DateTimeOffset StageSince { get; private set; }

    public Guid? BrokerId { get; private set; }

    public string? Cooperation { get; private set; }

    public decimal? Amount { get; private set; }

    public string? Currency { get; private set; }

    public DateOnly? SignedOn { get; private set; }

    public Guid? ContractId { get; private set; }

    /// <summary>The version of the contract that was seen last; an older one changes nothing.</summary>
    public long ContractVersion { get; private set; }

    public string? RegistrationNumber { get; private set; }

    public string? ExitReason { get; private set; }

    /// <summary>How many events there are; they are not loaded for adding one.</summary>
    public int EventCount { get; private set; }

    public IReadOnlyCollection<DealEvent> Events => events;

    public bool IsClosed => State is DealState.Lost or DealState.Completed;

    public bool IsSigned => Stage >= DealStage.Signed;

    public bool IsRegistered => RegistrationNumber is not null;

    public DealStage? Next => DealStages.Next(Stage, IsRegistered);

    public DealStage? Previous => DealStages.Previous(Stage, IsRegistered);

    /// <summary>Called by <see cref="Interest.Accept"/> only.</summary>
    public static Deal Open(Interest interest, Actor by, DateTimeOffset now)
    {
        var deal = new Deal
        {
            Id = NewId.At<DealId>(now),
            InterestId = interest.Id,
            ListingId = interest.ListingId,
            DemandId = interest.DemandId,
            SellerOrganisationId = interest.ReceiverOrganisationId,
            BuyerOrganisationId = interest.SenderOrganisationId,
            BuyerIsAnonymous = interest.IsAnonymous,
            OpenedAt = now,
            StageSince = now,
        };
        deal.Note(DealEventKind.Opened, by, now);
        return deal;
    }

    public DealRole RoleOf(Actor actor)
    {
        if (BrokerId is not null && BrokerId == actor.PersonId) return DealRole.Broker;
        if (IsParty(actor)) return DealRole.Party;
        if (actor.IsOperator) return DealRole.Observer;
        return actor.IsBroker && IsLead ? DealRole.Lead : DealRole.None;
    }

    public bool IsInCharge(Actor actor) => RoleOf(actor) is var role && (role is DealRole.Broker || (role is DealRole.Party && BrokerId is null));

    public bool MayBeTakenBy(Actor actor) => actor.IsBroker && actor.PersonId is not null && IsLead && !IsParty(actor);

    public bool MayBeReleasedBy(Actor actor) => BrokerId is not null && !IsClosed && (RoleOf(actor) is DealRole.Broker || actor.IsOperator);

    /// <summary>A signature takes the technology off the market, so a buyer alone cannot record one.</summary>
    public bool MayBeSignedBy(Actor actor) => IsInCharge(actor) && (RoleOf(actor) is DealRole.Broker || actor.ActsFor(SellerOrganisationId));

    public bool MayBeNotedBy(Actor actor) => RoleOf(actor) is DealRole.Broker or DealRole.Party;

    /// <summary>A broker takes charge.</summary>
    public void Take(Actor by, DateTimeOffset now)
    {
        Rule.Require(!IsParty(by), DealErrors.BrokerIsParty);
        Rule.Require(BrokerId is null, DealErrors.HasBroker);
        RequireRunning();
        Rule.Require(!IsSigned, DealErrors.TooLateToTake);
        BrokerId = by.PersonId;
        Note(DealEventKind.BrokerTook, by, now);
    }

    /// <summary>The broker hands the deal back, or an operator takes it from them.</summary>
    public void Release(Actor by, DateTimeOffset now)
    {
        Rule.Require(BrokerId is not null, DealErrors.NoBroker);
        Rule.Require(RoleOf(by) is DealRole.Broker || by.IsOperator, DealErrors.NotInCharge);
        Rule.Require(!IsClosed, DealErrors.Closed);
        Note(DealEventKind.BrokerLeft, by, now);
        BrokerId = null;
    }

    /// <summary>One step forward, or one step back with a reason.</summary>
    public void Move(DealStage to, string? note, Actor by, DateTimeOffset now)
    {
        RequireInCharge(by);
        RequireRunning();
        Rule.Require(Stage is not DealStage.Drafting || to is not DealStage.Signed, DealErrors.SignatureNeeded);
        Rule.Require(Stage is not DealStage.Effective || to is not DealStage.Registered || IsRegistered, DealErrors.RegistrationNeeded);
        Rule.Require(!IsSigned || to >= DealStage.Signed, DealErrors.AlreadySigned);
        Rule.Require(to == Next || to == Previous, DealErrors.CannotSkip);
        var back = to < Stage;
        Rule.Require(!back || !string.IsNullOrWhiteSpace(note), DealErrors.ReasonMissing);
        GoTo(to, now);
        if (to is DealStage.Completed) State = DealState.Completed;
        Note(back ? DealEventKind.MovedBack : DealEventKind.MovedForward, by, now, note);
    }

    /// <summary>Both sides have signed on these terms; the broker says so, or the seller, whose technology it is.</summary>
    public void Sign(DealTerms terms, Actor by, DateTimeOffset now)
    {
        RequireInCharge(by);
        Rule.Require(MayBeSignedBy(by), DealErrors.BuyerCannotSign);
        RequireRunning();
        Rule.Require(Stage is DealStage.Drafting, DealErrors.NotDrafting);
        Rule.Require(terms.Amount > 0, DealErrors.AmountNotPositive);
        Rule.Require(terms.SignedOn <= MarketDay.Of(now), DealErrors.SignedInFuture);
        (Cooperation, Amount, Currency, SignedOn) = (terms.Cooperation, terms.Amount, terms.Currency, terms.SignedOn);
        GoTo(DealStage.Signed, now);
        Note(DealEventKind.Signed, by, now);
    }

    /// <summary>
    /// The registrar has registered the contract. A fact, not a wish: it is written down whatever the deal's state, and moves
    /// the deal on when it is signed and not further than registered.
    /// </summary>
    /// <returns>False when a newer version of the contract was seen before.</returns>
    public bool Register(Guid contractId, long contractVersion, string registrationNumber, DateTimeOffset now)
    {
        if (contractVersion <= ContractVersion && ContractId == contractId) return false;
        (ContractId, ContractVersion, RegistrationNumber) = (contractId, contractVersion, registrationNumber);
        if (Stage is (DealStage.Signed or DealStage.Effective) && State is not DealState.Lost) GoTo(DealStage.Registered, now);
        Note(DealEventKind.Registered, new(null, null), now, detail: registrationNumber);
        return true;
    }

    /// <summary>The deal rests; it can be resumed where it stands.</summary>
    public void Suspend(string note, Actor by, DateTimeOffset now)
    {
        RequireInCharge(by);
        RequireRunning();
        Rule.Require(!string.IsNullOrWhiteSpace(note), DealErrors.ReasonMissing);
        State = DealState.Suspended;
        Note(DealEventKind.Suspended, by, now, note);
    }

    /// <summary>The deal goes on.</summary>
    public void Resume(string? note, Actor by, DateTimeOffset now)
    {
        RequireInCharge(by);
        Rule.Require(State is DealState.Suspended, DealErrors.NotSuspended);
        State = DealState.Open;
        Note(DealEventKind.Resumed, by, now, note);
    }

    /// <summary>The deal ends without success.</summary>
    public void Lose(string reason, string? note, Actor by, DateTimeOffset now)
    {
        RequireInCharge(by);
        Rule.Require(!IsClosed, DealErrors.Closed);
        State = DealState.Lost;
        ExitReason = reason;
        Note(DealEventKind.Lost, by, now, note, reason);
    }

    /// <summary>Writes a note for all who take part; after the end of the deal too.</summary>
    public void AddNote(string note, Actor by, DateTimeOffset now)
    {
        Rule.Require(MayBeNotedBy(by), DealErrors.NotTakingPart);
        Note(DealEventKind.Note, by, now, note);
    }

    private bool IsLead => BrokerId is null && State is DealState.Open && !IsSigned;

    private bool IsParty(Actor actor) => actor.ActsFor(SellerOrganisationId) || actor.ActsFor(BuyerOrganisationId);

    private void RequireInCharge(Actor by) => Rule.Require(IsInCharge(by), DealErrors.NotInCharge);

    private void RequireRunning()
    {
        Rule.Require(!IsClosed, DealErrors.Closed);
        Rule.Require(State is not DealState.Suspended, DealErrors.Suspended);
    }

    private void GoTo(DealStage stage, DateTimeOffset now)
    {
        Stage = stage;
        StageSince = now;
    }

    private void Note(DealEventKind kind, Actor by, DateTimeOffset now, string? note = null, string? detail = null)
    {
        ChangedAt = now;
        events.Add(new()
        {
            DealId = Id,
            Number = ++EventCount,
            Kind = kind,
            At = now,
            ActorId = by.PersonId,
            Stage = Stage,
            Detail = detail,
            Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
        });
    }
}
