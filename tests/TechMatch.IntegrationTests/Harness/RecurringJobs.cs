using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Jobs;

namespace TechMatch.IntegrationTests.Harness;

/// <summary>Runs a recurring job at once instead of waiting for its time.</summary>
public static class RecurringJobs
{
    /// <summary>
    /// One whole run. The market's own runner holds no lease against a test: where both change the same rows at the same
    /// moment, one is refused and tries again, as a second node would.
    /// </summary>
    public static Task RunNow<TJob>(this Market market)
        where TJob : class, IRecurringJob => Eventually.True(() => market.With<TJob, bool>(async job =>
    {
        try
        {
            await job.Run(CancellationToken.None);
            return true;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }), $"run of {typeof(TJob).Name}");
}
