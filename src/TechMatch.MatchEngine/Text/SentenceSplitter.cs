namespace TechMatch.MatchEngine.Text;

/// <summary>Cuts a text at full stops, question and exclamation marks, semicolons and line ends of English and Chinese.</summary>
internal static class SentenceSplitter
{
    /// <returns>Start and end of each sentence without surrounding blanks; none is empty.</returns>
    public static IEnumerable<(int Start, int End)> Split(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsEnd(text, i))
            {
                if (TryTrim(text, start, i + 1, out var sentence))
                {
                    yield return sentence;
                }

                start = i + 1;
            }
        }

        if (TryTrim(text, start, text.Length, out var last))
        {
            yield return last;
        }
    }

    /// <returns>The end of the first sentence, or 0 when the text is blank.</returns>
    public static int FirstEnd(string text)
    {
        foreach (var (_, end) in Split(text))
        {
            return end;
        }

        return 0;
    }

    private static bool IsEnd(string text, int index) => text[index] switch
    {
        '。' or '！' or '？' or '；' or '\n' => true,
        '.' or '!' or '?' or ';' => index + 1 == text.Length || char.IsWhiteSpace(text[index + 1]) || text[index + 1] > '\u2E7F',
        _ => false,
    };

    private static bool TryTrim(string text, int start, int end, out (int Start, int End) sentence)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        sentence = (start, end);
        return end > start;
    }
}
