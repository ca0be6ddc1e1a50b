using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using MiniExcelLibs;
using TechMatch.Integration;

namespace TechMatch.Web.Import;

/// <summary>A file cannot be imported at all; the message is one line.</summary>
internal sealed class RowFileException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A row as read: its values, or why it could not be read.</summary>
internal sealed record FileRow(ImportRow Row, string? Unreadable = null);

/// <summary>Reads the rows of a .jsonl, .csv or .xlsx file one after the other, whatever the file's size.</summary>
internal static class RowFile
{
    public static readonly string[] Extensions = [".jsonl", ".csv", ".xlsx"];

    /// <summary>The rows; <paramref name="progress"/> takes the share of the file that has been read, 0 to 1.</summary>
    public static IEnumerable<FileRow> Read(string path, IProgress<double>? progress = null)
    {
        if (!File.Exists(path)) throw new RowFileException($"There is no file {path}.");
        return Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".jsonl" => ReadJsonLines(path, progress),
            ".csv" => ReadCsv(path, progress),
            ".xlsx" => ReadWorkbook(path),
            var other => throw new RowFileException($"A file {other} cannot be imported; use one of {string.Join(", ", Extensions)}."),
        };
    }

    private static IEnumerable<FileRow> ReadJsonLines(string path, IProgress<double>? progress)
    {
        using var reader = Open(path);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            yield return ReadObject(++number, line);
            progress?.Report(Share(reader));
        }
    }

    private static FileRow ReadObject(int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return Unreadable(number, "The line is not a JSON object.");
            var values = new Dictionary<string, string>();
            foreach (var property in json.RootElement.EnumerateObject())
                if (Text(property.Value) is { Length: > 0 } text) values[property.Name] = text;
            return new(new ImportRow(number, values));
        }
        catch (JsonException failure)
        {
            return Unreadable(number, $"The line is not JSON: {failure.Message}");
        }
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(Text)),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private static IEnumerable<FileRow> ReadCsv(string path, IProgress<double>? progress)
    {
        using var reader = Open(path);
        string? broken = null;
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = bad => broken = bad.RawRecord, MissingFieldFound = null, DetectDelimiter = true });
        if (!csv.Read() || !csv.ReadHeader()) throw new RowFileException($"{path} has no heading.");
        var heading = csv.HeaderRecord!.Select(name => name.Trim()).ToArray();
        var number = 0;
        while (csv.Read())
        {
            number++;
            if (broken is not null)
            {
                broken = null;
                yield return Unreadable(number, "A quotation mark stands where none may be.");
                continue;
            }
            var values = new Dictionary<string, string>();
            for (var column = 0; column < heading.Length; column++)
                if (csv.TryGetField<string>(column, out var text) && !string.IsNullOrWhiteSpace(text) && heading[column].Length > 0) values[heading[column]] = text;
            if (values.Count > 0) yield return new(new ImportRow(number, values));
            progress?.Report(Share(reader));
        }
    }

    private static IEnumerable<FileRow> ReadWorkbook(string path)
    {
        var number = 0;
        foreach (var cells in Rows(path))
        {
            number++;
            var values = cells.Where(cell => cell.Value is not null && cell.Key.Trim().Length > 0).ToDictionary(cell => cell.Key.Trim(), cell => CellText(cell.Value!));
            if (values.Values.Any(text => text.Length > 0)) yield return new(new ImportRow(number, values));
        }
    }

    private static IEnumerable<IDictionary<string, object?>> Rows(string path)
    {
        try
        {
            return MiniExcel.Query(path, useHeaderRow: true).Cast<IDictionary<string, object?>>();
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or NotSupportedException)
        {
            throw new RowFileException($"{path} is not a readable workbook: {failure.Message}", failure);
        }
    }

    private static string CellText(object value) => value switch
    {
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!.Trim(),
    };

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new RowFileException($"{path} cannot be read: {failure.Message}", failure);
        }
    }

    private static double Share(StreamReader reader) => reader.BaseStream.Length == 0 ? 1 : (double)reader.BaseStream.Position / reader.BaseStream.Length;

    private static FileRow Unreadable(int number, string reason) => new(new ImportRow(number, new Dictionary<string, string>()), reason);
}
