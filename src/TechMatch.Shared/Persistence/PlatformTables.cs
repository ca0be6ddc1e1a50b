using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Messaging;

namespace TechMatch.Shared.Persistence;

/// <summary>The tables that every module's context maps and only <see cref="PlatformDbContext"/> migrates.</summary>
internal static class PlatformTables
{
    public static void Map(ModelBuilder builder, bool owned)
    {
        builder.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("Outbox", DatabaseProduct.PlatformModule, table => table.ExcludeFromMigrations(!owned));
            outbox.HasKey(message => message.Sequence);
            outbox.HasIndex(message => message.Id).IsUnique();
            // The dispatcher's question: which rows are not yet delivered, not dead and due?
            outbox.HasIndex(message => new { message.Sequence, message.NextAttemptAt, message.LockedUntil, message.LockedBy })
                .HasFilter("\"DeliveredAt\" IS NULL AND \"DeadAt\" IS NULL").HasDatabaseName("IX_Outbox_Due");
            // Those of the operators and of the purge: how many wait, which are dead, which are old.
            outbox.HasIndex(message => new { message.DeliveredAt, message.DeadAt });
            outbox.Property(message => message.Id).ValueGeneratedNever();
            outbox.Property(message => message.Type).HasMaxLength(OutboxMessage.TypeMaxLength);
            outbox.Property(message => message.LockedBy).HasMaxLength(OutboxMessage.NodeMaxLength);
            outbox.Property(message => message.Error).HasMaxLength(OutboxMessage.ErrorMaxLength);
        });
        builder.Entity<InboxMessage>(inbox =>
        {
            inbox.ToTable("Inbox", DatabaseProduct.PlatformModule, table => table.ExcludeFromMigrations(!owned));
            inbox.HasKey(message => new { message.MessageId, message.Consumer });
            inbox.HasIndex(message => message.AppliedAt);
            inbox.Property(message => message.Consumer).HasMaxLength(InboxMessage.ConsumerMaxLength);
        });
        builder.Entity<AuditEntry>(audit =>
        {
            audit.ToTable("AuditTrail", DatabaseProduct.PlatformModule, table => table.ExcludeFromMigrations(!owned));
            audit.HasKey(entry => entry.Id);
            audit.Property(entry => entry.Id).ValueGeneratedNever();
            audit.HasIndex(entry => entry.Sequence).IsUnique();
            // The chain's question: what is not sealed yet? SQL Server leaves nulls out of the unique index.
            audit.HasIndex(entry => new { entry.Sequence, entry.At });
            audit.HasIndex(entry => new { entry.Subject, entry.SubjectId });
            audit.Property(entry => entry.Actor).HasMaxLength(AuditEntry.NameMaxLength);
            audit.Property(entry => entry.Action).HasMaxLength(AuditEntry.NameMaxLength);
            audit.Property(entry => entry.Module).HasMaxLength(AuditEntry.NameMaxLength);
            audit.Property(entry => entry.Subject).HasMaxLength(AuditEntry.NameMaxLength);
            audit.Property(entry => entry.SubjectId).HasMaxLength(AuditEntry.NameMaxLength);
            audit.Property(entry => entry.Hash).HasMaxLength(AuditEntry.HashLength).IsUnicode(false);
        });
    }
}
