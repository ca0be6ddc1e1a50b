using TechMatch.Integration.Brokerage;
using TechMatch.Shared.Domain;

namespace TechMatch.Contracts.Domain;

/// <summary>A technology contract (技术合同) that came from a signed deal, and its registration (认定登记).</summary>
internal sealed class TechnologyContract : Aggregate
{
    public const int NameMaxLength = 300;
    public const int CodeMaxLength = 40;
    public const int CurrencyLength = 3;
    public const int NoteMaxLength = 1000;
    public const int NumberMaxLength = 16;
    public const decimal AmountMax = 1_000_000_000_000m;

    /// <summary>Below this many yuan an amount was probably written in units of ten thousand.</summary>
    public const decimal SmallAmount = 1_000m;

    private readonly List<RegistrationStep> steps = [];

    private TechnologyContract()
    {
    }

    public ContractId Id { get; private set; }

    public Guid DealId { get; private set; }

    public Guid ListingId { get; private set; }

    public Guid? BrokerId { get; private set; }

    public Guid SellerId { get; private set; }

    public string? SellerRegion { get; private set; }

    public string SellerCountry { get; private set; } = "";

    public Guid BuyerId { get; private set; }

    public string? BuyerRegion { get; private set; }

    public string BuyerCountry { get; private set; } = "";

    public Party Seller
    {
        get => new(SellerId, SellerRegion, SellerCountry);
        private set => (SellerId, SellerRegion, SellerCountry) = (value.OrganisationId, value.Region, value.Country);
    }

    public Party Buyer
    {
        get => new(BuyerId, BuyerRegion, BuyerCountry);
        private set => (BuyerId, BuyerRegion, BuyerCountry) = (value.OrganisationId, value.Region, value.Country);
    }

    public LocalizedText ProjectName { get; private set; } = LocalizedText.None;

    /// <summary>What the deal agreed on, a code of cooperation-mode; the class was proposed from it.</summary>
    public string Cooperation { get; private set; } = "";

    public string Type { get; private set; } = "";

    public string? Subtype { get; private set; }

    /// <summary>合同成交总额.</summary>
    public decimal TotalAmount { get; private set; }

    /// <summary>技术交易额: the total without what is paid for equipment, parts and material.</summary>
    public decimal? TechnicalAmount { get; private set; }

    public string Currency { get; private set; } = "";

    public DateOnly SignedOn { get; private set; }

    public DateOnly? StartsOn { get; private set; }

    public DateOnly? EndsOn { get; private set; }

    public string? PaymentForm { get; private set; }

    public string? Field { get; private set; }

    public string? PlanSource { get; private set; }

    public string? Objective { get; private set; }

    public bool? IsRelatedParty { get; private set; }

    public ContractState State { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public RegistrationClock Clock { get; private set; } = RegistrationClock.Unset;

    /// <summary>The last day for a decision, kept so that the queue can be read in its order.</summary>
    public DateOnly? DueOn { get; private set; }

    public string? RegistrationNumber { get; private set; }

    public DateOnly? RegisteredOn { get; private set; }

    /// <summary>A code of flow; set when the contract is submitted.</summary>
    public string? FlowCode { get; private set; }

    public IReadOnlyList<RegistrationStep> Steps => steps;

    /// <summary>The facts that the form still lacks, by property.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. Lacks(ProjectName.IsEmpty, nameof(ProjectName)), .. Lacks(Subtype is null, nameof(Subtype)), .. Lacks(TechnicalAmount is null, nameof(TechnicalAmount)),
        .. Lacks(StartsOn is null, nameof(StartsOn)), .. Lacks(EndsOn is null, nameof(EndsOn)), .. Lacks(PaymentForm is null, nameof(PaymentForm)),
        .. Lacks(Field is null, nameof(Field)), .. Lacks(PlanSource is null, nameof(PlanSource)), .. Lacks(Objective is null, nameof(Objective)),
        .. Lacks(IsRelatedParty is null, nameof(IsRelatedParty)),
    ];

    public bool IsParty(Guid? organisationId) => organisationId is { } id && (id == SellerId || id == BuyerId);

    public bool IsOpenForChange => State is ContractState.Recorded or ContractState.Returned or ContractState.NotRegistered;

    /// <summary>Yuan and ten thousand yuan are the classic confusion of this form.</summary>
    public static bool LooksTooSmall(decimal amount, string currency) => currency == "CNY" && amount < SmallAmount;

    public bool IsOverdue(DateOnly today) => State is ContractState.Accepted && DueOn < today;

    public static TechnologyContract Draft(
        ContractId id, DealSigned deal, Party seller, Party buyer, Guid? brokerId, LocalizedText projectName, string? field, string? ipKind, DateTimeOffset now) => new()
        {
            Id = id,
            DealId = deal.DealId,
            ListingId = deal.ListingId,
            BrokerId = brokerId,
            Seller = seller,
            Buyer = buyer,
            ProjectName = new LocalizedText(Cut(projectName.Zh), Cut(projectName.En)).Clean(),
            Cooperation = deal.Cooperation,
            // A cooperation of a later version: the most general class until the seller says otherwise.
            Type = Classification.Type(deal.Cooperation) ?? Classification.Service,
            Subtype = Classification.Subtype(deal.Cooperation, ipKind),
            TotalAmount = deal.Amount,
            Currency = deal.Currency,
            SignedOn = deal.SignedOn,
            Field = field,
            State = ContractState.Recorded,
            ChangedAt = now,
        };

    public void Complete(ContractFacts facts, DateTimeOffset now)
    {
        Rule.Require(IsOpenForChange, ContractErrors.Sealed);
        RequireAmounts(facts.TotalAmount, facts.TechnicalAmount);
        Rule.Require(facts.StartsOn is not { } start || facts.EndsOn is not { } end || start <= end, ContractErrors.Period);
        ProjectName = facts.ProjectName.Clean();
        (Type, Subtype) = (facts.Type, facts.Subtype);
        (TotalAmount, TechnicalAmount, Currency) = (facts.TotalAmount, facts.TechnicalAmount, facts.Currency);
        (StartsOn, EndsOn) = (facts.StartsOn, facts.EndsOn);
        (PaymentForm, Field, PlanSource, Objective) = (facts.PaymentForm, facts.Field, facts.PlanSource, facts.Objective);
        IsRelatedParty = facts.IsRelatedParty;
        ChangedAt = now;
    }

    /// <summary>The seller applies. A contract refused before starts anew; one that was sent back keeps its clock.</summary>
    public void Submit(Party seller, Party buyer, Actor actor, DateTimeOffset now)
    {
        Rule.Require(IsOpenForChange, ContractErrors.AlreadyApplied);
        Rule.Require(Missing.Count == 0, ContractErrors.Incomplete, Missing.Count);
        RequireAmounts(TotalAmount, TechnicalAmount);
        // Registration is at the seller's place; an import has none.
        Rule.Require(seller.IsOnTheMainland, ContractErrors.SellerAbroad);
        var flow = Flow.Between(seller, buyer);
        Rule.Require(flow is not null, ContractErrors.RegionMissing);
        if (State is ContractState.NotRegistered) Clock = RegistrationClock.Unset;
        (Seller, Buyer, FlowCode, SubmittedAt) = (seller, buyer, flow, now);
        Go(ContractState.Submitted, actor, null, now);
    }

    public void Accept(int? decisionDays, DateOnly today, Actor actor, DateTimeOffset now)
    {
        RequireOutsider(actor);
        Rule.Require(State is ContractState.Submitted, ContractErrors.NotSubmitted);
        Clock = Clock.Start(today, decisionDays);
        Go(ContractState.Accepted, actor, null, now);
    }

    public void Return(string reason, DateOnly today, Actor actor, DateTimeOffset now)
    {
        RequireOutsider(actor);
        Rule.Require(State is ContractState.Submitted or ContractState.Accepted, ContractErrors.NotUnderReview);
        Clock = Clock.Stop(today);
        Go(ContractState.Returned, actor, reason, now);
    }

    public void Register(RegistrationFindings findings, DateOnly today, Actor actor, DateTimeOffset now)
    {
        RequireOutsider(actor);
        Rule.Require(State is ContractState.Accepted, ContractErrors.NotAccepted);
        Rule.Require(RegistrationRules.IsNumber(findings.Number), ContractErrors.NumberShape);
        Rule.Require(findings.RegisteredOn >= SignedOn, ContractErrors.RegisteredTooEarly);
        Rule.Require(findings.RegisteredOn <= today, ContractErrors.RegisteredInFuture);
        RequireAmounts(TotalAmount, findings.TechnicalAmount);
        (Type, Subtype, TechnicalAmount) = (findings.Type, findings.Subtype, findings.TechnicalAmount);
        (RegistrationNumber, RegisteredOn) = (findings.Number, findings.RegisteredOn);
        Clock = Clock.Stop(today);
        Go(ContractState.Registered, actor, findings.Number, now);
    }

    public void Refuse(string reason, DateOnly today, Actor actor, DateTimeOffset now)
    {
        RequireOutsider(actor);
        Rule.Require(State is ContractState.Accepted, ContractErrors.NotAccepted);
        Clock = Clock.Stop(today);
        Go(ContractState.NotRegistered, actor, reason, now);
    }

    private void Go(ContractState state, Actor actor, string? note, DateTimeOffset now)
    {
        State = state;
        DueOn = Clock.DueOn;
        steps.Add(new(Id, steps.Count + 1, state, now, actor.Name, note));
        ChangedAt = now;
    }

    private void RequireOutsider(Actor actor) => Rule.Require(!IsParty(actor.OrganisationId), ContractErrors.OwnContract);

    private static void RequireAmounts(decimal total, decimal? technical)
    {
        Rule.Require(total > 0, ContractErrors.TotalAmount);
        Rule.Require(technical is null || (technical >= 0 && technical <= total), ContractErrors.TechnicalAmount);
    }

    private static string? Cut(string? text) => text is { Length: > NameMaxLength } ? text[..NameMaxLength] : text;

    private static IEnumerable<string> Lacks(bool missing, string property) => missing ? [property] : [];
}
