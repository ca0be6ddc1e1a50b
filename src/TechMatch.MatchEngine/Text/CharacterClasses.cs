using System.Globalization;

namespace TechMatch.MatchEngine.Text;

internal enum CharacterClass : byte
{
    Separator,
    Letter,
    Digit,

    /// <summary>Han, kana, Hangul: written without spaces, hence cut into characters and bigrams.</summary>
    Unspaced,
    HighSurrogate,
}

/// <summary>What the analyser does with each folded character.</summary>
internal static class CharacterClasses
{
    private static readonly CharacterClass[] Table = BuildTable();

    public static CharacterClass Of(char c) => Table[c];

    /// <summary>The class of a character outside the basic plane.</summary>
    public static CharacterClass Of(char high, char low)
    {
        if (!char.IsSurrogatePair(high, low))
        {
            return CharacterClass.Separator;
        }

        var codePoint = char.ConvertToUtf32(high, low);
        return codePoint is >= 0x20000 and <= 0x3FFFF ? CharacterClass.Unspaced : Of(CharUnicodeInfo.GetUnicodeCategory(codePoint));
    }

    private static CharacterClass[] BuildTable()
    {
        var table = new CharacterClass[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var c = (char)i;
            table[i] = char.IsHighSurrogate(c) ? CharacterClass.HighSurrogate
                : IsUnspaced(c) ? CharacterClass.Unspaced
                : Of(CharUnicodeInfo.GetUnicodeCategory(c));
        }

        return table;
    }

    private static CharacterClass Of(UnicodeCategory category) => category switch
    {
        <= UnicodeCategory.SpacingCombiningMark => CharacterClass.Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber => CharacterClass.Digit,
        _ => CharacterClass.Separator,
    };

    private static bool IsUnspaced(char c) => c
        is >= '\u4E00' and <= '\u9FFF' // Han
        or >= '\u3400' and <= '\u4DBF' // Han, extension A
        or >= '\uF900' and <= '\uFAFF' // Han, compatibility
        or >= '\u3041' and <= '\u3096' or >= '\u30A1' and <= '\u30FA' or '\u30FC' // kana
        or '\u3005' or '\u3007' // iteration mark, zero
        or >= '\uAC00' and <= '\uD7A3'; // Hangul
}
