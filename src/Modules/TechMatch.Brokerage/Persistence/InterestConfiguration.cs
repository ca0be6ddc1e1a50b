using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechMatch.Brokerage.Domain;

namespace TechMatch.Brokerage.Persistence;

internal sealed class InterestConfiguration : IEntityTypeConfiguration<Interest>
{
    public void Configure(EntityTypeBuilder<Interest> builder)
    {
        builder.ToTable("Interests");
        builder.HasKey(interest => interest.Id);
        builder.Property(interest => interest.CooperationSought).HasMaxLength(Interest.AnswerMaxLength);
        builder.Property(interest => interest.Missing).HasMaxLength(Interest.AnswerMaxLength);
        builder.Property(interest => interest.AboutUs).HasMaxLength(Interest.AnswerMaxLength);
        builder.Property(interest => interest.DeclineReason).HasMaxLength(Interest.CodeMaxLength).IsUnicode(false);
        builder.Property(interest => interest.Note).HasMaxLength(Interest.NoteMaxLength);
        // Rows whose OpenFor is null do not collide, on any of the products.
        builder.HasIndex(interest => new { interest.ListingId, interest.OpenFor }).IsUnique();
        builder.HasIndex(interest => new { interest.ReceiverOrganisationId, interest.SentAt });
        builder.HasIndex(interest => new { interest.SenderOrganisationId, interest.SentAt });
        builder.HasIndex(interest => new { interest.State, interest.AnswerBy });
    }
}
