namespace TechMatch.Shared.Domain;

/// <summary>
/// The root of what is changed together. Its <see cref="Version"/> is the concurrency token of every database product,
/// the ETag of the API and the version that its events carry.
/// </summary>
public abstract class Aggregate
{
    /// <summary>1 when first saved, one more with each save that changes it. Set by <c>ModuleDbContext</c>, never by hand.</summary>
    public long Version { get; internal set; }

    /// <summary>The version this aggregate will have once the changes under way are saved; what its events must say.</summary>
    public long NextVersion => Version + 1;

    /// <summary>When the last change was made; set by every method that changes the aggregate, so that its row is written too when only a child changed.</summary>
    public DateTimeOffset ChangedAt { get; protected set; }

    /// <summary>Refuses when the caller read an older version (<c>If-Match</c>).</summary>
    /// <param name="version">The version that the caller read; null when the caller does not care.</param>
    /// <exception cref="StaleVersionException">Somebody changed the aggregate since.</exception>
    public void RequireVersion(long? version)
    {
        if (version is { } expected && expected != Version) throw new StaleVersionException();
    }
}
