using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Tables;
using TechMatch.Shared.Web;

namespace TechMatch.Integration;

/// <summary>A row as the module that takes it in has read it.</summary>
/// <typeparam name="T">What the row becomes.</typeparam>
/// <param name="Number">Its place in the file.</param>
/// <param name="ExternalId">By which it is known again.</param>
/// <param name="Content">What it becomes; null when it cannot be used.</param>
/// <param name="Reader">Its columns, with what there is to say about them.</param>
public sealed record ReadRow<T>(int Number, string ExternalId, T? Content, RowReader Reader)
    where T : class;

/// <summary>What the modules that take rows in do alike.</summary>
public static class ImportReading
{
    private const int ProvisionalTitleMaxLength = 120;

    /// <summary>Takes each usable row in that is neither present nor a repetition, and reports on all of them.</summary>
    /// <typeparam name="T">What the rows become.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="present">The ids that the module has already.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="add">Adds one; its reader may still be given warnings.</param>
    public static ImportOutcome Take<T>(this IEnumerable<ReadRow<T>> rows, IEnumerable<string> present, Texts texts, Action<ReadRow<T>, T> add)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(add);
        var seen = present.ToDictionary(id => id, _ => 0);
        var (added, known, rejected, problems) = (0, 0, 0, new List<RowProblem>());
        foreach (var row in rows)
        {
            if (row.Content is { } content && seen.TryGetValue(row.ExternalId, out var first))
            {
                known++;
                if (first > 0) problems.Add(new(row.Number, "id", texts["import.in-file-twice", first], IsWarning: true));
                continue;
            }
            if (row.Content is null) rejected++;
            else
            {
                added++;
                seen[row.ExternalId] = row.Number;
                add(row, row.Content);
            }
            problems.AddRange(row.Reader.Notes.Select(note => new RowProblem(row.Number, note.Column, note.Message, note.IsWarning)));
        }
        return new(added, known, rejected, problems);
    }

    /// <summary>The row's title; without one, the beginning of what it says, with a warning. A row that says nothing is refused.</summary>
    /// <param name="row">The row.</param>
    /// <param name="body">What the row says.</param>
    /// <param name="maxLength">The most characters of the title.</param>
    public static LocalizedText Title(this RowReader row, LocalizedText body, int maxLength)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(body);
        var title = row.Localized("title", "title", maxLength);
        if (!title.IsEmpty) return title;
        if (body.IsEmpty) row.Refuse("", "import.empty-row");
        else row.Warn("title", "import.provisional-title");
        return new(Provisional(body.Zh), Provisional(body.En));

        static string? Provisional(string? text) => text is null ? null : RowReader.FirstSentence(text, ProvisionalTitleMaxLength);
    }

    /// <summary>A code or the name of one; an unknown one is left out with a warning.</summary>
    /// <param name="row">The row.</param>
    /// <param name="codes">The code lists.</param>
    /// <param name="list">The list's name.</param>
    /// <param name="column">The column.</param>
    public static string? Code(this RowReader row, ICodeLists codes, string list, string column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Code(column, text => codes.Find(list, text));
    }

    /// <summary>The currency of the row's amounts; null, with a warning, when it is unknown: an amount in it would say something false.</summary>
    /// <param name="row">The row.</param>
    /// <param name="codes">The code lists.</param>
    /// <param name="usual">The currency of a row that does not say.</param>
    public static string? Currency(this RowReader row, ICodeLists codes, string usual)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Raw("currency") is not { } text) return usual;
        var known = codes.Find(CodeListNames.Currency, text);
        if (known is null) row.Warn("currency", "import.currency-unknown", text);
        return known;
    }
}
