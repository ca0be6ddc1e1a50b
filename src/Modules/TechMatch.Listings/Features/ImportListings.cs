using MediatR;
using Microsoft.EntityFrameworkCore;
using TechMatch.Integration;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Listings;
using TechMatch.Integration.Reference;
using TechMatch.Listings.Domain;
using TechMatch.Listings.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Tables;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

/// <summary>Takes rows in with two questions to the database and one save, however many they are.</summary>
internal sealed class ImportListingsHandler(ListingsDbContext db, ICodeLists codes, Texts texts, ListingRules rules, ICurrentUser user, TimeProvider clock) : IRequestHandler<ImportListings, ImportOutcome>
{
    public async Task<ImportOutcome> Handle(ImportListings request, CancellationToken cancellationToken)
    {
        if (!user.Has(Permissions.Operate) && (user.OrganisationId != request.OrganisationId || !user.Has(Permissions.ManageListings))) throw new ForbiddenException(Permissions.ManageListings);
        var now = clock.GetUtcNow();
        var months = (await rules.For(request.OrganisationId, cancellationToken)).ValidMonths;
        var rows = request.Rows.Select(row => ImportedListing.Of(row.Number, new RowReader(row.Values, texts), codes)).ToList();
        var ids = rows.Select(row => row.ExternalId).ToHashSet();
        var organisation = request.OrganisationId;
        var present = await db.Listings.Where(listing => listing.OrganisationId == organisation && ids.Contains(listing.ExternalId!)).Select(listing => listing.ExternalId!).ToListAsync(cancellationToken);
        var outcome = rows.Take(present, texts, (row, details) =>
        {
            if (!request.DryRun) Add(request, details, row.ExternalId, months, now);
        });
        await db.SaveChangesAsync(cancellationToken);
        return outcome;
    }

    private void Add(ImportListings request, ListingDetails details, string externalId, int months, DateTimeOffset now)
    {
        var listing = Listing.Draft(request.OrganisationId, details, now, externalId);
        // A row with a title alone waits as a draft: there is nothing to match it by.
        if (request.Publish && !details.Summary.IsEmpty)
        {
            listing.PublishUnreviewed(months, now);
            db.Publish(listing.PublishedFact());
        }
        db.Listings.Add(listing);
    }
}

/// <summary>A row of the neutral exchange record, or of the short form <c>id, title, text, lang</c>, as a listing.</summary>
internal static class ImportedListing
{
    private static readonly string[] Identity = ["titleZh", "titleEn", "title", "summaryZh", "summaryEn", "text"];

    public static ReadRow<ListingDetails> Of(int number, RowReader row, ICodeLists codes) => new(number, row.Id("id", Listing.ExternalIdMaxLength, Identity), Read(row, codes), row);

    /// <summary>The listing; null when the row cannot be used, with the reasons among the reader's notes.</summary>
    private static ListingDetails? Read(RowReader row, ICodeLists codes)
    {
        var summary = row.Localized("summary", "text", Listing.SummaryMaxLength);
        var title = row.Title(summary, Listing.TitleMaxLength);
        var (kind, min, max, currency) = Price(row, codes);
        var details = new ListingDetails(
            title, summary, row.Localized("advantages", Listing.TextMaxLength), row.Localized("applications", Listing.TextMaxLength),
            row.Code(codes, CodeListNames.Field, "field"), row.List("keywords", Listing.KeywordsMax, Listing.KeywordMaxLength), row.Whole("trl", Listing.TrlMin, Listing.TrlMax),
            row.Code(codes, CodeListNames.IpKind, "ipKind"), row.Code(codes, CodeListNames.IpStatus, "ipStatus"), row.Codes("cooperation", text => codes.Find(CodeListNames.Cooperation, text)),
            kind, min, max, currency, row.Code(codes, CodeListNames.Region, "region"), row.List("inventors", Listing.InventorsMax, Listing.InventorMaxLength), row.Code(codes, CodeListNames.Funding, "funding"));
        return row.IsBroken ? null : details;
    }

    private static (string Kind, decimal? Min, decimal? Max, string Currency) Price(RowReader row, ICodeLists codes)
    {
        var kind = row.Code("priceKind", text => codes.Find(CodeListNames.PriceKind, text));
        var (min, max) = row.Amounts("priceMin", "priceMax");
        if (row.Currency(codes, Listing.UsualCurrency) is not { } currency) return (PriceKinds.Negotiable, null, null, Listing.UsualCurrency);
        if (row.IsOpen("priceMin") || (min ?? max) is null) return (kind is PriceKinds.Fixed or PriceKinds.Range or null ? PriceKinds.Negotiable : kind, null, null, currency);
        min ??= max;
        kind ??= max is null || max == min ? PriceKinds.Fixed : PriceKinds.Range;
        return kind is PriceKinds.Fixed && max > min ? (PriceKinds.Range, min, max, currency) : (kind, min, max, currency);
    }
}
