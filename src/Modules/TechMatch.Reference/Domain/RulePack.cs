using System.Collections.Frozen;
using System.Text.Json;
using TechMatch.Integration.Reference;

namespace TechMatch.Reference.Domain;

/// <summary>One version of what the law of a place asks for, as far as it differs from the parent's.</summary>
internal sealed record RulePack(string Name, string Edition, DateOnly ValidFrom, string NameZh, string NameEn)
    : ReferenceFile(PublicationKind.RulePack, Name, Edition, ValidFrom, NameZh, NameEn, null)
{
    /// <summary>The pack that an unknown one stands for.</summary>
    public const string Root = "CN";

    public const string NamePattern = @"^[A-Z]{2}(-[A-Z0-9]{1,3})?\z";
    public const string RegionPattern = @"^\d{2}\z";
    public const string KeyPattern = @"^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*\z";
    public const int KeyMaxLength = 80;
    public const int MostRules = 500;
    private const decimal GreatestNumber = 1_000_000;

    private static readonly FrozenSet<string> NumberUnits = FrozenSet.ToFrozenSet(["%", "day", "workingDay", "month", "year", "points"]);

    public string? Parent { get; init; }

    /// <summary>The province's two digits; null for a pack that no region stands for.</summary>
    public string? Region { get; init; }

    public DateOnly? ValidTo { get; init; }

    public IReadOnlyList<RuleValue> Rules
    {
        get;
        init
        {
            field = value;
            ByKey = value.ToFrozenDictionary(rule => rule.Key, StringComparer.Ordinal);
        }
    } = [];

    public FrozenDictionary<string, RuleValue> ByKey { get; private init; } = FrozenDictionary<string, RuleValue>.Empty;

    public static RulePack? Read(FileReader file)
    {
        var head = new RulePack(
            file.Text("pack", NameMaxLength, NamePattern), file.Text("version", Domain.Edition.MaxLength, Domain.Edition.Pattern), file.Day("validFrom"),
            file.Text("nameZh", TitleMaxLength), file.Text("nameEn", TitleMaxLength))
        {
            Parent = file.OptionalText("parent", NameMaxLength, NamePattern),
            Region = file.OptionalText("region", 2, RegionPattern),
            ValidTo = file.OptionalDay("validTo"),
        };
        if (head.ValidTo < head.ValidFrom) file.Problem("validTo", "reference.file.ends-before");
        var rules = new Dictionary<string, RuleValue>(StringComparer.Ordinal);
        var rows = file.Rows("rules", MostRules).Select(row => (Row: row, Rule: ReadRule(row, head))).ToList();
        foreach (var (row, rule) in rows)
            if (rule.Key.Length > 0 && !rules.TryAdd(rule.Key, rule)) row.Problem("key", "reference.file.twice", rule.Key);
        file.Done();
        return rules.Count == rows.Count ? head with { Rules = [.. rows.Select(row => row.Rule)] } : null;
    }

    public override void CheckAgainst(ReferenceSnapshot known, List<FileProblem> problems)
    {
        if (Parent is null) return;
        if (known.Newest<RulePack>(Parent) is null) problems.Add(new("parent", null, "", "reference.file.no-parent", Parent));
        else if (Parent == Name || known.Ancestors(Parent).Contains(Name)) problems.Add(new("parent", null, "", "reference.file.circle", Parent));
    }

    private static RuleValue ReadRule(FileReader row, RulePack pack)
    {
        var key = row.Named("key", KeyMaxLength, KeyPattern);
        var unit = row.Text("unit", WordMaxLength);
        var force = row.Text("force", WordMaxLength);
        if (force is not ("" or "hard" or "soft")) row.Problem("force", "reference.file.not-force");
        var (noteZh, noteEn) = row.Note(NoteMaxLength);
        var rule = new RuleValue(key, pack.Name, pack.Edition, unit, force == "hard", row.Text("source", SourceMaxLength), row.Flag("verified"), row.OptionalDay("validFrom") ?? pack.ValidFrom)
        {
            NoteZh = noteZh,
            NoteEn = noteEn,
        };
        rule = ReadValue(row, rule);
        row.Done();
        return rule;
    }

    private static RuleValue ReadValue(FileReader row, RuleValue rule)
    {
        var value = row.Value("value");
        if (NumberUnits.Contains(rule.Unit)) return value is null ? rule : rule with { Number = ReadNumber(row, value.Value, rule.Unit) };
        switch (rule.Unit)
        {
            case "flag":
                return value is null ? rule : rule with { Flag = row.Flag("value") };
            case "code":
                return rule with { Word = row.OptionalText("value", WordMaxLength) };
            case "codes":
                return rule with { Words = row.Words("value", WordMaxLength) };
            default:
                if (rule.Unit.Length > 0) row.Problem("unit", "reference.file.no-unit", rule.Unit);
                return rule;
        }
    }

    private static decimal? ReadNumber(FileReader row, JsonElement value, string unit)
    {
        var most = unit == "%" ? 100 : GreatestNumber;
        if (value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out var number) && number >= 0 && number <= most) return number;
        row.Problem("value", "reference.file.not-between", 0, most);
        return null;
    }
}
