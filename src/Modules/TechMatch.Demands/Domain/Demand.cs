using TechMatch.Shared.Domain;
using TechMatch.Shared.Persistence;

namespace TechMatch.Demands.Domain;

internal readonly record struct DemandId(Guid Value) : ITypedId<DemandId>
{
    public static DemandId From(Guid value) => new(value);
}

/// <summary>How far a need is. A need goes onto the market without a review: whoever asks risks only being understood wrongly.</summary>
internal enum DemandStatus
{
    /// <summary>Only its organisation sees it.</summary>
    Draft,

    /// <summary>On the market.</summary>
    Published,

    /// <summary>A partner was found.</summary>
    Solved,

    /// <summary>Its organisation took it back.</summary>
    Withdrawn,

    /// <summary>Its deadline has passed.</summary>
    Expired,
}

internal static class DemandErrors
{
    public static readonly Error NoOrganisation = new("demand.no-organisation", ErrorKind.Forbidden);
    public static readonly Error NotExpired = new("demand.not-expired");
    public static readonly Error NotEditable = new("demand.not-editable");
    public static readonly Error NotPublishable = new("demand.not-publishable");
    public static readonly Error ProblemMissing = new("demand.problem-missing");
    public static readonly Error DeadlinePassed = new("demand.deadline-passed");
    public static readonly Error NotOnMarket = new("demand.not-on-market");
    public static readonly Error Closed = new("demand.closed");
}

/// <summary>What an organisation says of its need, from a form, the API or an imported row.</summary>
internal sealed record DemandDetails(
    LocalizedText Title, LocalizedText Problem, LocalizedText Targets, string? Field, string? Industry, IReadOnlyList<string> Keywords, int? TrlMin,
    IReadOnlyList<string> Cooperation, decimal? BudgetMin, decimal? BudgetMax, string Currency, DateOnly? Deadline, string? Region, bool IsAnonymous);

/// <summary>A technology need of an organisation, which may stay unnamed until it accepts a contact.</summary>
internal sealed class Demand : Aggregate
{
    public const int TitleMaxLength = 200;
    public const int ProblemMaxLength = 20_000;
    public const int TargetsMaxLength = 4_000;
    public const int KeywordsMax = 15;
    public const int KeywordMaxLength = 60;
    public const int CodeMaxLength = 40;
    public const int CurrencyLength = 3;
    public const string UsualCurrency = "CNY";
    public const int ExternalIdMaxLength = 200;
    public const int TrlLowest = 1;
    public const int TrlHighest = 9;
    public const decimal BudgetLimit = 999_999_999_999m;

    private Demand()
    {
    }

    public DemandId Id { get; private set; }

    public Guid OrganisationId { get; private set; }

    /// <summary>What the owner's own system calls it; unique in the organisation. Null for one written here.</summary>
    public string? ExternalId { get; private set; }

    public DemandStatus Status { get; private set; }

    public bool IsAnonymous { get; private set; }

    public LocalizedText Title { get; private set; } = LocalizedText.None;

    public LocalizedText Problem { get; private set; } = LocalizedText.None;

    public LocalizedText Targets { get; private set; } = LocalizedText.None;

    public string? Field { get; private set; }

    public string? Industry { get; private set; }

    public IReadOnlyList<string> Keywords { get; private set; } = [];

    public int? TrlMin { get; private set; }

    /// <summary>Codes of cooperation-mode as <see cref="CodeSet"/> writes them.</summary>
    public string CooperationCodes { get; private set; } = "";

    public decimal? BudgetMin { get; private set; }

    public decimal? BudgetMax { get; private set; }

    public string Currency { get; private set; } = UsualCurrency;

    public DateOnly? Deadline { get; private set; }

    public string? Region { get; private set; }

    /// <summary>The province of <see cref="Region"/>, for filters and counts.</summary>
    public string? Province { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public bool IsPublished => Status is DemandStatus.Published;

    public static Demand Draft(Guid? organisationId, DemandDetails details, DateTimeOffset now, string? externalId = null)
    {
        Rule.Require(organisationId is not null, DemandErrors.NoOrganisation);
        var demand = new Demand { Id = NewId.At<DemandId>(now), OrganisationId = organisationId.Value, ExternalId = externalId, CreatedAt = now };
        demand.Take(details, now);
        return demand;
    }

    /// <summary>A published need stays on the market while it is improved.</summary>
    public void Revise(DemandDetails details, DateTimeOffset now)
    {
        Rule.Require(Status is DemandStatus.Draft or DemandStatus.Published or DemandStatus.Expired, DemandErrors.NotEditable);
        if (IsPublished) RequirePublishable(details.Problem, details.Deadline, now);
        Take(details, now);
    }

    /// <summary>Puts a draft on the market, or an expired need whose deadline was moved.</summary>
    public void Publish(DateTimeOffset now)
    {
        Rule.Require(Status is DemandStatus.Draft or DemandStatus.Expired, DemandErrors.NotPublishable);
        RequirePublishable(Problem, Deadline, now);
        PublishedAt = now;
        Move(DemandStatus.Published, now);
    }

    public void Solve(DateTimeOffset now)
    {
        Rule.Require(IsPublished, DemandErrors.NotOnMarket);
        Move(DemandStatus.Solved, now);
    }

    public void Withdraw(DateTimeOffset now)
    {
        Rule.Require(Status is not (DemandStatus.Solved or DemandStatus.Withdrawn), DemandErrors.Closed);
        Move(DemandStatus.Withdrawn, now);
    }

    public void Expire(DateTimeOffset now)
    {
        Rule.Require(IsPublished, DemandErrors.NotOnMarket);
        Rule.Require(Deadline < MarketDay.Of(now), DemandErrors.NotExpired);
        Move(DemandStatus.Expired, now);
    }

    private static void RequirePublishable(LocalizedText problem, DateOnly? deadline, DateTimeOffset now)
    {
        Rule.Require(!problem.IsEmpty, DemandErrors.ProblemMissing);
        Rule.Require(deadline is null || deadline >= MarketDay.Of(now), DemandErrors.DeadlinePassed);
    }

    private void Move(DemandStatus status, DateTimeOffset now)
    {
        Status = status;
        ChangedAt = now;
    }

    private void Take(DemandDetails details, DateTimeOffset now)
    {
        (Title, Problem, Targets, IsAnonymous) = (details.Title.Clean(), details.Problem.Clean(), details.Targets.Clean(), details.IsAnonymous);
        (Field, Industry, Keywords, TrlMin, CooperationCodes) = (details.Field, details.Industry, details.Keywords, details.TrlMin, CodeSet.Write(details.Cooperation));
        (BudgetMin, BudgetMax, Currency, Deadline) = (details.BudgetMin, details.BudgetMax, details.Currency, details.Deadline);
        (Region, Province) = (details.Region, details.Region is { Length: >= 2 } region ? region[..2] : null);
        ChangedAt = now;
    }
}
