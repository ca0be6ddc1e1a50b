using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Reference;
using TechMatch.Listings.Domain;
using TechMatch.Listings.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

/// <summary>Writes down a result for one's own organisation; nobody else sees it yet.</summary>
[RequirePermission(Permissions.ManageListings)]
internal sealed record DraftListing : ListingContent, IRequest<Saved>
{
    [JsonConstructor]
    public DraftListing()
    {
    }

    public DraftListing(ListingContent content)
        : base(content)
    {
    }
}

internal sealed class DraftListingValidator(ICodeLists codes, Texts texts) : ListingContentValidator<DraftListing>(codes, texts);

internal sealed class DraftListingHandler(ListingsDbContext db, ICurrentUser user, TimeProvider clock) : IRequestHandler<DraftListing, Saved>
{
    public async Task<Saved> Handle(DraftListing request, CancellationToken cancellationToken)
    {
        var listing = Listing.Draft(user.OrganisationId, request.ToDetails(), clock.GetUtcNow());
        db.Listings.Add(listing);
        await db.SaveChangesAsync(cancellationToken);
        return new(listing.Id.Value, listing.Version);
    }
}

internal sealed class DraftListingEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/listings", async (DraftListing body, IMediator mediator, CancellationToken cancellationToken) =>
        {
            var saved = await mediator.Send(body, cancellationToken);
            return TypedResults.Created($"/api/listings/{saved.Id}", saved);
        })
        .WithSummary("Drafts a listing for one's own organisation.");
}
