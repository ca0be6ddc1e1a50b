using TechMatch.Shared.Web;

namespace TechMatch.Reference.Features;

/// <summary>A source as pages show it: <c>ours</c>, which may have an explanation behind it, is a word of the data and not of the reader's language.</summary>
internal static class SourceText
{
    private const string Ours = "ours";

    public static string Of(string source, Texts texts) => source.StartsWith(Ours, StringComparison.Ordinal) ? texts["reference.source.ours"] + source[Ours.Length..] : source;
}
