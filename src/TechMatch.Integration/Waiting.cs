namespace TechMatch.Integration;

/// <summary>Something that waits for the current user, shown on their home page.</summary>
/// <param name="TextKey">The key of the text that names it; its place <c>{0}</c> is filled with the count.</param>
/// <param name="Count">How many wait; 0 is not shown.</param>
/// <param name="Href">Where it is dealt with.</param>
/// <param name="Icon">An icon of the sprite.</param>
/// <param name="IsUrgent">Late, or failed: shown first.</param>
public sealed record WaitingItem(string TextKey, int Count, string Href, string Icon, bool IsUrgent = false);

/// <summary>A module's part of the home page: what waits for the current user. Registered by the module, as many as it likes; each counts by an index and asks nobody else.</summary>
public interface IWaitingWork
{
    /// <summary>What waits for the current user; empty for whom it does not concern.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    Task<IReadOnlyList<WaitingItem>> ForCurrentUser(CancellationToken cancellationToken);
}
