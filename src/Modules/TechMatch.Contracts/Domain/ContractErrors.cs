using TechMatch.Shared.Domain;

namespace TechMatch.Contracts.Domain;

internal static class ContractErrors
{
    public static readonly Error Sealed = new("contract.sealed");
    public static readonly Error TechnicalAmount = new("contract.technical-amount");
    public static readonly Error TotalAmount = new("contract.total-amount");
    public static readonly Error Period = new("contract.period");
    public static readonly Error Incomplete = new("contract.incomplete");
    public static readonly Error AlreadyApplied = new("contract.already-applied");
    public static readonly Error SellerAbroad = new("contract.seller-abroad");
    public static readonly Error RegionMissing = new("contract.region-missing");
    public static readonly Error NotSubmitted = new("contract.not-submitted");
    public static readonly Error NotUnderReview = new("contract.not-under-review");
    public static readonly Error NotAccepted = new("contract.not-accepted");
    public static readonly Error OwnContract = new("contract.own-contract", ErrorKind.Forbidden);
    public static readonly Error RegisteredTooEarly = new("contract.registered-too-early");
    public static readonly Error RegisteredInFuture = new("contract.registered-in-future");
    public static readonly Error NumberShape = new("contract.number-shape", ErrorKind.Shape);
    public static readonly Error NumberTaken = new("contract.number-taken");
}
