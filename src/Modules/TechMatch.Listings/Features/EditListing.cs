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

/// <summary>Writes a listing anew. A published one stays on the market and is matched anew.</summary>
[RequirePermission(Permissions.ManageListings)]
internal sealed record EditListing : ListingContent, IRequest<Saved>
{
    [JsonConstructor]
    public EditListing()
    {
    }

    public EditListing(ListingContent content)
        : base(content)
    {
    }

    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public long? Version { get; init; }
}

internal sealed class EditListingValidator(ICodeLists codes, Texts texts) : ListingContentValidator<EditListing>(codes, texts);

internal sealed class EditListingHandler(ListingsDbContext db, ICurrentUser user, TimeProvider clock) : IRequestHandler<EditListing, Saved>
{
    public async Task<Saved> Handle(EditListing request, CancellationToken cancellationToken)
    {
        var listing = await db.GetOwnAsync(request.Id, request.Version, user, cancellationToken);
        listing.Revise(request.ToDetails(), clock.GetUtcNow());
        if (listing.IsPublished) db.Publish(listing.PublishedFact());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, listing.Version);
    }
}

internal sealed class EditListingEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/listings/{id:guid}", async (Guid id, EditListing body, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(body with { Id = id, Version = ifMatch.Version }, cancellationToken)))
        .WithSummary("Writes a listing of one's own organisation anew.");
}
