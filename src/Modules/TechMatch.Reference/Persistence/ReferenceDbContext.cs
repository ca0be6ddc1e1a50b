using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechMatch.Reference.Domain;
using TechMatch.Shared.Persistence;

namespace TechMatch.Reference.Persistence;

internal sealed class ReferenceDbContext(DbContextOptions<ReferenceDbContext> options) : ModuleDbContext(options, "reference")
{
    public DbSet<Publication> Publications => Set<Publication>();
}

internal sealed class PublicationConfiguration : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.ToTable("Publications");
        builder.HasKey(publication => publication.Id);
        // Several nodes that start at once all try to add what ships: one wins.
        builder.HasIndex(publication => new { publication.Kind, publication.Name, publication.Edition }).IsUnique();
        builder.Property(publication => publication.Name).HasMaxLength(Publication.NameMaxLength);
        builder.Property(publication => publication.Edition).HasMaxLength(Edition.MaxLength);
        builder.Property(publication => publication.Source).HasMaxLength(Publication.SourceMaxLength);
    }
}
