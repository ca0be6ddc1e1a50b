using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechMatch.Demands.Domain;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Persistence;

namespace TechMatch.Demands.Persistence;

internal sealed class DemandConfiguration : IEntityTypeConfiguration<Demand>
{
    public void Configure(EntityTypeBuilder<Demand> builder)
    {
        builder.ToTable("Demands");
        builder.HasKey(demand => demand.Id);
        builder.HasIndex(demand => new { demand.OrganisationId, demand.ExternalId }).IsUnique();
        builder.HasIndex(demand => new { demand.OrganisationId, demand.ChangedAt });
        builder.HasIndex(demand => new { demand.Status, demand.PublishedAt });
        builder.HasIndex(demand => new { demand.Status, demand.Deadline });
        // Holds all that the facets filter and count, so that they never read the long texts.
        builder.HasIndex(demand => new { demand.Status, demand.Field, demand.TrlMin, demand.Province, demand.CooperationCodes, demand.BudgetMax, demand.OrganisationId });
        builder.Property(demand => demand.ExternalId).HasMaxLength(Demand.ExternalIdMaxLength);
        foreach (var code in new[] { nameof(Demand.Field), nameof(Demand.Industry), nameof(Demand.Region) }) builder.Property(code).HasMaxLength(Demand.CodeMaxLength);
        builder.Property(demand => demand.Province).HasMaxLength(2);
        builder.Property(demand => demand.Currency).HasMaxLength(Demand.CurrencyLength);
        builder.Property(demand => demand.CooperationCodes).HasMaxLength(CodeSet.MaxLength);
        builder.PrimitiveCollection(demand => demand.Keywords).ElementType(keyword => keyword.HasMaxLength(Demand.KeywordMaxLength));
        builder.ComplexProperty(demand => demand.Title, text => Limit(text, Demand.TitleMaxLength));
        builder.ComplexProperty(demand => demand.Problem, text => Limit(text, Demand.ProblemMaxLength));
        builder.ComplexProperty(demand => demand.Targets, text => Limit(text, Demand.TargetsMaxLength));
    }

    private static void Limit(ComplexPropertyBuilder<LocalizedText> text, int length)
    {
        text.Property(value => value.Zh).HasMaxLength(length);
        text.Property(value => value.En).HasMaxLength(length);
    }
}
