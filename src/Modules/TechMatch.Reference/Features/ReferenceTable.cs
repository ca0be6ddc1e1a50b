using TechMatch.Shared.Domain;

namespace TechMatch.Reference.Features;

/// <summary>One of the tables on the page of all reference data.</summary>
/// <param name="Path">The part of the address and of the texts' keys: <c>codelists</c>, <c>rulepacks</c>, <c>calendars</c>.</param>
/// <param name="Rows">What stands in it.</param>
internal sealed record ReferenceTable(string Path, Page<ReferenceRow> Rows);
