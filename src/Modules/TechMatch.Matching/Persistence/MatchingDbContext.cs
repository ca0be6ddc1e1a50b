using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechMatch.Matching.Domain;
using TechMatch.Shared.Persistence;

namespace TechMatch.Matching.Persistence;

internal sealed class MatchingDbContext(DbContextOptions<MatchingDbContext> options) : ModuleDbContext(options, "matching")
{
    public DbSet<IndexedDocument> Documents => Set<IndexedDocument>();

    public DbSet<FeedState> Feed => Set<FeedState>();
}

internal sealed class IndexedDocumentConfiguration : IEntityTypeConfiguration<IndexedDocument>
{
    public void Configure(EntityTypeBuilder<IndexedDocument> builder)
    {
        builder.ToTable("IndexedDocuments");
        builder.HasKey(document => new { document.Side, document.Id });
        builder.Property(document => document.Id).ValueGeneratedNever();
        // Every node asks again and again: what came after the place that I know?
        builder.HasIndex(document => document.FeedPosition).IsUnique();
    }
}

internal sealed class FeedStateConfiguration : IEntityTypeConfiguration<FeedState>
{
    public void Configure(EntityTypeBuilder<FeedState> builder)
    {
        builder.ToTable("Feed");
        builder.HasKey(feed => feed.Id);
        builder.Property(feed => feed.Id).ValueGeneratedNever();
        builder.Property(feed => feed.Position).IsConcurrencyToken();
        builder.HasData(new { Id = FeedState.TheOnlyId, Position = 0L });
    }
}
