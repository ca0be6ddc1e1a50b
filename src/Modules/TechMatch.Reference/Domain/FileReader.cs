using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TechMatch.Reference.Domain;

/// <summary>
/// Reads one object of a file. It does not stop at the first mistake: an operator who has typed two hundred rows wants to
/// know of all mistakes at once. A field that is wrong reads as empty.
/// </summary>
internal sealed class FileReader(JsonElement json, string path, List<FileProblem> problems, int? row = null)
{
    /// <summary>As many as anybody reads.</summary>
    public const int MostProblems = 100;

    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private string subject = "";

    public string Text(string field, int maxLength, string? pattern = null)
    {
        var text = OptionalText(field, maxLength, pattern);
        if (text is null && !Found(field)) Problem(field, "reference.file.missing");
        return text ?? "";
    }

    public string? OptionalText(string field, int maxLength, string? pattern = null)
    {
        if (Value(field) is not { } value) return null;
        if (value.ValueKind is not JsonValueKind.String) return Wrong<string>(field, "reference.file.not-text");
        var text = value.GetString()!;
        if (string.IsNullOrWhiteSpace(text)) return Wrong<string>(field, "reference.file.missing");
        if (text.Length > maxLength) return Wrong<string>(field, "reference.file.too-long", maxLength);
        if (pattern is not null && !Regex.IsMatch(text, pattern)) return Wrong<string>(field, "reference.file.form", text);
        return text;
    }

    /// <summary>The row's code or key: named in every message about the row.</summary>
    public string Named(string field, int maxLength, string pattern) => subject = Text(field, maxLength, pattern);

    public bool Flag(string field)
    {
        if (Value(field) is not { } value) Problem(field, "reference.file.missing");
        else if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        else Problem(field, "reference.file.not-flag");
        return false;
    }

    public DateOnly Day(string field)
    {
        var day = OptionalDay(field);
        if (day is null && !Found(field)) Problem(field, "reference.file.missing");
        return day ?? default;
    }

    public DateOnly? OptionalDay(string field)
    {
        if (Value(field) is not { } value) return null;
        if (value.ValueKind is JsonValueKind.String && IsDay(value.GetString(), out var day)) return day;
        Problem(field, "reference.file.not-day", value.ToString());
        return null;
    }

    public IReadOnlyList<DateOnly> Days(string field)
    {
        var days = new List<DateOnly>();
        foreach (var text in Words(field, 10))
        {
            if (IsDay(text, out var day)) days.Add(day);
            else Problem(field, "reference.file.not-day", text);
        }
        return days;
    }

    public int? OptionalNumber(string field, int from, int to)
    {
        if (Value(field) is not { } value) return null;
        if (value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) && number >= from && number <= to) return number;
        Problem(field, "reference.file.not-between", from, to);
        return null;
    }

    public int Number(string field, int from, int to)
    {
        var number = OptionalNumber(field, from, to);
        if (number is null && !Found(field)) Problem(field, "reference.file.missing");
        return number ?? from;
    }

    /// <summary>A list of different words; empty when the field is missing.</summary>
    public IReadOnlyList<string> Words(string field, int maxLength)
    {
        if (Value(field) is not { } value) return [];
        if (value.ValueKind is not JsonValueKind.Array) return Wrong<IReadOnlyList<string>>(field, "reference.file.not-list") ?? [];
        var words = new List<string>();
        foreach (var item in value.EnumerateArray())
        {
            var word = item.ValueKind is JsonValueKind.String ? item.GetString()! : "";
            if (string.IsNullOrWhiteSpace(word) || word.Length > maxLength) Problem(field, "reference.file.not-words", maxLength);
            else if (words.Contains(word)) Problem(field, "reference.file.twice", word);
            else words.Add(word);
        }
        return words;
    }

    /// <summary>The objects of a list, each with its number.</summary>
    public IEnumerable<FileReader> Rows(string field, int most)
    {
        if (Value(field) is not { ValueKind: JsonValueKind.Array } value || value.GetArrayLength() == 0)
        {
            Problem(field, "reference.file.missing");
            yield break;
        }
        if (value.GetArrayLength() > most) Problem(field, "reference.file.too-many", most);
        var number = 0;
        foreach (var item in value.EnumerateArray().Take(most))
        {
            var place = $"{field}[{number++}]";
            if (item.ValueKind is JsonValueKind.Object) yield return new FileReader(item, place + ".", problems, number);
            else problems.Add(new(place, number, "", "reference.file.not-object"));
        }
    }

    /// <summary>The field's value; null when it is missing or null.</summary>
    public JsonElement? Value(string field)
    {
        read.Add(field);
        return json.TryGetProperty(field, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;
    }

    /// <summary>Both languages of a remark, or neither.</summary>
    public (string? Zh, string? En) Note(int maxLength)
    {
        var (zh, en) = (OptionalText("noteZh", maxLength), OptionalText("noteEn", maxLength));
        if (zh is null && en is not null && !Found("noteZh")) Problem("noteZh", "reference.file.missing");
        if (en is null && zh is not null && !Found("noteEn")) Problem("noteEn", "reference.file.missing");
        return (zh, en);
    }

    public void Problem(string field, string text, params object[] arguments)
    {
        if (problems.Count < MostProblems) problems.Add(new(path + field, row, subject, text, arguments));
    }

    /// <summary>Notes every field that nobody asked for: a misspelt name must not pass for a missing value.</summary>
    public void Done()
    {
        foreach (var field in json.EnumerateObject().Where(field => !read.Contains(field.Name)))
            Problem(field.Name, "reference.file.unknown-field");
    }

    private bool Found(string field) => Value(field) is not null;

    private T? Wrong<T>(string field, string text, params object[] arguments)
        where T : class
    {
        Problem(field, text, arguments);
        return null;
    }

    private static bool IsDay(string? text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
