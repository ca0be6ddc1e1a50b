using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Files;
using TechMatch.Shared.Jobs;

namespace TechMatch.Shared.Persistence;

/// <summary>Outbox, inbox, audit trail, jobs, timers and files: what every module stands on. Its migrations come first.</summary>
/// <param name="options">The context's options.</param>
public sealed class PlatformDbContext(DbContextOptions<PlatformDbContext> options) : ModuleDbContext(options, DatabaseProduct.PlatformModule)
{
    internal DbSet<Job> Jobs => Set<Job>();

    internal DbSet<RecurringJobState> RecurringJobs => Set<RecurringJobState>();

    internal DbSet<StoredFile> Files => Set<StoredFile>();

    private protected override bool OwnsPlatformTables => true;
}
