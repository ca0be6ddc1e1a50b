namespace TechMatch.Matching.Features.Feed;

/// <summary>Between this process's writers and its reader of the feed: one writer at a time, and a bell that wakes the reader.</summary>
internal sealed class FeedTraffic : IDisposable
{
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly SemaphoreSlim bell = new(0, 1);

    /// <summary>
    /// Runs a writer alone. Two at once would both take the feed's next place and one would have to come again; between
    /// nodes that is how it is settled, within one it would be waste.
    /// </summary>
    public async Task Alone(Func<Task> write, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            await write();
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Something was written. A bell that nobody hears yet is kept.</summary>
    public void Ring()
    {
        try
        {
            bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // It has been rung already.
        }
    }

    /// <summary>Waits for the bell, at most so long.</summary>
    public Task Listen(TimeSpan atMost, CancellationToken cancellationToken) => bell.WaitAsync(atMost, cancellationToken);

    public void Dispose()
    {
        writing.Dispose();
        bell.Dispose();
    }
}
