using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechMatch.Shared.Messaging;
using TechMatch.Shared.Persistence;

namespace TechMatch.Shared.Jobs;

/// <summary>How far a job is.</summary>
public enum JobStatus
{
    /// <summary>Waiting for a node.</summary>
    Queued,

    /// <summary>A node has it.</summary>
    Running,

    /// <summary>Finished.</summary>
    Done,

    /// <summary>Given up after repeated failures.</summary>
    Failed,
}

/// <summary>A piece of work that outlives the request, and the process, that asked for it.</summary>
internal sealed class Job
{
    public const int KindMaxLength = 100;
    public const int MaxAttempts = 5;

    public Guid Id { get; init; }

    public required string Kind { get; init; }

    public required string Payload { get; init; }

    public JobStatus Status { get; set; }

    public int Done { get; set; }

    public int Total { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset NotBefore { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public string? LockedBy { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public string? Error { get; set; }
}

[PlatformOnly]
internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("Jobs");
        builder.HasKey(job => job.Id);
        builder.Property(job => job.Id).ValueGeneratedNever();
        builder.HasIndex(job => new { job.Status, job.NotBefore });
        builder.Property(job => job.Kind).HasMaxLength(Job.KindMaxLength);
        builder.Property(job => job.LockedBy).HasMaxLength(OutboxMessage.NodeMaxLength);
        builder.Property(job => job.Error).HasMaxLength(OutboxMessage.ErrorMaxLength);
    }
}
