namespace TechMatch.Shared.Domain;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Number">1 for the first page.</param>
/// <param name="Size">How many items a page holds, at most <see cref="MaxSize"/>.</param>
public sealed record PageRequest(int Number = 1, int Size = PageRequest.DefaultSize)
{
    /// <summary>Items a page when nobody says.</summary>
    public const int DefaultSize = 20;

    /// <summary>The most items that one page may hold.</summary>
    public const int MaxSize = 100;

    /// <summary>The last page that may be asked for: deeper reading goes by filter or by export.</summary>
    public const int MaxNumber = 10_000;

    /// <summary>From query parameters, each put into its bounds.</summary>
    /// <param name="number">The page asked for; null for the first.</param>
    /// <param name="size">The size asked for; null for the default.</param>
    public static PageRequest From(int? number, int? size) =>
        new(Math.Clamp(number ?? 1, 1, MaxNumber), Math.Clamp(size ?? DefaultSize, 1, MaxSize));

    /// <summary>Items before this page.</summary>
    public int Skip => (Number - 1) * Size;
}

/// <summary>How many there are and which of them are shown: what a pager needs to know.</summary>
public interface IPage
{
    /// <summary>How many items there are on all pages.</summary>
    int Total { get; }

    /// <summary>This page, from 1.</summary>
    int Number { get; }

    /// <summary>Items a page.</summary>
    int Size { get; }

    /// <summary>How many pages there are; at least 1.</summary>
    int Pages { get; }
}

/// <summary>One page of a list. Every list of the API has this shape; a list that says more derives from it.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items of this page, in order.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Number">This page, from 1.</param>
/// <param name="Size">Items a page.</param>
public record Page<T>(IReadOnlyList<T> Items, int Total, int Number, int Size) : IPage
{
    /// <summary>How many pages there are; at least 1.</summary>
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}
