using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Integration.Directory;
using TechMatch.Listings.Domain;
using TechMatch.Listings.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Persistence;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

/// <summary>Judges a submitted listing by the four criteria, or gives it back for correction with a comment.</summary>
[RequirePermission(Permissions.ReviewListings)]
internal sealed record ReviewListing : IRequest<Reviewed>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public long? Version { get; init; }

    public int? Advantages { get; init; }

    public int? Clarity { get; init; }

    public int? Cooperation { get; init; }

    public int? Language { get; init; }

    public string? Comment { get; init; }

    /// <summary>Gives it back for correction instead of judging it; the scores do not count then.</summary>
    public bool Return { get; init; }
}

/// <summary>What the review came to.</summary>
internal sealed record Reviewed(Guid Id, long Version, string Status, int? Sum) : IVersioned;

internal sealed class ReviewListingValidator : AbstractValidator<ReviewListing>
{
    public ReviewListingValidator()
    {
        RuleFor(x => x.Comment).MaximumLength(QualityReview.CommentMaxLength);
        RuleFor(x => x.Comment).NotEmpty().When(x => x.Return);
        When(x => !x.Return, () =>
        {
            RuleFor(x => x.Advantages).NotNull().InclusiveBetween(0, QualityReview.ScoreMax);
            RuleFor(x => x.Clarity).NotNull().InclusiveBetween(0, QualityReview.ScoreMax);
            RuleFor(x => x.Cooperation).NotNull().InclusiveBetween(0, QualityReview.ScoreMax);
            RuleFor(x => x.Language).NotNull().InclusiveBetween(0, QualityReview.ScoreMax);
        });
    }
}

internal sealed class ReviewListingHandler(ListingsDbContext db, ICurrentUser user, ListingRules rules, TimeProvider clock) : IRequestHandler<ReviewListing, Reviewed>
{
    public async Task<Reviewed> Handle(ReviewListing request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var listing = await db.Listings.GetAsync(new ListingId(request.Id), null, cancellationToken);
        if (!user.Sees(listing.OrganisationId, listing.Status)) throw new NotFoundException(nameof(Listing), request.Id);
        listing.RequireVersion(request.Version);
        if (request.Return) listing.Return(request.Comment, user.OrganisationId, now);
        else
        {
            var review = new QualityReview(request.Advantages!.Value, request.Clarity!.Value, request.Cooperation!.Value, request.Language!.Value);
            var rule = await rules.For(listing.OrganisationId, cancellationToken);
            listing.Review(review, request.Comment, rule.Quality, rule.ValidMonths, user.OrganisationId, now);
            if (listing.IsPublished) db.Publish(listing.PublishedFact());
        }
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, listing.Version, listing.Status.ToString(), request.Return ? null : listing.ScoreAdvantages + listing.ScoreClarity + listing.ScoreCooperation + listing.ScoreLanguage);
    }
}

internal sealed class ReviewListingEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/listings/{id:guid}/review", async (Guid id, ReviewListing body, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(body with { Id = id, Version = ifMatch.Version }, cancellationToken)))
        .WithSummary("Judges a submitted listing, or gives it back for correction.");
}
