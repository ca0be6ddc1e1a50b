using System.Globalization;
using System.Text.Json;

namespace TechMatch.MatchEngine.Evaluation;

/// <summary>Needs, results, and which result answers which need: the truth that a ranking is measured by.</summary>
public sealed class EvaluationSet
{
    private EvaluationSet(
        IReadOnlyList<MatchDocument> results,
        IReadOnlyList<MatchDocument> demands,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> grades,
        IReadOnlyDictionary<string, IReadOnlySet<string>> exclusions)
    {
        Results = results;
        Demands = demands;
        Grades = grades;
        Exclusions = exclusions;
    }

    /// <summary>What is found, in the order of the file.</summary>
    public IReadOnlyList<MatchDocument> Results { get; }

    /// <summary>What is searched with, in the order of the file.</summary>
    public IReadOnlyList<MatchDocument> Demands { get; }

    /// <summary>For each judged demand the grade of each judged result. A grade of 1 or more means that the result answers the demand.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Grades { get; }

    /// <summary>For some demands the results that are taken out of a ranking before it is measured.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Exclusions { get; }

    /// <summary>
    /// Reads a set: <c>results.jsonl</c> and <c>demands.jsonl</c> (an object a line: <c>id</c>, and optionally <c>title</c>, <c>text</c>,
    /// <c>keywords</c> as a text or a list), <c>qrels.tsv</c> (demand, result, grade) and, when it exists, <c>exclude.tsv</c> (demand, result).
    /// Empty lines are passed over; of repeated judgments the last one counts.
    /// </summary>
    /// <param name="folder">The folder of the set.</param>
    /// <returns>The set.</returns>
    /// <exception cref="EvaluationSetException">A file is missing or a line is not as described; the first such line is named.</exception>
    public static EvaluationSet Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var results = ReadDocuments(Path.Combine(folder, "results.jsonl"));
        var demands = ReadDocuments(Path.Combine(folder, "demands.jsonl"));
        var grades = ReadGrades(Path.Combine(folder, "qrels.tsv"));
        return new EvaluationSet(results, demands, grades, ReadExclusions(Path.Combine(folder, "exclude.tsv")));
    }

    private static List<MatchDocument> ReadDocuments(string file)
    {
        var documents = new List<MatchDocument>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, text) in ReadLines(file))
        {
            var document = ReadDocument(file, line, text);
            if (!ids.Add(document.Id))
            {
                throw new EvaluationSetException(file, line, $"The id {document.Id} is used twice.");
            }

            documents.Add(document);
        }

        return documents;
    }

    private static MatchDocument ReadDocument(string file, int line, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw new EvaluationSetException(file, line, "The line is not a JSON object.");
            }

            var id = ReadText(root, "id");
            if (id.Length == 0 || id.Any(char.IsWhiteSpace))
            {
                throw new EvaluationSetException(file, line, "The id is missing, empty or holds a blank.");
            }

            var fields = new List<MatchField>();
            foreach (var (name, role) in new[] { ("title", FieldRole.Title), ("text", FieldRole.Body), ("keywords", FieldRole.Keywords) })
            {
                if (ReadText(root, name) is { Length: > 0 } value)
                {
                    fields.Add(new MatchField(role, value));
                }
            }

            return new MatchDocument(id, fields);
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            throw new EvaluationSetException(file, line, cause.Message, cause);
        }
    }

    private static string ReadText(JsonElement root, string name) => !root.TryGetProperty(name, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(item => item.GetString())),
        _ => value.GetString()!,
    };

    private static Dictionary<string, IReadOnlyDictionary<string, double>> ReadGrades(string file)
    {
        var grades = new Dictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        foreach (var (line, text) in ReadLines(file))
        {
            var columns = ReadColumns(file, line, text, 3);
            if (!double.TryParse(columns[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var grade) || !double.IsFinite(grade))
            {
                throw new EvaluationSetException(file, line, $"\"{columns[2]}\" is not a grade.");
            }

            if (!grades.TryGetValue(columns[0], out var ofDemand))
            {
                grades.Add(columns[0], ofDemand = new Dictionary<string, double>(StringComparer.Ordinal));
            }

            ofDemand[columns[1]] = grade;
        }

        return grades.ToDictionary(pair => pair.Key, IReadOnlyDictionary<string, double> (pair) => pair.Value, StringComparer.Ordinal);
    }

    private static Dictionary<string, IReadOnlySet<string>> ReadExclusions(string file)
    {
        var exclusions = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (line, text) in File.Exists(file) ? ReadLines(file) : [])
        {
            var columns = ReadColumns(file, line, text, 2);
            if (!exclusions.TryGetValue(columns[0], out var ofDemand))
            {
                exclusions.Add(columns[0], ofDemand = new HashSet<string>(StringComparer.Ordinal));
            }

            ofDemand.Add(columns[1]);
        }

        return exclusions.ToDictionary(pair => pair.Key, IReadOnlySet<string> (pair) => pair.Value, StringComparer.Ordinal);
    }

    private static string[] ReadColumns(string file, int line, string text, int count)
    {
        var columns = text.Split('\t');
        return columns.Length >= count ? columns
            : throw new EvaluationSetException(file, line, $"Found {columns.Length} columns parted by tabs where {count} are needed.");
    }

    private static IEnumerable<(int Line, string Text)> ReadLines(string file)
    {
        StreamReader reader;
        try
        {
            reader = new StreamReader(file);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationSetException(file, 0, "The file cannot be read.", cause);
        }

        using (reader)
        {
            for (var line = 1; reader.ReadLine() is { } text; line++)
            {
                if (!string.IsNullOrWhiteSpace(text))
                {
                    yield return (line, text);
                }
            }
        }
    }
}
