using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechMatch.Listings.Domain;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Persistence;

namespace TechMatch.Listings.Persistence;

internal sealed class ListingConfiguration : IEntityTypeConfiguration<Listing>
{
    public void Configure(EntityTypeBuilder<Listing> builder)
    {
        builder.ToTable("Listings");
        builder.HasKey(listing => listing.Id);
        builder.HasIndex(listing => new { listing.OrganisationId, listing.ExternalId }).IsUnique();
        builder.HasIndex(listing => new { listing.OrganisationId, listing.ChangedAt });
        builder.HasIndex(listing => new { listing.Status, listing.PublishedAt });
        builder.HasIndex(listing => new { listing.Status, listing.SubmittedAt });
        builder.HasIndex(listing => new { listing.Status, listing.ExpiresAt });
        // Holds all that the facets filter and count, so that they never read the long texts.
        builder.HasIndex(listing => new { listing.Status, listing.Field, listing.Trl, listing.IpStatus, listing.Province, listing.PriceKind, listing.CooperationCodes, listing.OrganisationId });
        builder.Property(listing => listing.ExternalId).HasMaxLength(Listing.ExternalIdMaxLength);
        foreach (var code in new[] { nameof(Listing.Field), nameof(Listing.IpKind), nameof(Listing.IpStatus), nameof(Listing.PriceKind), nameof(Listing.Region), nameof(Listing.Funding) })
            builder.Property(code).HasMaxLength(Listing.CodeMaxLength);
        builder.Property(listing => listing.Province).HasMaxLength(2);
        builder.Property(listing => listing.Currency).HasMaxLength(Listing.CurrencyLength);
        builder.Property(listing => listing.CooperationCodes).HasMaxLength(CodeSet.MaxLength);
        builder.PrimitiveCollection(listing => listing.Keywords).ElementType(keyword => keyword.HasMaxLength(Listing.KeywordMaxLength));
        builder.PrimitiveCollection(listing => listing.Inventors).ElementType(name => name.HasMaxLength(Listing.InventorMaxLength));
        builder.Property(listing => listing.ReviewComment).HasMaxLength(QualityReview.CommentMaxLength);
        builder.Property(listing => listing.DocumentName).HasMaxLength(Document.NameMaxLength);
        builder.Property(listing => listing.DocumentType).HasMaxLength(Document.TypeMaxLength);
        builder.Property(listing => listing.DocumentHash).HasMaxLength(Document.HashLength).IsUnicode(false);
        builder.ComplexProperty(listing => listing.Title, text => Limit(text, Listing.TitleMaxLength));
        builder.ComplexProperty(listing => listing.Summary, text => Limit(text, Listing.SummaryMaxLength));
        builder.ComplexProperty(listing => listing.Advantages, text => Limit(text, Listing.TextMaxLength));
        builder.ComplexProperty(listing => listing.Applications, text => Limit(text, Listing.TextMaxLength));
    }

    private static void Limit(ComplexPropertyBuilder<LocalizedText> text, int length)
    {
        text.Property(value => value.Zh).HasMaxLength(length);
        text.Property(value => value.En).HasMaxLength(length);
    }
}
