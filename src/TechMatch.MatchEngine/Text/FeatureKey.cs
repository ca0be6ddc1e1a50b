using System.Numerics;

namespace TechMatch.MatchEngine.Text;

/// <summary>
/// Names features by 64-bit numbers that are the same on every machine. With a million features, two share a number with a chance of
/// about 3 in 10⁸; they would then count as one word.
/// </summary>
internal static class FeatureKey
{
    /// <summary>FNV-1a over UTF-16 units, finished by the mixer of MurmurHash3 (A. Appleby, public domain) so that all bits are even.</summary>
    public static ulong Of(ReadOnlySpan<char> characters)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in characters)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return Mix(hash);
    }

    public static ulong OfPair(ulong first, ulong second) => Mix((first * 0x9E3779B97F4A7C15UL) ^ BitOperations.RotateLeft(second, 29));

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 33)) * 0xFF51AFD7ED558CCDUL;
        x = (x ^ (x >> 33)) * 0xC4CEB9FE1A85EC53UL;
        return x ^ (x >> 33);
    }
}
