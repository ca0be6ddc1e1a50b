using System.Buffers;

namespace TechMatch.MatchEngine.Text;

/// <summary>
/// Reduces an English word to its stem by the English (Porter2) stemming algorithm, as M. F. Porter describes it at
/// https://snowballstem.org/algorithms/english/stemmer.html. Written from that description.
/// </summary>
internal ref struct EnglishStemmer
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly string[] Step2Suffixes =
    [
        "ization", "ational", "fulness", "ousness", "iveness", "tional", "biliti", "lessli", "entli", "ation", "alism", "aliti",
        "ousli", "iviti", "fulli", "enci", "anci", "abli", "izer", "ator", "alli", "bli", "ogi", "li",
    ];

    private static readonly string[] Step2Replacements =
    [
        "ize", "ate", "ful", "ous", "ive", "tion", "ble", "less", "ent", "ate", "al", "al",
        "ous", "ive", "ful", "ence", "ance", "able", "ize", "ate", "al", "ble", "og", "",
    ];

    private static readonly string[] Step3Suffixes = ["ational", "tional", "alize", "icate", "iciti", "ative", "ical", "ness", "ful"];
    private static readonly string[] Step3Replacements = ["ate", "tion", "al", "ic", "ic", "", "ic", "", ""];

    private static readonly string[] Step4Suffixes =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
        "al", "er", "ic",
    ];

    private readonly Span<char> _word;
    private int _length;
    private int _r1;
    private int _r2;

    private EnglishStemmer(Span<char> word)
    {
        _word = word;
        _length = word.Length;
    }

    /// <summary>Stems in place; a stem is never longer than its word.</summary>
    /// <param name="word">Lower-case letters a–z.</param>
    /// <returns>Length of the stem.</returns>
    public static int Stem(Span<char> word)
    {
        if (word.Length <= 2)
        {
            return word.Length;
        }

        var special = Special(word);
        if (special is not null)
        {
            special.CopyTo(word);
            return special.Length;
        }

        var stemmer = new EnglishStemmer(word);
        stemmer.Run();
        return stemmer._length;
    }

    private static string? Special(ReadOnlySpan<char> word) => word.Length > 6 ? null : word switch
    {
        "skis" => "ski",
        "skies" => "sky",
        "dying" => "die",
        "lying" => "lie",
        "tying" => "tie",
        "idly" => "idl",
        "gently" => "gentl",
        "ugly" => "ugli",
        "early" => "earli",
        "only" => "onli",
        "singly" => "singl",
        "sky" or "news" or "howe" or "atlas" or "cosmos" or "bias" or "andes" => word.ToString(),
        _ => null,
    };

    private void Run()
    {
        // A y that acts as a consonant is written Y until the end.
        for (var i = 0; i < _length; i++)
        {
            if (_word[i] == 'y' && (i == 0 || IsVowel(_word[i - 1])))
            {
                _word[i] = 'Y';
            }
        }

        MarkRegions();
        Step1A();
        if (!IsFinishedAfterStep1A())
        {
            Step1B();
            if (_length > 2 && _word[_length - 1] is 'y' or 'Y' && !IsVowel(_word[_length - 2]))
            {
                _word[_length - 1] = 'i';
            }

            Step2();
            Step3();
            Step4();
            Step5();
        }

        _word[.._length].Replace('Y', 'y');
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private readonly bool EndsWith(string suffix) => _word[.._length].EndsWith(suffix);

    private void MarkRegions()
    {
        var word = _word[.._length];
        _r1 = word.StartsWith("gener") || word.StartsWith("arsen") ? 5 : word.StartsWith("commun") ? 6 : RegionAfter(0);
        _r2 = RegionAfter(_r1);
    }

    /// <summary>The region after the first non-vowel that follows a vowel.</summary>
    private readonly int RegionAfter(int start)
    {
        for (var i = start + 1; i < _length; i++)
        {
            if (!IsVowel(_word[i]) && IsVowel(_word[i - 1]))
            {
                return i + 1;
            }
        }

        return _length;
    }

    private readonly bool HasVowelBefore(int end) => _word[..end].ContainsAny(Vowels);

    private readonly bool EndsInShortSyllable(int end) => end switch
    {
        < 2 => false,
        2 => IsVowel(_word[0]) && !IsVowel(_word[1]),
        _ => !IsVowel(_word[end - 1]) && _word[end - 1] is not ('w' or 'x' or 'Y') && IsVowel(_word[end - 2]) && !IsVowel(_word[end - 3]),
    };

    private void Step1A()
    {
        if (EndsWith("sses"))
        {
            _length -= 2;
        }
        else if (EndsWith("ied") || EndsWith("ies"))
        {
            _length -= _length > 4 ? 2 : 1;
        }
        else if (EndsWith("s") && !EndsWith("us") && !EndsWith("ss") && HasVowelBefore(_length - 2))
        {
            _length--;
        }
    }

    private readonly bool IsFinishedAfterStep1A() => _length is 6 or 7 && _word[.._length]
        is "inning" or "outing" or "canning" or "herring" or "earring" or "proceed" or "exceed" or "succeed";

    private void Step1B()
    {
        if (EndsWith("eed") || EndsWith("eedly"))
        {
            var start = _length - (EndsWith("eed") ? 3 : 5);
            if (start >= _r1)
            {
                _length = start + 2;
            }

            return;
        }

        var stem = EndsWith("ingly") ? _length - 5 : EndsWith("edly") ? _length - 4 : EndsWith("ing") ? _length - 3 : EndsWith("ed") ? _length - 2 : 0;
        if (stem == 0 || !HasVowelBefore(stem))
        {
            return;
        }

        _length = stem;
        if (EndsWith("at") || EndsWith("bl") || EndsWith("iz") || (_r1 >= _length && EndsInShortSyllable(_length)))
        {
            _word[_length++] = 'e';
        }
        else if (EndsInDouble())
        {
            _length--;
        }
    }

    private readonly bool EndsInDouble() => _length >= 2 && _word[_length - 1] == _word[_length - 2]
        && _word[_length - 1] is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';

    private void Step2()
    {
        var found = FindSuffix(Step2Suffixes);
        if (found < 0)
        {
            return;
        }

        var start = _length - Step2Suffixes[found].Length;
        var allowed = Step2Suffixes[found] switch
        {
            "ogi" => start > 0 && _word[start - 1] == 'l',
            "li" => start > 0 && _word[start - 1] is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
            _ => true,
        };
        if (start >= _r1 && allowed)
        {
            ReplaceFrom(start, Step2Replacements[found]);
        }
    }

    private void Step3()
    {
        var found = FindSuffix(Step3Suffixes);
        if (found < 0)
        {
            return;
        }

        var start = _length - Step3Suffixes[found].Length;
        if (start >= (Step3Suffixes[found] == "ative" ? _r2 : _r1))
        {
            ReplaceFrom(start, Step3Replacements[found]);
        }
    }

    private void Step4()
    {
        var found = FindSuffix(Step4Suffixes);
        if (found < 0)
        {
            return;
        }

        var start = _length - Step4Suffixes[found].Length;
        if (start >= _r2 && (Step4Suffixes[found] != "ion" || (start > 0 && _word[start - 1] is 's' or 't')))
        {
            _length = start;
        }
    }

    private void Step5()
    {
        if (_length == 0)
        {
            return;
        }

        var last = _length - 1;
        if (_word[last] == 'e' && (last >= _r2 || (last >= _r1 && !EndsInShortSyllable(last))))
        {
            _length--;
        }
        else if (_word[last] == 'l' && last >= _r2 && last > 0 && _word[last - 1] == 'l')
        {
            _length--;
        }
    }

    /// <summary>Finds the longest suffix: the lists run from long to short.</summary>
    private readonly int FindSuffix(string[] suffixes)
    {
        for (var i = 0; i < suffixes.Length; i++)
        {
            if (EndsWith(suffixes[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private void ReplaceFrom(int start, string replacement)
    {
        replacement.CopyTo(_word[start..]);
        _length = start + replacement.Length;
    }
}
