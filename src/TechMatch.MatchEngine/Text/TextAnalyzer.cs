namespace TechMatch.MatchEngine.Text;

/// <summary>
/// Cuts a text into features: English words as stems, compounds (part numbers, hyphenated words, numbers with units) besides their
/// parts, characters and overlapping bigrams for scripts without spaces, and adjacent pairs. Not thread-safe: it owns buffers.
/// </summary>
/// <remarks>
/// A compound is named by its letters, digits and decimal points, so that <c>AZ-31B</c> and <c>AZ31B</c> meet, as do <c>10 nm</c>,
/// <c>10-nm</c> and <c>10nm</c>. Traditional characters are not mapped to simplified ones yet.
/// </remarks>
internal sealed class TextAnalyzer
{
    private const int LongestWord = 128;

    [ThreadStatic]
    private static TextAnalyzer? _ofThread;

    private readonly FoldedText _folded = new();
    private readonly char[] _word = new char[LongestWord];

    /// <summary>The analyser of the current thread, made on first use.</summary>
    public static TextAnalyzer OfThread => _ofThread ??= new TextAnalyzer();

    /// <summary>Hands every feature of the text to the sink, in order of its end.</summary>
    public void Analyze<TSink>(string text, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        _folded.Fold(text);
        var characters = _folded.Characters;
        var previous = Neighbour.None;
        var i = 0;
        while (i < characters.Length)
        {
            var kind = ClassAt(characters, i, out var width);
            if (kind == CharacterClass.Unspaced)
            {
                previous = AddCharacter(characters, i, width, previous, ref sink);
                i += width;
            }
            else if (kind is CharacterClass.Letter or CharacterClass.Digit)
            {
                i = AddChain(characters, i, ref previous, ref sink);
            }
            else
            {
                if (characters[i] is '.' or '!' or '?' or ';' or '。' or '\n')
                {
                    previous = Neighbour.None;
                }

                i += width;
            }
        }
    }

    private static CharacterClass ClassAt(ReadOnlySpan<char> characters, int index, out int width)
    {
        var kind = CharacterClasses.Of(characters[index]);
        width = 1;
        if (kind != CharacterClass.HighSurrogate)
        {
            return kind;
        }

        if (index + 1 == characters.Length)
        {
            return CharacterClass.Separator;
        }

        width = 2;
        return CharacterClasses.Of(characters[index], characters[index + 1]);
    }

    /// <summary>Adds a character and, after another one, their bigram. Particles add nothing and part what stands around them.</summary>
    private Neighbour AddCharacter<TSink>(ReadOnlySpan<char> characters, int index, int width, Neighbour previous, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        if (Vocabulary.IsParticle(characters[index]))
        {
            return Neighbour.None;
        }

        var (start, end) = (_folded.OriginalStart(index), _folded.OriginalEnd(index + width - 1));
        sink.Add(FeatureKind.Character, FeatureKey.Of(characters.Slice(index, width)), start, end);
        if (previous.UnspacedEnd == index)
        {
            sink.Add(FeatureKind.Bigram, FeatureKey.Of(characters[previous.UnspacedStart..(index + width)]), previous.Start, end);
        }

        return new Neighbour(0, index, index + width, start);
    }

    /// <summary>Reads words joined by single connectors, such as <c>MIL-STD-1553B</c>, and a unit that follows a number.</summary>
    /// <returns>The index after the chain.</returns>
    private int AddChain<TSink>(ReadOnlySpan<char> characters, int start, ref Neighbour previous, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var (end, words, hasDigit, hasQuantity) = (start, 0, false, false);
        var next = start;
        do
        {
            var wordStart = next;
            end = WordEnd(characters, wordStart, out var isNumber);
            hasDigit |= isNumber || characters[wordStart..end].IndexOfAnyInRange('0', '9') >= 0;
            words++;
            AddWord(characters, wordStart, end, ref previous, ref sink);
            hasQuantity |= isNumber && words == 1 && TryAddQuantity(characters, wordStart, end, ref sink);

            next = SkipPossessive(characters, end) + 1;
        }
        while (next < characters.Length && IsConnector(characters[next - 1]) && next - 1 == end && IsWordStart(characters, next));

        if ((words == 2 && !hasQuantity) || (words > 2 && hasDigit))
        {
            AddCompound(characters, start, end, ref sink);
        }

        return next - 1;
    }

    private static bool IsConnector(char c) => c is '-' or '_' or '/' or '.' or '+' or '&' or '\u2010' or '\u2011' or '\u2013' or '\u2212';

    private static bool IsWordStart(ReadOnlySpan<char> characters, int index) =>
        ClassAt(characters, index, out _) is CharacterClass.Letter or CharacterClass.Digit;

    private static int SkipPossessive(ReadOnlySpan<char> characters, int end) =>
        end + 1 < characters.Length && characters[end] is '\'' or '\u2019' && characters[end + 1] == 's'
        && (end + 2 == characters.Length || !IsWordStart(characters, end + 2)) ? end + 2 : end;

    /// <summary>The end of a run of letters and digits; a number keeps its decimal point and its groups of three.</summary>
    private static int WordEnd(ReadOnlySpan<char> characters, int start, out bool isNumber)
    {
        isNumber = true;
        var i = start;
        while (i < characters.Length)
        {
            var kind = ClassAt(characters, i, out var width);
            if (kind is CharacterClass.Letter or CharacterClass.Digit)
            {
                isNumber &= kind == CharacterClass.Digit;
                i += width;
            }
            else if (isNumber && i > start && (characters[i] == '.' || (characters[i] == ',' && IsGroup(characters, i + 1)))
                && i + 1 < characters.Length && ClassAt(characters, i + 1, out _) == CharacterClass.Digit)
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    private static bool IsGroup(ReadOnlySpan<char> characters, int start) =>
        start + 3 <= characters.Length && characters.Slice(start, 3).IndexOfAnyExceptInRange('0', '9') < 0
        && (start + 3 == characters.Length || !char.IsAsciiDigit(characters[start + 3]));

    private void AddWord<TSink>(ReadOnlySpan<char> characters, int start, int end, ref Neighbour previous, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var word = characters[start..end];
        if (Vocabulary.IsStopWord(word))
        {
            return;
        }

        var key = KeyOf(word);
        var (originalStart, originalEnd) = (_folded.OriginalStart(start), _folded.OriginalEnd(end - 1));
        sink.Add(FeatureKind.Word, key, originalStart, originalEnd);
        if (previous.Word != 0)
        {
            sink.Add(FeatureKind.AdjacentPair, FeatureKey.OfPair(previous.Word, key), previous.Start, originalEnd);
        }

        previous = new Neighbour(key, -1, -1, originalStart);
    }

    /// <summary>The key of a word or compound: stemmed when it is English, otherwise its letters, digits and decimal points.</summary>
    private ulong KeyOf(ReadOnlySpan<char> characters)
    {
        if (characters.Length > LongestWord)
        {
            return FeatureKey.Of(characters);
        }

        var length = 0;
        for (var i = 0; i < characters.Length; i++)
        {
            var c = characters[i];
            if (CharacterClasses.Of(c) != CharacterClass.Separator || char.IsLowSurrogate(c) || (c == '.' && IsBetweenDigits(characters, i)))
            {
                _word[length++] = c;
            }
        }

        var word = _word.AsSpan(0, length);
        return FeatureKey.Of(word.ContainsAnyExceptInRange('a', 'z') ? word : word[..EnglishStemmer.Stem(word)]);
    }

    private static bool IsBetweenDigits(ReadOnlySpan<char> characters, int index) =>
        index > 0 && index + 1 < characters.Length && char.IsAsciiDigit(characters[index - 1]) && char.IsAsciiDigit(characters[index + 1]);

    private bool TryAddQuantity<TSink>(ReadOnlySpan<char> characters, int start, int numberEnd, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var unit = numberEnd;
        if (unit < characters.Length && characters[unit] is ' ' or '-')
        {
            unit++;
        }

        if (unit < characters.Length && characters[unit] == '°')
        {
            unit++;
        }

        if (unit == numberEnd || unit >= characters.Length || !IsWordStart(characters, unit))
        {
            return false;
        }

        var end = WordEnd(characters, unit, out _);
        if (!Vocabulary.IsUnit(characters[unit..end]))
        {
            return false;
        }

        AddCompound(characters, start, end, ref sink);
        return true;
    }

    private void AddCompound<TSink>(ReadOnlySpan<char> characters, int start, int end, ref TSink sink)
        where TSink : struct, IFeatureSink =>
        sink.Add(FeatureKind.Compound, KeyOf(characters[start..end]), _folded.OriginalStart(start), _folded.OriginalEnd(end - 1));

    /// <summary>What stands before the current place: a word by its key, or a character of an unspaced script by its folded place.</summary>
    private readonly record struct Neighbour(ulong Word, int UnspacedStart, int UnspacedEnd, int Start)
    {
        public static Neighbour None => new(0, -1, -1, 0);
    }
}
