using TechMatch.Shared.Domain;

namespace TechMatch.Brokerage.Domain;

internal static class InterestErrors
{
    public static readonly Error NoOrganisation = new("interest.no-organisation");
    public static readonly Error ListingNotPublished = new("interest.listing-not-published");
    public static readonly Error OwnListing = new("interest.own-listing");
    public static readonly Error NotOwnDemand = new("interest.not-own-demand");
    public static readonly Error AlreadyOpen = new("interest.already-open");
    public static readonly Error NotReceiver = new("interest.not-receiver", ErrorKind.Forbidden);
    public static readonly Error NotSender = new("interest.not-sender", ErrorKind.Forbidden);
    public static readonly Error Closed = new("interest.closed");
    public static readonly Error TooLate = new("interest.too-late");
    public static readonly Error AlreadyAcknowledged = new("interest.already-acknowledged");
}
