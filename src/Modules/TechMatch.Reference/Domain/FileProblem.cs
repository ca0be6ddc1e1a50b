using TechMatch.Shared.Web;

namespace TechMatch.Reference.Domain;

/// <summary>One thing that is wrong with a file that somebody wants to publish.</summary>
/// <param name="Path">Where, as JSON writes it: <c>codes[3].en</c>.</param>
/// <param name="Row">The row of <c>codes</c> or <c>rules</c>, from 1; null for the file's head.</param>
/// <param name="Subject">The row's code or key, as far as it has one.</param>
/// <param name="Text">The message's key.</param>
/// <param name="Arguments">Values for its numbered places.</param>
internal sealed record FileProblem(string Path, int? Row, string Subject, string Text, params IReadOnlyList<object> Arguments)
{
    /// <summary>The message in the reader's language, with the row in front.</summary>
    /// <param name="texts">The texts.</param>
    public string In(Texts texts)
    {
        var message = texts[Text, [Path[(Path.LastIndexOf('.') + 1)..], .. Arguments]];
        if (Row is not { } row) return message;
        return Subject.Length > 0 ? texts["reference.file.row-named", row, Subject, message] : texts["reference.file.row", row, message];
    }
}
