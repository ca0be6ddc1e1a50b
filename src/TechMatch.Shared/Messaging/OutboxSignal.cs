namespace TechMatch.Shared.Messaging;

/// <summary>Wakes the dispatcher of this process; a set signal is kept until it is seen, so none is lost.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim semaphore = new(0, 1);

    /// <summary>Wakes the waiter, or the next to wait.</summary>
    public void Set()
    {
        try
        {
            semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already set.
        }
    }

    /// <summary>Waits for a signal or for the time to pass, whichever is first.</summary>
    /// <param name="atMost">The longest wait.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task Wait(TimeSpan atMost, CancellationToken cancellationToken) => semaphore.WaitAsync(atMost, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => semaphore.Dispose();
}
