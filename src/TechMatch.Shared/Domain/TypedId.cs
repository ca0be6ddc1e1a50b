namespace TechMatch.Shared.Domain;

/// <summary>
/// An id that cannot be mistaken for another aggregate's: <c>readonly record struct ListingId(Guid Value) : ITypedId&lt;ListingId&gt;</c>.
/// Values are version 7 GUIDs: they grow with time, and index pages fill in order but on SQL Server, which orders them otherwise.
/// </summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface ITypedId<TSelf> : IComparable<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>The value that is stored and that other modules see.</summary>
    Guid Value { get; }

    /// <summary>Wraps a stored value.</summary>
    /// <param name="value">The stored value.</param>
    static abstract TSelf From(Guid value);

    /// <inheritdoc/>
    int IComparable<TSelf>.CompareTo(TSelf other) => Value.CompareTo(other.Value);
}

/// <summary>Makes new ids.</summary>
public static class NewId
{
    /// <summary>A new id for <paramref name="now"/>.</summary>
    /// <typeparam name="TId">The id type.</typeparam>
    /// <param name="now">The time of the change; it becomes the id's leading bits.</param>
    public static TId At<TId>(DateTimeOffset now)
        where TId : struct, ITypedId<TId> => TId.From(Guid.CreateVersion7(now));
}
