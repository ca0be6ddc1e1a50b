using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Integration.Directory;
using TechMatch.Listings.Domain;
using TechMatch.Listings.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Files;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

/// <summary>Attaches the one public file of a listing; a former one is replaced.</summary>
[RequirePermission(Permissions.ManageListings)]
internal sealed record AttachDocument(Guid Id, long? Version, string? FileName, byte[] Content) : IRequest<Saved>
{
    /// <summary>Reads an uploaded file, and of one that is too large only as much as shows that.</summary>
    public static async Task<AttachDocument> Read(Guid id, long? version, IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null) return new(id, version, null, []);
        await using var stream = file.OpenReadStream();
        var content = new byte[Math.Min(file.Length, Document.MaxLength + 1)];
        await stream.ReadExactlyAsync(content, cancellationToken);
        return new(id, version, file.FileName, content);
    }
}

internal sealed class AttachDocumentValidator : AbstractValidator<AttachDocument>
{
    public AttachDocumentValidator(Texts texts) => RuleFor(x => x.Content).Cascade(CascadeMode.Stop)
        .Must(content => content.Length > 0).WithMessage(_ => texts["listings.document.missing"])
        .Must(content => content.Length <= Document.MaxLength).WithMessage(_ => texts["listings.document.too-large", Document.MaxLength / 1024 / 1024])
        .Must(content => Document.TypeOf(content) is not null).WithMessage(_ => texts["listings.document.bad-type"])
        .OverridePropertyName("File");
}

internal sealed class AttachDocumentHandler(ListingsDbContext db, FileStore files, ICurrentUser user, TimeProvider clock) : IRequestHandler<AttachDocument, Saved>
{
    public async Task<Saved> Handle(AttachDocument request, CancellationToken cancellationToken)
    {
        var listing = await db.GetOwnAsync(request.Id, request.Version, user, cancellationToken);
        var type = Document.TypeOf(request.Content)!;
        var hash = await files.Save(new MemoryStream(request.Content, writable: false), cancellationToken);
        listing.Attach(new(Document.SafeName(request.FileName, type), type, request.Content.Length, hash), clock.GetUtcNow());
        // The version moves, and whoever keeps the listing must follow.
        if (listing.IsPublished) db.Publish(listing.PublishedFact());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.Id, listing.Version);
    }
}

internal sealed class AttachDocumentEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/listings/{id:guid}/documents", async (Guid id, IFormFile? file, IfMatch ifMatch, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(await AttachDocument.Read(id, ifMatch.Version, file, cancellationToken), cancellationToken)))
        // No other site can make a browser send If-Match: the header stands in for the token.
        .DisableAntiforgery()
        .WithSummary("Attaches the public file of a listing: PDF, PNG, JPEG or text, at most 10 MB.");
}
