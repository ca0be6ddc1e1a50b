using TechMatch.Shared.Domain;

namespace TechMatch.Brokerage.Domain;

internal static class DealErrors
{
    public static readonly Error NotInCharge = new("deal.not-in-charge", ErrorKind.Forbidden);
    public static readonly Error NotTakingPart = new("deal.not-taking-part", ErrorKind.Forbidden);
    public static readonly Error CannotSkip = new("deal.cannot-skip");
    public static readonly Error ReasonMissing = new("deal.reason-missing");
    public static readonly Error SignatureNeeded = new("deal.signature-needed");
    public static readonly Error RegistrationNeeded = new("deal.registration-needed");
    public static readonly Error AlreadySigned = new("deal.already-signed");
    public static readonly Error TooLateToTake = new("deal.too-late-to-take");
    public static readonly Error BuyerCannotSign = new("deal.buyer-cannot-sign", ErrorKind.Forbidden);
    public static readonly Error BrokerNotVerified = new("deal.broker-not-verified", ErrorKind.Forbidden);
    public static readonly Error NotDrafting = new("deal.not-drafting");
    public static readonly Error AmountNotPositive = new("deal.amount-not-positive");
    public static readonly Error SignedInFuture = new("deal.signed-in-future");
    public static readonly Error Closed = new("deal.closed");
    public static readonly Error Suspended = new("deal.suspended");
    public static readonly Error NotSuspended = new("deal.not-suspended");
    public static readonly Error HasBroker = new("deal.has-broker");
    public static readonly Error NoBroker = new("deal.no-broker");
    public static readonly Error BrokerIsParty = new("deal.broker-is-party");
}
