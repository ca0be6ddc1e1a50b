namespace TechMatch.MatchEngine.Evaluation;

/// <summary>An evaluation set cannot be read. The message names the file and the line.</summary>
public sealed class EvaluationSetException : Exception
{
    internal EvaluationSetException(string file, int line, string reason, Exception? cause = null)
        : base(line > 0 ? $"{file}, line {line}: {reason}" : $"{file}: {reason}", cause)
    {
        File = file;
        Line = line;
    }

    /// <summary>The file, as a path under the folder that was given.</summary>
    public string File { get; }

    /// <summary>The line, counted from 1; 0 when the file as a whole is at fault.</summary>
    public int Line { get; }
}
