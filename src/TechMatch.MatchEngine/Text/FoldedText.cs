using System.Globalization;
using System.Text;

namespace TechMatch.MatchEngine.Text;

/// <summary>
/// A text in compatibility form NFKC and lower case, with the way back: each folded character knows the stretch of the original it
/// came from. The buffers are reused from text to text.
/// </summary>
internal sealed class FoldedText
{
    private char[] _characters = new char[4096];
    private int[] _starts = new int[4096];
    private int[] _ends = new int[4096];
    private char[] _scratch = new char[64];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Characters => _characters.AsSpan(0, Length);

    public int OriginalStart(int folded) => _starts[folded];

    public int OriginalEnd(int folded) => _ends[folded];

    public void Fold(string text)
    {
        Length = 0;
        EnsureRoom(text.Length);
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            var end = i + (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1);
            var extended = false;
            while (end < text.Length && text[end] >= '\u0300' && JoinsPrevious(text, end, out var width))
            {
                end += width;
                extended = true;
            }

            if (!extended && IsUnchangedByNfkc(c))
            {
                Append(c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c, i, end);
            }
            else
            {
                Normalise(text, i, end);
            }

            i = end;
        }
    }

    private static bool IsUnchangedByNfkc(char c) => c < '\u0080' || c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    /// <summary>True for a character that normalisation may join with, or sort among, those before it: marks, Hangul parts, kana voicing.</summary>
    private static bool JoinsPrevious(string text, int index, out int width)
    {
        var c = text[index];
        width = 1;
        if (c is >= '\u1160' and <= '\u11FF' or >= '\u3131' and <= '\u318E' or >= '\uFF9E' and <= '\uFFDC')
        {
            return true;
        }

        if (char.IsSurrogate(c))
        {
            width = 2;
            if (!char.IsHighSurrogate(c) || index + 1 >= text.Length || !char.IsLowSurrogate(text[index + 1]))
            {
                return false;
            }
        }

        return CharUnicodeInfo.GetUnicodeCategory(text, index)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
    }

    private void Normalise(string text, int start, int end)
    {
        var source = text.AsSpan(start, end - start);
        if (source[0] == '\uFFFE' || (char.IsSurrogate(source[0]) && (source.Length == 1 || !char.IsSurrogatePair(source[0], source[1]))))
        {
            // Half a surrogate pair and U+FFFE are no characters; normalisation would throw.
            Append(' ', start, start + 1);
            if (source.Length > 1)
            {
                Normalise(text, start + 1, end);
            }

            return;
        }

        int written;
        while (!source.TryNormalize(_scratch, out written, NormalizationForm.FormKC))
        {
            _scratch = new char[_scratch.Length * 2];
        }

        for (var i = 0; i < written; i++)
        {
            Append(char.ToLowerInvariant(_scratch[i]), start, end);
        }
    }

    private void Append(char c, int start, int end)
    {
        if (Length == _characters.Length)
        {
            EnsureRoom(Length * 2);
        }

        _characters[Length] = c;
        _starts[Length] = start;
        _ends[Length++] = end;
    }

    private void EnsureRoom(int length)
    {
        if (length > _characters.Length)
        {
            Array.Resize(ref _characters, length);
            Array.Resize(ref _starts, length);
            Array.Resize(ref _ends, length);
        }
    }
}
