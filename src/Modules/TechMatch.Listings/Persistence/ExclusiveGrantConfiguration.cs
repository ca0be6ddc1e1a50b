using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechMatch.Listings.Domain;

namespace TechMatch.Listings.Persistence;

internal sealed class ExclusiveGrantConfiguration : IEntityTypeConfiguration<ExclusiveGrant>
{
    public void Configure(EntityTypeBuilder<ExclusiveGrant> builder)
    {
        builder.ToTable("ExclusiveGrants");
        builder.HasKey(grant => grant.DealId);
        builder.HasIndex(grant => grant.ListingId);
        // Two consumers at once: the second finds another version, fails, and is delivered again.
        builder.Property(grant => grant.Version).IsConcurrencyToken();
    }
}
