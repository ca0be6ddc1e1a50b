using TechMatch.Shared.Domain;

namespace TechMatch.Listings.Domain;

internal static class ListingErrors
{
    public static readonly Error NotEditable = new("listing.not-editable");
    public static readonly Error NotSubmittable = new("listing.not-submittable");
    public static readonly Error SummaryMissing = new("listing.summary-missing");
    public static readonly Error NotSubmitted = new("listing.not-submitted");
    public static readonly Error CommentMissing = new("listing.comment-missing");
    public static readonly Error OwnReview = new("listing.own-review");
    public static readonly Error NotWithdrawable = new("listing.not-withdrawable");
    public static readonly Error NotPublishable = new("listing.not-publishable");
    public static readonly Error NotExpired = new("listing.not-expired");
    public static readonly Error AlreadyLicensed = new("listing.already-licensed");
    public static readonly Error NotLicensed = new("listing.not-licensed");
    public static readonly Error NoOrganisation = new("listing.no-organisation");
}
