using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechMatch.Statistics.Domain;

namespace TechMatch.Statistics.Persistence;

// Versions are concurrency tokens: two nodes may apply two events of one aggregate at once, and the later one must look again.
internal sealed class MarketEntryMapping : IEntityTypeConfiguration<MarketEntry>
{
    public void Configure(EntityTypeBuilder<MarketEntry> builder)
    {
        builder.ToTable("Market");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Version).IsConcurrencyToken();
        builder.Property(entry => entry.Field).HasMaxLength(MarketEntry.FieldMaxLength);
        builder.HasIndex(entry => new { entry.IsOnMarket, entry.Side, entry.Field });
    }
}

internal sealed class DealFactMapping : IEntityTypeConfiguration<DealFact>
{
    public void Configure(EntityTypeBuilder<DealFact> builder)
    {
        builder.ToTable("Deals");
        builder.Property(deal => deal.Id).ValueGeneratedNever();
        builder.Property(deal => deal.Version).IsConcurrencyToken();
        builder.HasIndex(deal => deal.SignedOn);
    }
}

internal sealed class ContractFactMapping : IEntityTypeConfiguration<ContractFact>
{
    public void Configure(EntityTypeBuilder<ContractFact> builder)
    {
        builder.ToTable("Contracts");
        builder.Property(contract => contract.Id).ValueGeneratedNever();
        builder.Property(contract => contract.Version).IsConcurrencyToken();
        builder.Property(contract => contract.Type).HasMaxLength(ContractFact.CodeMaxLength);
        builder.Property(contract => contract.Field).HasMaxLength(ContractFact.CodeMaxLength);
        builder.Property(contract => contract.Flow).HasMaxLength(ContractFact.CodeMaxLength);
        builder.Property(contract => contract.Currency).HasMaxLength(ContractFact.CurrencyLength);
        builder.Property(contract => contract.Month).HasMaxLength(ContractFact.MonthLength);
        builder.Property(contract => contract.SellerProvince).HasMaxLength(ContractFact.ProvinceLength);
        builder.Property(contract => contract.BuyerProvince).HasMaxLength(ContractFact.ProvinceLength);
        builder.HasIndex(contract => contract.RegisteredOn);
        // The home page asks for count and sum at every visit: the index alone answers.
        builder.HasIndex(contract => new { contract.Currency, contract.TotalHundredths });
    }
}
