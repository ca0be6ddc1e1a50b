using TechMatch.Reference.Domain;

namespace TechMatch.Reference.Features;

/// <summary>One version of a file, for its history.</summary>
/// <param name="Version">The version that the file gives itself.</param>
/// <param name="ValidFrom">From which day on it holds.</param>
/// <param name="IsShipped">It came with the program.</param>
/// <param name="ImportedAt">When it was put into the database; null while it is known from the program alone.</param>
internal sealed record VersionRow(string Version, DateOnly ValidFrom, bool IsShipped, DateTimeOffset? ImportedAt)
{
    public static IReadOnlyList<VersionRow> Of(IEnumerable<KnownFile> versions) =>
        [.. versions.Select(known => new VersionRow(known.File.Edition, known.File.ValidFrom, known.IsShipped, known.ImportedAt))];
}
