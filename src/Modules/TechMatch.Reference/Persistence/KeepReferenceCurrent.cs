using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TechMatch.Reference.Persistence;

/// <summary>Adds what ships to the database at start, and looks every minute for what was published on another node.</summary>
internal sealed class KeepReferenceCurrent(IServiceScopeFactory services, TimeProvider clock, ILogger<KeepReferenceCurrent> log) : BackgroundService
{
    internal static readonly TimeSpan Poll = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Poll, clock);
        var added = false;
        try
        {
            do
            {
                added = await Refresh(added, stoppingToken);
            }
            while (await ticks.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process is stopping.
        }
    }

    private async Task<bool> Refresh(bool added, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<PublicationStore>();
            if (!added) await store.AddShipped(cancellationToken);
            added = true;
            await store.Reload(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not OutOfMemoryException)
        {
            log.LogError(failure, "Reference data could not be read from the database; what is in memory holds until the next try");
        }
        return added;
    }
}
