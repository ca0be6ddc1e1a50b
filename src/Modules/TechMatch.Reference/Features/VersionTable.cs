namespace TechMatch.Reference.Features;

/// <summary>The history beside a file.</summary>
/// <param name="Versions">All versions, the latest first.</param>
/// <param name="Shown">The one that the page shows; null for none.</param>
/// <param name="Address">What the version is appended to for a link; null where versions have no page of their own.</param>
internal sealed record VersionTable(IReadOnlyList<VersionRow> Versions, string? Shown, string? Address);
