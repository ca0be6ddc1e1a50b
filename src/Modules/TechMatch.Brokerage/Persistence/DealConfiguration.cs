using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechMatch.Brokerage.Domain;

namespace TechMatch.Brokerage.Persistence;

internal sealed class DealConfiguration : IEntityTypeConfiguration<Deal>
{
    public void Configure(EntityTypeBuilder<Deal> builder)
    {
        builder.ToTable("Deals");
        builder.HasKey(deal => deal.Id);
        builder.Property(deal => deal.Cooperation).HasMaxLength(Deal.CodeMaxLength).IsUnicode(false);
        builder.Property(deal => deal.Currency).HasMaxLength(Deal.CurrencyLength).IsUnicode(false);
        builder.Property(deal => deal.RegistrationNumber).HasMaxLength(Deal.RegistrationNumberMaxLength);
        builder.Property(deal => deal.ExitReason).HasMaxLength(Deal.CodeMaxLength).IsUnicode(false);
        builder.HasOne<Interest>().WithOne().HasForeignKey<Deal>(deal => deal.InterestId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(deal => deal.Events).WithOne().HasForeignKey(line => line.DealId);
        builder.HasIndex(deal => deal.SellerOrganisationId);
        builder.HasIndex(deal => deal.BuyerOrganisationId);
        builder.HasIndex(deal => new { deal.BrokerId, deal.Stage });
        builder.HasIndex(deal => new { deal.Stage, deal.StageSince });
    }
}

internal sealed class DealEventConfiguration : IEntityTypeConfiguration<DealEvent>
{
    public void Configure(EntityTypeBuilder<DealEvent> builder)
    {
        builder.ToTable("DealEvents");
        builder.HasKey(line => new { line.DealId, line.Number });
        builder.Property(line => line.Number).ValueGeneratedNever();
        builder.Property(line => line.Detail).HasMaxLength(Deal.RegistrationNumberMaxLength);
        builder.Property(line => line.Note).HasMaxLength(Deal.NoteMaxLength);
    }
}
