namespace TechMatch.Integration;

/// <summary>One row of an imported file: column of the neutral exchange record (camel case) → text; lists are separated by commas.</summary>
/// <param name="Number">Its place in the file, from 1, not counting a heading.</param>
/// <param name="Values">What it holds; a missing column and an empty text mean the same.</param>
public sealed record ImportRow(int Number, IReadOnlyDictionary<string, string> Values);

/// <summary>Something to say about a row.</summary>
/// <param name="Row">The row's number.</param>
/// <param name="Field">The column; empty when it is about the whole row.</param>
/// <param name="Message">What is wrong, in the language of the person who imports.</param>
/// <param name="IsWarning">True when the row went in all the same.</param>
public sealed record RowProblem(int Row, string Field, string Message, bool IsWarning);

/// <summary>What became of the rows.</summary>
/// <param name="Added">Rows that went in (or would, in a dry run).</param>
/// <param name="Known">Rows that were there already.</param>
/// <param name="Rejected">Rows that did not go in.</param>
/// <param name="Problems">Errors and warnings, in order of row.</param>
public sealed record ImportOutcome(int Added, int Known, int Rejected, IReadOnlyList<RowProblem> Problems);
