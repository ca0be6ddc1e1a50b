using System.Text;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Integration.Directory;
using TechMatch.Reference.Domain;
using TechMatch.Reference.Persistence;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Reference.Features;

/// <summary>Publishes a version of a code list, rule pack or calendar. The same file again changes nothing.</summary>
[RequirePermission(Permissions.Operate)]
internal sealed record PublishReferenceFile(string Json) : IRequest<FilePublished>;

/// <summary>What was published.</summary>
/// <param name="Id">The publication.</param>
/// <param name="Kind">What the file is about.</param>
/// <param name="Name">Its name.</param>
/// <param name="Edition">The version that the file gives itself.</param>
/// <param name="IsNew">False when the same file had been published before.</param>
internal sealed record FilePublished(Guid Id, PublicationKind Kind, string Name, string Edition, bool IsNew)
{
    /// <summary>Where it is shown, below <c>/reference</c> and <c>/api/reference</c> alike.</summary>
    public string Path => Kind switch
    {
        PublicationKind.CodeList => $"codelists/{Name}?version={Edition}",
        PublicationKind.RulePack => $"rulepacks/{Name}",
        _ => $"calendars/{Name}",
    };
}

internal sealed class PublishReferenceFileValidator : AbstractValidator<PublishReferenceFile>
{
    // What is wrong with the file as a whole stands beside the field that took it.
    private const string File = "file";

    public PublishReferenceFileValidator(ReferenceData data, Texts texts) => RuleFor(request => request.Json).Custom((json, context) =>
    {
        foreach (var problem in Check(json, data))
            context.AddFailure(new ValidationFailure(problem.Path.Length > 0 ? problem.Path : File, problem.In(texts)));
    });

    private static List<FileProblem> Check(string json, ReferenceData data)
    {
        if (string.IsNullOrWhiteSpace(json)) return [new("", null, "", "reference.file.empty")];
        if (json.Length > ReferenceFile.MaxLength) return [new("", null, "", "reference.file.too-large", ReferenceFile.MaxLength)];
        var problems = new List<FileProblem>();
        ReferenceFile.Read(json, problems)?.CheckAgainst(data.Current, problems);
        return problems;
    }
}

internal sealed class PublishReferenceFileHandler(ReferenceDbContext db, PublicationStore store, TimeProvider clock) : IRequestHandler<PublishReferenceFile, FilePublished>
{
    public async Task<FilePublished> Handle(PublishReferenceFile request, CancellationToken cancellationToken)
    {
        var file = ReferenceFile.Read(request.Json, [])!;
        if (await Existing(file, request.Json, cancellationToken) is { } existing) return existing;

        var latest = (await db.Publications.AsNoTracking().Where(row => row.Kind == file.Kind && row.Name == file.Name)
            .Select(row => new Predecessor(row.Edition, row.ValidFrom)).ToListAsync(cancellationToken))
            .OrderDescending(Comparer<Predecessor>.Create((left, right) => Edition.Compare(left.Edition, right.Edition))).FirstOrDefault();
        var publication = Publication.HandedIn(file, request.Json, latest, clock.GetUtcNow());
        db.Publications.Add(publication);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody else may have published the version in the meantime.
            db.ChangeTracker.Clear();
            if (await Existing(file, request.Json, cancellationToken) is { } other) return other;
            throw;
        }
        await store.Reload(cancellationToken);
        return new(publication.Id.Value, file.Kind, file.Name, file.Edition, true);
    }

    private async Task<FilePublished?> Existing(ReferenceFile file, string json, CancellationToken cancellationToken)
    {
        var existing = await db.Publications.AsNoTracking().FirstOrDefaultAsync(row => row.Kind == file.Kind && row.Name == file.Name && row.Edition == file.Edition, cancellationToken);
        existing?.RequireSameContent(json);
        return existing is null ? null : new(existing.Id.Value, file.Kind, file.Name, file.Edition, false);
    }
}

internal sealed class PublishReferenceFileEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/reference/publications", async (Stream body, IMediator mediator, CancellationToken ct) =>
        {
            var published = await mediator.Send(new PublishReferenceFile(await FileText.Read(body, ct)), ct);
            var saved = new Saved(published.Id, 1);
            return published.IsNew ? TypedResults.Created($"/api/reference/{published.Path}", saved) : (IResult)TypedResults.Ok(saved);
        })
        .Accepts<JsonElement>("application/json").Produces<Saved>(StatusCodes.Status201Created).Produces<Saved>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict)
        .WithSummary("Publish a version of a code list, rule pack or calendar; the body is the file, 200 says that it was published before");
}

/// <summary>Reads a file that was sent, no further than anybody will look at it.</summary>
internal static class FileText
{
    public static async Task<string> Read(Stream stream, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream);
        var text = new StringBuilder();
        var buffer = new char[8192];
        // One buffer more than is allowed, so that the validator sees that there is too much.
        while (text.Length <= ReferenceFile.MaxLength && await reader.ReadAsync(buffer, cancellationToken) is > 0 and var length) text.Append(buffer, 0, length);
        return text.ToString();
    }
}
