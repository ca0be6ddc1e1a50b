using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechMatch.Directory.Domain;

namespace TechMatch.Directory.Persistence;

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations");
        builder.Ignore(organisation => organisation.Name);
        builder.Property(organisation => organisation.Key).HasMaxLength(Organisation.KeyMaxLength);
        builder.Property(organisation => organisation.NameZh).HasMaxLength(Organisation.NameMaxLength);
        builder.Property(organisation => organisation.NameEn).HasMaxLength(Organisation.NameMaxLength);
        builder.Property(organisation => organisation.Type).HasMaxLength(Organisation.TypeMaxLength);
        builder.Property(organisation => organisation.CreditCode).HasMaxLength(CreditCode.Length).IsUnicode(false);
        builder.Property(organisation => organisation.Region).HasMaxLength(Organisation.RegionMaxLength).IsUnicode(false);
        builder.Property(organisation => organisation.Country).HasMaxLength(Organisation.CountryLength).IsUnicode(false);
        builder.HasIndex(organisation => organisation.Key).IsUnique();
        builder.HasIndex(organisation => organisation.CreditCode).IsUnique();
        builder.HasIndex(organisation => organisation.NameZh);
        builder.HasIndex(organisation => organisation.NameEn);
        builder.HasIndex(organisation => new { organisation.VerifiedAt, organisation.CreatedAt });
    }
}
