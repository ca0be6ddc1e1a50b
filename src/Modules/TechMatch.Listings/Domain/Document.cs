using System.Globalization;
using System.Text;

namespace TechMatch.Listings.Domain;

/// <summary>The public file of a listing.</summary>
internal sealed record Document(string Name, string Type, long Length, string Hash)
{
    public const long MaxLength = 10 * 1024 * 1024;
    public const int NameMaxLength = 120;
    public const int TypeMaxLength = 60;
    public const int HashLength = 64;

    private static readonly (byte[] Start, string Type, string[] Endings)[] Kinds =
    [
        ("%PDF-"u8.ToArray(), "application/pdf", [".pdf"]),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png", [".png"]),
        ([0xFF, 0xD8, 0xFF], "image/jpeg", [".jpg", ".jpeg"]),
    ];

    /// <summary>What the bytes are; null when they are nothing that may be attached. The name and the sender's word do not count.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> content)
    {
        foreach (var kind in Kinds)
            if (content.StartsWith(kind.Start)) return kind.Type;
        return IsText(content) ? "text/plain" : null;
    }

    /// <summary>A name that is safe on every file system and in a header, with the ending of its type.</summary>
    public static string SafeName(string? name, string type)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var kept = new StringBuilder();
        foreach (var character in last.Normalize(NormalizationForm.FormC))
            // Format characters turn the reading direction and so hide an ending.
            if (!char.IsControl(character) && !char.IsSurrogate(character) && char.GetUnicodeCategory(character) is not UnicodeCategory.Format && !"<>:\"|?*%;".Contains(character, StringComparison.Ordinal))
                kept.Append(character);
        var endings = Kinds.FirstOrDefault(kind => kind.Type == type).Endings ?? [".txt"];
        var clean = kept.ToString().Trim(' ', '.');
        var ending = endings.FirstOrDefault(known => clean.EndsWith(known, StringComparison.OrdinalIgnoreCase));
        var stem = ending is null ? clean : clean[..^ending.Length].Trim(' ', '.');
        if (stem.Length == 0) stem = "document";
        ending ??= endings[0];
        return stem[..Math.Min(stem.Length, NameMaxLength - ending.Length)] + ending;
    }

    private static bool IsText(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty) return false;
        foreach (var value in content)
            if (value < 0x20 && value is not (0x09 or 0x0A or 0x0D)) return false;
        return System.Text.Unicode.Utf8.IsValid(content);
    }
}
