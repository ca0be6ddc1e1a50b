using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechMatch.Contracts.Domain;

namespace TechMatch.Contracts.Persistence;

internal sealed class TechnologyContractMapping : IEntityTypeConfiguration<TechnologyContract>
{
    public void Configure(EntityTypeBuilder<TechnologyContract> builder)
    {
        builder.ToTable("Contracts");
        builder.HasKey(contract => contract.Id);
        // One deal makes one contract, however often it is told.
        builder.HasIndex(contract => contract.DealId).IsUnique();
        builder.HasIndex(contract => contract.RegistrationNumber).IsUnique();
        builder.HasIndex(contract => new { contract.State, contract.DueOn });
        builder.HasIndex(contract => contract.SellerId);
        builder.HasIndex(contract => contract.BuyerId);
        builder.HasIndex(contract => contract.BrokerId);
        builder.Property(contract => contract.SellerRegion).HasMaxLength(Party.RegionMaxLength);
        builder.Property(contract => contract.SellerCountry).HasMaxLength(Party.CountryLength);
        builder.Property(contract => contract.BuyerRegion).HasMaxLength(Party.RegionMaxLength);
        builder.Property(contract => contract.BuyerCountry).HasMaxLength(Party.CountryLength);
        builder.ComplexProperty(contract => contract.ProjectName, name =>
        {
            name.Property(text => text.Zh).HasMaxLength(TechnologyContract.NameMaxLength);
            name.Property(text => text.En).HasMaxLength(TechnologyContract.NameMaxLength);
        });
        builder.ComplexProperty(contract => contract.Clock, clock => clock.Ignore(running => running.DueOn));
        builder.Property(contract => contract.Cooperation).HasMaxLength(TechnologyContract.CodeMaxLength);
        builder.Property(contract => contract.Type).HasMaxLength(TechnologyContract.CodeMaxLength);
        builder.Property(contract => contract.Subtype).HasMaxLength(TechnologyContract.CodeMaxLength);
        builder.Property(contract => contract.Currency).HasMaxLength(TechnologyContract.CurrencyLength);
        builder.Property(contract => contract.PaymentForm).HasMaxLength(TechnologyContract.CodeMaxLength);
        builder.Property(contract => contract.Field).HasMaxLength(TechnologyContract.CodeMaxLength);
        builder.Property(contract => contract.PlanSource).HasMaxLength(TechnologyContract.CodeMaxLength);
        builder.Property(contract => contract.Objective).HasMaxLength(TechnologyContract.CodeMaxLength);
        builder.Property(contract => contract.RegistrationNumber).HasMaxLength(TechnologyContract.NumberMaxLength);
        builder.Property(contract => contract.FlowCode).HasMaxLength(TechnologyContract.CodeMaxLength);
        builder.Ignore(contract => contract.Seller).Ignore(contract => contract.Buyer).Ignore(contract => contract.Missing).Ignore(contract => contract.IsOpenForChange);
        builder.HasMany(contract => contract.Steps).WithOne().HasForeignKey(step => step.ContractId);
        builder.Navigation(contract => contract.Steps).AutoInclude().UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class RegistrationStepMapping : IEntityTypeConfiguration<RegistrationStep>
{
    public void Configure(EntityTypeBuilder<RegistrationStep> builder)
    {
        builder.ToTable("RegistrationSteps");
        builder.HasKey(step => new { step.ContractId, step.Number });
        builder.Property(step => step.Number).ValueGeneratedNever();
        builder.Property(step => step.Actor).HasMaxLength(RegistrationStep.ActorMaxLength);
        builder.Property(step => step.Note).HasMaxLength(TechnologyContract.NoteMaxLength);
    }
}
