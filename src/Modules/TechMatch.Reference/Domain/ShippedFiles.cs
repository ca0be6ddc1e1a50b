namespace TechMatch.Reference.Domain;

/// <summary>A file of the folder Data.</summary>
/// <param name="Resource">Its name within the program.</param>
/// <param name="Json">Its text.</param>
/// <param name="File">Its content.</param>
internal sealed record ShippedFile(string Resource, string Json, ReferenceFile File);

/// <summary>The files that ship with the program, read once.</summary>
internal static class ShippedFiles
{
    private static readonly Lazy<IReadOnlyList<ShippedFile>> Files = new(() => [.. Resources.Select(Read)]);

    public static IReadOnlyList<ShippedFile> All => Files.Value;

    public static IEnumerable<string> Resources => typeof(ShippedFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(ShippedFiles).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private static ShippedFile Read(string resource)
    {
        var text = Text(resource);
        var problems = new List<FileProblem>();
        var file = ReferenceFile.Read(text, problems)
            ?? throw new InvalidDataException($"{resource}: {string.Join("; ", problems.Select(problem => $"{problem.Path} {problem.Text}"))}");
        return new(resource, text, file);
    }
}
