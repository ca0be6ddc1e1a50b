using System.Text.Json;
using TechMatch.Shared.Domain;

namespace TechMatch.Reference.Domain;

internal readonly record struct PublicationId(Guid Value) : ITypedId<PublicationId>
{
    public static PublicationId From(Guid value) => new(value);
}

internal static class PublicationErrors
{
    public static readonly Error OtherContent = new("publication.other-content");
    public static readonly Error NotNewer = new("publication.not-newer");
    public static readonly Error StartsEarlier = new("publication.starts-earlier");
}

/// <summary>The version of a file that came before.</summary>
/// <param name="Edition">Its version.</param>
/// <param name="ValidFrom">From which day on it holds.</param>
internal sealed record Predecessor(string Edition, DateOnly ValidFrom);

/// <summary>A version of a code list, rule pack or calendar as it was published. What records refer to stays as it was: nothing here is ever changed or deleted.</summary>
internal sealed class Publication : Aggregate
{
    public const int NameMaxLength = ReferenceFile.NameMaxLength;
    public const int SourceMaxLength = ReferenceFile.SourceMaxLength;

    private Publication()
    {
    }

    public PublicationId Id { get; private init; }

    public PublicationKind Kind { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>The version that the file gives itself; <see cref="Aggregate.Version"/> counts saves and stays 1.</summary>
    public string Edition { get; private init; } = "";

    public DateOnly ValidFrom { get; private init; }

    /// <summary>The file as it was handed in.</summary>
    public string Json { get; private init; } = "";

    /// <summary>Where the content comes from; null for a rule pack, whose rules each have their own.</summary>
    public string? Source { get; private init; }

    public bool IsShipped { get; private init; }

    public DateTimeOffset ImportedAt { get; private init; }

    /// <summary>A version that came with the program.</summary>
    public static Publication Shipped(ShippedFile shipped, DateTimeOffset now) => Of(shipped.File, shipped.Json, isShipped: true, now);

    /// <summary>A version that an operator hands in.</summary>
    /// <param name="file">The content.</param>
    /// <param name="json">The file it was read from.</param>
    /// <param name="latest">The latest version so far; null for a new name.</param>
    /// <param name="now">The time.</param>
    public static Publication HandedIn(ReferenceFile file, string json, Predecessor? latest, DateTimeOffset now)
    {
        if (latest is not null)
        {
            Rule.Require(Domain.Edition.Compare(file.Edition, latest.Edition) > 0, PublicationErrors.NotNewer, file.Edition, latest.Edition);
            // Otherwise a day would have had another rule than the one that was applied on it.
            Rule.Require(file.ValidFrom >= latest.ValidFrom, PublicationErrors.StartsEarlier, file.ValidFrom, latest.ValidFrom);
        }
        return Of(file, json, isShipped: false, now);
    }

    /// <summary>Refuses a second file that gives itself the same version but says something else.</summary>
    /// <param name="json">The second file.</param>
    public void RequireSameContent(string json)
    {
        using var mine = JsonDocument.Parse(Json);
        using var other = JsonDocument.Parse(json);
        Rule.Require(JsonElement.DeepEquals(mine.RootElement, other.RootElement), PublicationErrors.OtherContent, Edition);
    }

    private static Publication Of(ReferenceFile file, string json, bool isShipped, DateTimeOffset now) => new()
    {
        Id = NewId.At<PublicationId>(now),
        Kind = file.Kind,
        Name = file.Name,
        Edition = file.Edition,
        ValidFrom = file.ValidFrom,
        Json = json,
        Source = file.Source,
        IsShipped = isShipped,
        ImportedAt = now,
        ChangedAt = now,
    };
}
