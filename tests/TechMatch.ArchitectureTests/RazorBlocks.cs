using System.Text;

namespace TechMatch.ArchitectureTests;

/// <summary>Takes C# out of a Razor page, so that only markup and its words are left. Good enough for our pages; not a Razor parser.</summary>
internal static class RazorBlocks
{
    public static string Strip(string page)
    {
        var text = new StringBuilder();
        var i = 0;
        while (i < page.Length)
        {
            if (page[i] == '@') i = SkipExpression(page, i, text);
            else text.Append(page[i++]);
        }
        // Control flow in our pages puts braces, else and case labels on lines of their own.
        return string.Join('\n', text.ToString().Split('\n').Where(line => !IsCode(line.Trim())));
    }

    private static bool IsCode(string line) =>
        line is "" or "{" or "}" or "else" or "};" or "default:" || line.StartsWith("var ", StringComparison.Ordinal) || line.StartsWith("} else", StringComparison.Ordinal) || line.StartsWith("else ", StringComparison.Ordinal) || line.StartsWith("else{", StringComparison.Ordinal)
        || ((line.EndsWith(';') || line.EndsWith(" =>", StringComparison.Ordinal)) && !line.Contains('<', StringComparison.Ordinal))
        || line.StartsWith("if (", StringComparison.Ordinal) || line.StartsWith("foreach (", StringComparison.Ordinal) || line.StartsWith("case ", StringComparison.Ordinal);

    private static int SkipExpression(string page, int at, StringBuilder text)
    {
        var i = at + 1;
        if (i >= page.Length) return i;
        if (page[i] == '@') return i + 1;
        if (page[i] is '(' or '{') return SkipBalanced(page, i);
        var word = Word(page, i);
        if (word.Length == 0) return i;
        i += word.Length;
        if (word is "page" or "model" or "using" or "inject" or "namespace" or "addTagHelper" or "implements" or "inherits" or "attribute")
        {
            while (i < page.Length && page[i] != '\n') i++;
            return i;
        }
        if (word is "code" or "functions")
        {
            while (page[i] != '{') i++;
            return SkipBalanced(page, i);
        }
        if (word is "if" or "foreach" or "for" or "while" or "switch" or "using" or "await") return SkipControl(page, i, word);
        return SkipMembers(page, i, text);
    }

    private static int SkipControl(string page, int i, string word)
    {
        if (word == "await") return SkipMembers(page, i + 1 + Word(page, i + 1).Length, null);
        while (i < page.Length && page[i] != '(') i++;
        return SkipBalanced(page, i);
    }

    private static int SkipMembers(string page, int i, StringBuilder? _)
    {
        while (i < page.Length)
        {
            if (page[i] is '(' or '[') i = SkipBalanced(page, i);
            else if (page[i] is '.' or '?' or '!' && i + 1 < page.Length && (char.IsLetter(page[i + 1]) || page[i + 1] is '.' or '[')) i++;
            else if (char.IsLetterOrDigit(page[i]) && page[i - 1] is '.' or '_') i += Word(page, i).Length;
            else break;
        }
        return i;
    }

    private static string Word(string page, int i)
    {
        var end = i;
        while (end < page.Length && (char.IsLetterOrDigit(page[end]) || page[end] == '_')) end++;
        return page[i..end];
    }

    private static int SkipBalanced(string page, int i)
    {
        var depth = 0;
        var quoted = false;
        for (; i < page.Length; i++)
        {
            if (page[i] == '"' && page[i - 1] != '\\') quoted = !quoted;
            if (quoted) continue;
            if (page[i] is '(' or '[' or '{') depth++;
            if (page[i] is ')' or ']' or '}' && --depth == 0) return i + 1;
        }
        return i;
    }
}
