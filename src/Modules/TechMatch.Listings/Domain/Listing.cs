using TechMatch.Shared.Domain;
using TechMatch.Shared.Persistence;

namespace TechMatch.Listings.Domain;

/// <summary>A research result offered for transfer. Everything in it is public (tier T0) once it is published.</summary>
internal sealed class Listing : Aggregate
{
    public const int TitleMaxLength = 200;
    public const int SummaryMaxLength = 20_000;
    public const int TextMaxLength = 4_000;
    public const int KeywordsMax = 15;
    public const int KeywordMaxLength = 60;
    public const int InventorsMax = 50;
    public const int InventorMaxLength = 100;
    public const int CodeMaxLength = 40;
    public const int CurrencyLength = 3;
    public const string UsualCurrency = "CNY";
    public const int ExternalIdMaxLength = 200;
    public const int TrlMin = 1;
    public const int TrlMax = 9;
    public const decimal PriceLimit = 999_999_999_999m;
    public const int ValidMonths = 12;

    private static readonly ListingStatus[] Editable = [ListingStatus.Draft, ListingStatus.Returned, ListingStatus.OnHold, ListingStatus.Expired, ListingStatus.Published];
    private static readonly ListingStatus[] Submittable = [ListingStatus.Draft, ListingStatus.Returned, ListingStatus.OnHold, ListingStatus.Expired];
    private static readonly ListingStatus[] Final = [ListingStatus.Rejected, ListingStatus.Licensed, ListingStatus.Withdrawn];

    private Listing()
    {
    }

    public ListingId Id { get; private set; }

    public Guid OrganisationId { get; private set; }

    /// <summary>What the owner's own system calls it; unique in the organisation. Null for one written here.</summary>
    public string? ExternalId { get; private set; }

    public ListingStatus Status { get; private set; }

    public LocalizedText Title { get; private set; } = LocalizedText.None;

    public LocalizedText Summary { get; private set; } = LocalizedText.None;

    public LocalizedText Advantages { get; private set; } = LocalizedText.None;

    public LocalizedText Applications { get; private set; } = LocalizedText.None;

    public string? Field { get; private set; }

    public IReadOnlyList<string> Keywords { get; private set; } = [];

    public int? Trl { get; private set; }

    public string? IpKind { get; private set; }

    public string? IpStatus { get; private set; }

    /// <summary>Codes of cooperation-mode as <see cref="CodeSet"/> writes them.</summary>
    public string CooperationCodes { get; private set; } = "";

    public string PriceKind { get; private set; } = PriceKinds.Negotiable;

    public decimal? PriceMin { get; private set; }

    public decimal? PriceMax { get; private set; }

    public string Currency { get; private set; } = UsualCurrency;

    public string? Region { get; private set; }

    /// <summary>The province of <see cref="Region"/>, for filters and counts.</summary>
    public string? Province { get; private set; }

    public IReadOnlyList<string> Inventors { get; private set; } = [];

    public string? Funding { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>What it was when a deal took it; null while none has.</summary>
    public ListingStatus? StatusBeforeLicence { get; private set; }

    public int? ScoreAdvantages { get; private set; }

    public int? ScoreClarity { get; private set; }

    public int? ScoreCooperation { get; private set; }

    public int? ScoreLanguage { get; private set; }

    public string? ReviewComment { get; private set; }

    public DateTimeOffset? ReviewedAt { get; private set; }

    public string? DocumentName { get; private set; }

    public string? DocumentType { get; private set; }

    public long? DocumentLength { get; private set; }

    public string? DocumentHash { get; private set; }

    public bool IsPublished => Status is ListingStatus.Published;

    public static Listing Draft(Guid? organisationId, ListingDetails details, DateTimeOffset now, string? externalId = null)
    {
        Rule.Require(organisationId is not null, ListingErrors.NoOrganisation);
        var listing = new Listing { Id = NewId.At<ListingId>(now), OrganisationId = organisationId.Value, ExternalId = externalId, CreatedAt = now, Status = ListingStatus.Draft };
        listing.Take(details, now);
        return listing;
    }

    /// <summary>A published listing stays on the market while its owner improves it; one under review stands still.</summary>
    public void Revise(ListingDetails details, DateTimeOffset now)
    {
        Rule.Require(Editable.Contains(Status), ListingErrors.NotEditable);
        Rule.Require(!IsPublished || !details.Summary.IsEmpty, ListingErrors.SummaryMissing);
        Take(details, now);
    }

    public void Submit(DateTimeOffset now)
    {
        Rule.Require(Submittable.Contains(Status), ListingErrors.NotSubmittable);
        Rule.Require(!Summary.IsEmpty, ListingErrors.SummaryMissing);
        SubmittedAt = now;
        Move(ListingStatus.Submitted, now);
    }

    /// <param name="reviewerOrganisationId">Whom the reviewer acts for: nobody judges the listing of their own organisation.</param>
    public void Review(QualityReview review, string? comment, QualityRule rule, int validMonths, Guid? reviewerOrganisationId, DateTimeOffset now)
    {
        RequireReviewable(reviewerOrganisationId);
        (ScoreAdvantages, ScoreClarity, ScoreCooperation, ScoreLanguage) = (review.Advantages, review.Clarity, review.Cooperation, review.Language);
        (ReviewComment, ReviewedAt) = (comment, now);
        var verdict = review.Verdict(rule);
        if (verdict is ListingStatus.Published) Open(validMonths, now);
        else Move(verdict, now);
    }

    public void Return(string? comment, Guid? reviewerOrganisationId, DateTimeOffset now)
    {
        RequireReviewable(reviewerOrganisationId);
        Rule.Require(!string.IsNullOrWhiteSpace(comment), ListingErrors.CommentMissing);
        (ReviewComment, ReviewedAt) = (comment, now);
        Move(ListingStatus.Returned, now);
    }

    /// <summary>Publishes a draft without a review: who imports answers for the quality.</summary>
    public void PublishUnreviewed(int validMonths, DateTimeOffset now)
    {
        Rule.Require(Status is ListingStatus.Draft && !Summary.IsEmpty, ListingErrors.NotPublishable);
        Open(validMonths, now);
    }

    public void Withdraw(DateTimeOffset now)
    {
        Rule.Require(!Final.Contains(Status), ListingErrors.NotWithdrawable);
        Move(ListingStatus.Withdrawn, now);
    }

    /// <summary>
    /// An exclusive deal was signed. A deal takes months, so the listing may have expired or been withdrawn meanwhile; it must
    /// not come back in any case.
    /// </summary>
    public void License(DateTimeOffset now)
    {
        Rule.Require(Status is not ListingStatus.Licensed, ListingErrors.AlreadyLicensed);
        StatusBeforeLicence = Status;
        Move(ListingStatus.Licensed, now);
    }

    /// <summary>The deal that had it fell through: it is what it was before, less the time that has passed.</summary>
    public void Release(DateTimeOffset now)
    {
        Rule.Require(Status is ListingStatus.Licensed && StatusBeforeLicence is not null, ListingErrors.NotLicensed);
        var before = StatusBeforeLicence.Value;
        StatusBeforeLicence = null;
        Move(before is ListingStatus.Published && ExpiresAt <= now ? ListingStatus.Expired : before, now);
    }

    public void Expire(DateTimeOffset now)
    {
        Rule.Require(IsPublished && ExpiresAt <= now, ListingErrors.NotExpired);
        Move(ListingStatus.Expired, now);
    }

    public void Attach(Document document, DateTimeOffset now)
    {
        Rule.Require(Editable.Contains(Status), ListingErrors.NotEditable);
        (DocumentName, DocumentType, DocumentLength, DocumentHash) = (document.Name, document.Type, document.Length, document.Hash);
        ChangedAt = now;
    }

    private void RequireReviewable(Guid? reviewerOrganisationId)
    {
        Rule.Require(Status is ListingStatus.Submitted, ListingErrors.NotSubmitted);
        Rule.Require(reviewerOrganisationId != OrganisationId, ListingErrors.OwnReview);
    }

    private void Open(int validMonths, DateTimeOffset now)
    {
        (PublishedAt, ExpiresAt) = (now, now.AddMonths(validMonths));
        Move(ListingStatus.Published, now);
    }

    private void Move(ListingStatus status, DateTimeOffset now)
    {
        Status = status;
        ChangedAt = now;
    }

    private void Take(ListingDetails details, DateTimeOffset now)
    {
        (Title, Summary, Advantages, Applications) = (details.Title.Clean(), details.Summary.Clean(), details.Advantages.Clean(), details.Applications.Clean());
        (Field, Keywords, Trl, IpKind, IpStatus) = (details.Field, details.Keywords, details.Trl, details.IpKind, details.IpStatus);
        (PriceKind, Currency, Region, Province) = (details.PriceKind, details.Currency, details.Region, details.Region is { Length: >= 2 } region ? region[..2] : null);
        (Inventors, Funding, CooperationCodes) = (details.Inventors, details.Funding, CodeSet.Write(details.Cooperation));
        PriceMin = PriceKind is PriceKinds.Negotiable ? null : details.PriceMin;
        PriceMax = PriceKind switch { PriceKinds.Negotiable => null, PriceKinds.Fixed => details.PriceMin, _ => details.PriceMax };
        ChangedAt = now;
    }
}
