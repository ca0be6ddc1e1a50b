using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechMatch.Directory.Domain;

namespace TechMatch.Directory.Persistence;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.Ignore(person => person.Name);
        builder.Property(person => person.Email).HasMaxLength(Person.EmailMaxLength);
        builder.Property(person => person.NormalizedEmail).HasMaxLength(Person.EmailMaxLength);
        builder.Property(person => person.NameZh).HasMaxLength(Person.NameMaxLength);
        builder.Property(person => person.NameEn).HasMaxLength(Person.NameMaxLength);
        builder.Property(person => person.Role).HasMaxLength(Person.RoleMaxLength).IsUnicode(false);
        builder.Property(person => person.PasswordHash).HasMaxLength(Person.HashMaxLength).IsUnicode(false);
        builder.Property(person => person.SecurityStamp).HasMaxLength(Person.StampMaxLength).IsUnicode(false);
        builder.HasIndex(person => person.NormalizedEmail).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(person => person.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
