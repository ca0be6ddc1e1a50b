using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Integration.Directory;
using TechMatch.Listings.Domain;
using TechMatch.Listings.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Persistence;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

/// <summary>One listing. What is not on the market is found by its organisation, reviewers and operators only.</summary>
[Anyone]
internal sealed record ViewListing(Guid Id) : IRequest<ListingView>;

internal sealed record ListingView(
    Guid Id, long Version, string Status, Guid OrganisationId, string Organisation, string? ExternalId,
    string? TitleZh, string? TitleEn, string? SummaryZh, string? SummaryEn, string? AdvantagesZh, string? AdvantagesEn, string? ApplicationsZh, string? ApplicationsEn,
    string? Field, IReadOnlyList<string> Keywords, int? Trl, string? IpKind, string? IpStatus, IReadOnlyList<string> Cooperation,
    string PriceKind, decimal? PriceMin, decimal? PriceMax, string Currency, string? Region, IReadOnlyList<string> Inventors, string? Funding,
    DateTimeOffset? SubmittedAt, DateTimeOffset? PublishedAt, DateTimeOffset? ExpiresAt, ListingDocument? Document, ListingReview? Review, bool IsOwn) : IVersioned
{
    internal LocalizedText Title => new(TitleZh, TitleEn);
}

internal sealed record ListingDocument(string Name, string Type, long Length);

/// <summary>The last review; for the owner and reviewers.</summary>
internal sealed record ListingReview(int? Advantages, int? Clarity, int? Cooperation, int? Language, string? Comment, DateTimeOffset At);

internal sealed class ViewListingHandler(ListingsDbContext db, IMediator mediator, ICurrentUser user) : IRequestHandler<ViewListing, ListingView>
{
    public async Task<ListingView> Handle(ViewListing request, CancellationToken cancellationToken)
    {
        var listing = await db.Listings.AsNoTracking().GetAsync(new ListingId(request.Id), null, cancellationToken);
        if (!user.Sees(listing.OrganisationId, listing.Status)) throw new NotFoundException(nameof(Listing), request.Id);
        var organisations = await mediator.Send(new GetOrganisations([listing.OrganisationId]), cancellationToken);
        var isOwn = user.IsOwner(listing.OrganisationId);
        var review = listing.ReviewedAt is { } at && (isOwn || user.Has(Permissions.ReviewListings))
            ? new ListingReview(listing.ScoreAdvantages, listing.ScoreClarity, listing.ScoreCooperation, listing.ScoreLanguage, listing.ReviewComment, at)
            : null;
        return new(
            request.Id, listing.Version, listing.Status.ToString(), listing.OrganisationId, organisations.TryGetValue(listing.OrganisationId, out var organisation) ? organisation.Name : "", isOwn ? listing.ExternalId : null,
            listing.Title.Zh, listing.Title.En, listing.Summary.Zh, listing.Summary.En, listing.Advantages.Zh, listing.Advantages.En, listing.Applications.Zh, listing.Applications.En,
            listing.Field, listing.Keywords, listing.Trl, listing.IpKind, listing.IpStatus, CodeSet.Read(listing.CooperationCodes),
            listing.PriceKind, listing.PriceMin, listing.PriceMax, listing.Currency, listing.Region, listing.Inventors, listing.Funding,
            listing.SubmittedAt, listing.PublishedAt, listing.ExpiresAt, listing.DocumentName is null ? null : new(listing.DocumentName, listing.DocumentType!, listing.DocumentLength!.Value), review, isOwn);
    }
}

internal sealed class ViewListingEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/listings/{id:guid}", async (Guid id, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(new ViewListing(id), cancellationToken)))
        .WithSummary("One listing.");
}
