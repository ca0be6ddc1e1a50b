using System.Text.Json;

namespace TechMatch.Reference.Domain;

/// <summary>What a published file is about.</summary>
internal enum PublicationKind
{
    /// <summary>Codes with names in two languages.</summary>
    CodeList,

    /// <summary>What the law of one place asks for.</summary>
    RulePack,

    /// <summary>Days off and days worked in exchange, of one country and year.</summary>
    Calendar,
}

/// <summary>The content of one published file, read and checked.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Name">Unique within its kind: <c>technology-field</c>, <c>CN-BJ</c>, <c>CN-2026</c>.</param>
/// <param name="Edition">The version that the file gives itself.</param>
/// <param name="ValidFrom">From which day on it holds.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Source">Where it comes from; null for a rule pack, whose rules each have their own.</param>
internal abstract record ReferenceFile(PublicationKind Kind, string Name, string Edition, DateOnly ValidFrom, string NameZh, string NameEn, string? Source)
{
    public const int NameMaxLength = 80;
    public const int TitleMaxLength = 200;
    public const int SourceMaxLength = 500;
    public const int NoteMaxLength = 1000;
    public const int CodeMaxLength = 40;
    public const int WordMaxLength = 60;
    public const string CodePattern = @"^[A-Za-z0-9][A-Za-z0-9.\-]*\z";

    /// <summary>A million characters hold the largest list ten times over.</summary>
    public const int MaxLength = 1_000_000;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The name for the current UI culture.</summary>
    public string Title => new Shared.Domain.LocalizedText(NameZh, NameEn).In();

    /// <summary>Reads a file by itself.</summary>
    /// <param name="text">JSON.</param>
    /// <param name="problems">Takes what is wrong with it.</param>
    /// <returns>The content; null when there are problems.</returns>
    public static ReferenceFile? Read(string text, List<FileProblem> problems)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            var file = ReadRoot(document.RootElement, problems);
            return problems.Count == 0 ? file : null;
        }
        catch (JsonException broken)
        {
            problems.Add(broken.LineNumber is { } line
                ? new("", null, "", "reference.file.not-json-line", line + 1)
                : new("", null, "", "reference.file.not-json"));
            return null;
        }
    }

    /// <summary>What is wrong with the file beside those that are known already.</summary>
    /// <param name="known">The files that are known.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public virtual void CheckAgainst(ReferenceSnapshot known, List<FileProblem> problems)
    {
    }

    private static ReferenceFile? ReadRoot(JsonElement root, List<FileProblem> problems)
    {
        if (root.ValueKind is JsonValueKind.Object)
        {
            var reader = new FileReader(root, "", problems);
            if (root.TryGetProperty("list", out _)) return CodeList.Read(reader);
            if (root.TryGetProperty("pack", out _)) return RulePack.Read(reader);
            if (root.TryGetProperty("calendar", out _)) return Calendar.Read(reader);
        }
        problems.Add(new("", null, "", "reference.file.no-kind"));
        return null;
    }
}
