using System.Collections.Frozen;
using TechMatch.Integration.Reference;

namespace TechMatch.Reference.Domain;

/// <summary>One version of a code list.</summary>
internal sealed record CodeList(string Name, string Edition, DateOnly ValidFrom, string NameZh, string NameEn, string Source)
    : ReferenceFile(PublicationKind.CodeList, Name, Edition, ValidFrom, NameZh, NameEn, Source)
{
    public const string NamePattern = @"^[a-z0-9]+(-[a-z0-9]+)*\z";
    public const int MostCodes = 2000;
    private const int HighestTrl = 9;

    public bool IsVerified { get; init; }

    /// <summary>The list that the parents are in; null for the list itself.</summary>
    public string? ParentList { get; init; }

    /// <summary>The list that the members are in; null when no code has any.</summary>
    public string? MemberList { get; init; }

    /// <summary>In the order of the file, which is the order of the page.</summary>
    public IReadOnlyList<Code> Codes
    {
        get;
        init
        {
            field = value;
            ByValue = value.ToFrozenDictionary(code => code.Value, StringComparer.Ordinal);
        }
    } = [];

    public FrozenDictionary<string, Code> ByValue { get; private init; } = FrozenDictionary<string, Code>.Empty;

    public static CodeList? Read(FileReader file)
    {
        var head = new CodeList(
            file.Text("list", NameMaxLength, NamePattern), file.Text("version", Domain.Edition.MaxLength, Domain.Edition.Pattern), file.Day("validFrom"),
            file.Text("nameZh", TitleMaxLength), file.Text("nameEn", TitleMaxLength), file.Text("source", SourceMaxLength))
        {
            IsVerified = file.Flag("verified"),
            ParentList = file.OptionalText("parentList", NameMaxLength, NamePattern),
            MemberList = file.OptionalText("memberList", NameMaxLength, NamePattern),
        };
        var codes = new Dictionary<string, Code>(StringComparer.Ordinal);
        var rows = file.Rows("codes", MostCodes).Select(row => (Row: row, Code: ReadCode(row, head))).ToList();
        foreach (var (row, code) in rows)
            if (code.Value.Length > 0 && !codes.TryAdd(code.Value, code)) row.Problem("code", "reference.file.twice", code.Value);
        if (head.ParentList is null)
            foreach (var (row, code) in rows)
                if (code.Parent is { } parent && (parent == code.Value || !codes.ContainsKey(parent))) row.Problem("parent", "reference.file.no-parent", parent);
        file.Done();
        return codes.Count == rows.Count ? head with { Codes = [.. rows.Select(row => row.Code)] } : null;
    }

    public override void CheckAgainst(ReferenceSnapshot known, List<FileProblem> problems)
    {
        for (var i = 0; i < Codes.Count; i++)
        {
            var code = Codes[i];
            if (ParentList is { } parents && code.Parent is { } parent && !known.HasCode(parents, parent))
                problems.Add(new($"codes[{i}].parent", i + 1, code.Value, "reference.file.no-parent", parent));
            foreach (var member in code.Members.Where(member => !known.HasCode(MemberList!, member)))
                problems.Add(new($"codes[{i}].members", i + 1, code.Value, "reference.file.no-member", member));
        }
    }

    private static Code ReadCode(FileReader row, CodeList list)
    {
        var value = row.Named("code", CodeMaxLength, CodePattern);
        var (noteZh, noteEn) = row.Note(NoteMaxLength);
        var code = new Code(value, row.Text("zh", TitleMaxLength), row.Text("en", TitleMaxLength), row.OptionalText("parent", CodeMaxLength))
        {
            Members = row.Words("members", CodeMaxLength),
            TrlFrom = row.OptionalNumber("trlFrom", 1, HighestTrl),
            TrlTo = row.OptionalNumber("trlTo", 1, HighestTrl),
            Decimals = row.OptionalNumber("decimals", 0, 4),
            NoteZh = noteZh,
            NoteEn = noteEn,
        };
        if (code.Members.Count > 0 && list.MemberList is null) row.Problem("members", "reference.file.no-member-list");
        if (code.TrlFrom is null != code.TrlTo is null || code.TrlFrom > code.TrlTo) row.Problem("trlTo", "reference.file.not-between", code.TrlFrom ?? 1, HighestTrl);
        row.Done();
        return code;
    }
}
