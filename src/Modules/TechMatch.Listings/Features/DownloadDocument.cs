using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Listings.Domain;
using TechMatch.Listings.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Files;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

/// <summary>The public file of a listing, for everybody who sees the listing.</summary>
[Anyone]
internal sealed record DownloadDocument(Guid Id) : IRequest<DocumentContent>;

internal sealed record DocumentContent(Stream Content, string Name, string Type);

internal sealed class DownloadDocumentHandler(ListingsDbContext db, FileStore files, ICurrentUser user) : IRequestHandler<DownloadDocument, DocumentContent>
{
    public async Task<DocumentContent> Handle(DownloadDocument request, CancellationToken cancellationToken)
    {
        var id = new ListingId(request.Id);
        var found = await db.Listings.AsNoTracking().Where(listing => listing.Id == id)
            .Select(listing => new { listing.OrganisationId, listing.Status, listing.DocumentName, listing.DocumentType, listing.DocumentHash }).FirstOrDefaultAsync(cancellationToken);
        if (found?.DocumentHash is null || !user.Sees(found.OrganisationId, found.Status)) throw new NotFoundException(nameof(Document), request.Id);
        return new(await files.Open(found.DocumentHash, cancellationToken), found.DocumentName!, found.DocumentType!);
    }
}

internal sealed class DownloadDocumentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/listings/{id:guid}/documents", async (Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        {
            var document = await mediator.Send(new DownloadDocument(id), cancellationToken);
            return TypedResults.Stream(document.Content, document.Type, document.Name);
        })
        .WithSummary("The public file of a listing.");
}
