namespace TechMatch.Listings.Domain;

/// <summary>Where a listing stands. The names are part of the API and of <c>ListingCard.Status</c>.</summary>
internal enum ListingStatus
{
    Draft,
    Submitted,

    /// <summary>The reviewer asked for a correction.</summary>
    Returned,

    /// <summary>The review found it too weak to publish; it may be improved and submitted again.</summary>
    OnHold,

    /// <summary>Final: the review found it insufficient.</summary>
    Rejected,
    Published,

    /// <summary>Assigned or exclusively licensed; final unless the deal falls through.</summary>
    Licensed,

    /// <summary>Final: taken back by its organisation.</summary>
    Withdrawn,

    /// <summary>Its time on the market is over; it may be revised and submitted again.</summary>
    Expired,
}
