namespace TechMatch.Directory.Domain;

/// <summary>统一社会信用代码, the number of an organisation in mainland China: 18 characters by GB 32100-2015.</summary>
internal static class CreditCode
{
    public const int Length = 18;

    // I, O, S, V and Z are left out of the standard's alphabet: they are read as 1, 0, 5, U and 2.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>Upper case without blanks; null instead of an empty text.</summary>
    public static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : string.Concat(text.Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();

    /// <summary>Whether length, alphabet, the six digits of the registering place and the check digit are right. Expects <see cref="Clean"/> text.</summary>
    public static bool IsValid(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length == Length
            && code.All(character => Alphabet.Contains(character, StringComparison.Ordinal))
            && code[2..8].All(char.IsAsciiDigit)
            && code[^1] == CheckDigit(code[..^1]);
    }

    /// <summary>The last character that belongs to the first seventeen: weights are the powers of 3 modulo 31.</summary>
    public static char CheckDigit(string firstSeventeen)
    {
        ArgumentNullException.ThrowIfNull(firstSeventeen);
        var (sum, weight) = (0, 1);
        foreach (var character in firstSeventeen)
        {
            sum += Alphabet.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % Alphabet.Length;
        }
        return Alphabet[(Alphabet.Length - sum % Alphabet.Length) % Alphabet.Length];
    }
}
