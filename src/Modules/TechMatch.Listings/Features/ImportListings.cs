using System.Security.Cryptography;
using System.Text;
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
        var (now, months, problems) = (clock.GetUtcNow(), rules.ValidMonths, new List<RowProblem>());
        var rows = request.Rows.Select(row => (row.Number, Reader: new RowReader(row.Values, texts)))
            .Select(row => (row.Number, row.Reader, ExternalId: ImportedListing.ExternalIdOf(row.Reader), Details: ImportedListing.Read(row.Reader, codes))).ToList();
        var ids = rows.Select(row => row.ExternalId).ToHashSet();
        var organisation = request.OrganisationId;
        var present = await db.Listings.Where(listing => listing.OrganisationId == organisation && ids.Contains(listing.ExternalId!)).Select(listing => listing.ExternalId!).ToListAsync(cancellationToken);
        var seen = present.ToDictionary(id => id, _ => 0);
        var (added, known, rejected) = (0, 0, 0);
        foreach (var row in rows)
        {
            if (row.Details is null)
            {
                rejected++;
                problems.AddRange(Problems(row.Number, row.Reader));
            }
            else if (seen.TryGetValue(row.ExternalId, out var first))
            {
                known++;
                if (first > 0) problems.Add(new(row.Number, "id", texts["import.in-file-twice", first], IsWarning: true));
            }
            else
            {
                added++;
                seen[row.ExternalId] = row.Number;
                problems.AddRange(Problems(row.Number, row.Reader));
                if (!request.DryRun) Add(request, row.Details, row.ExternalId, months, now);
            }
        }
        await db.SaveChangesAsync(cancellationToken);
        return new(added, known, rejected, problems);
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

    private static IEnumerable<RowProblem> Problems(int number, RowReader reader) => reader.Notes.Select(note => new RowProblem(number, note.Column, note.Message, note.IsWarning));
}

/// <summary>A row of the neutral exchange record, or of the short form <c>id, title, text, lang</c>, as a listing.</summary>
internal static class ImportedListing
{
    private const int ProvisionalTitleMaxLength = 120;

    /// <summary>The row's id; without one, a hash of what it says, so that the same row is known again.</summary>
    public static string ExternalIdOf(RowReader row)
    {
        if (row.Text("id", Listing.ExternalIdMaxLength) is { } id) return id[..Math.Min(id.Length, Listing.ExternalIdMaxLength)];
        string?[] content = [row.Raw("titleZh"), row.Raw("titleEn"), row.Raw("title"), row.Raw("summaryZh"), row.Raw("summaryEn"), row.Raw("text")];
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', content))))[..40];
    }

    /// <summary>The listing; null when the row cannot be used, with the reasons among the reader's notes.</summary>
    public static ListingDetails? Read(RowReader row, ICodeLists codes)
    {
        var summary = row.Localized("summary", "text", Listing.SummaryMaxLength);
        var title = row.Localized("title", "title", Listing.TitleMaxLength);
        if (title.IsEmpty && summary.IsEmpty) row.Refuse("", "import.empty-row");
        else if (title.IsEmpty)
        {
            title = new(Provisional(summary.Zh), Provisional(summary.En));
            row.Warn("title", "import.provisional-title");
        }
        var (kind, min, max, currency) = Price(row, codes);
        var details = new ListingDetails(
            title, summary, row.Localized("advantages", Listing.TextMaxLength), row.Localized("applications", Listing.TextMaxLength),
            Code(CodeListNames.Field, "field"), row.List("keywords", Listing.KeywordsMax, Listing.KeywordMaxLength), row.Whole("trl", Listing.TrlMin, Listing.TrlMax),
            Code(CodeListNames.IpKind, "ipKind"), Code(CodeListNames.IpStatus, "ipStatus"), row.Codes("cooperation", text => codes.Find(CodeListNames.Cooperation, text)),
            kind, min, max, currency, Code(CodeListNames.Region, "region"), row.List("inventors", Listing.InventorsMax, Listing.InventorMaxLength), Code(CodeListNames.Funding, "funding"));
        return row.IsBroken ? null : details;

        string? Code(string list, string column) => row.Code(column, text => codes.Find(list, text));
        static string? Provisional(string? text) => text is null ? null : RowReader.FirstSentence(text, ProvisionalTitleMaxLength);
    }

    private static (string Kind, decimal? Min, decimal? Max, string Currency) Price(RowReader row, ICodeLists codes)
    {
        var kind = row.Code("priceKind", text => codes.Find(CodeListNames.PriceKind, text));
        var (min, max) = (row.Amount("priceMin"), row.Amount("priceMax"));
        if (max < min) row.Refuse("priceMax", "import.max-below-min");
        var currency = "CNY";
        if (row.Raw("currency") is { } text)
        {
            // An amount in an unknown currency would say something false.
            if (codes.Find(CodeListNames.Currency, text) is { } known) currency = known;
            else
            {
                row.Warn("currency", "import.currency-unknown", text);
                return (PriceKinds.Negotiable, null, null, currency);
            }
        }
        if (row.IsOpen("priceMin") || (min ?? max) is null) return (kind is PriceKinds.Fixed or PriceKinds.Range or null ? PriceKinds.Negotiable : kind, null, null, currency);
        min ??= max;
        kind ??= max is null || max == min ? PriceKinds.Fixed : PriceKinds.Range;
        return kind is PriceKinds.Fixed && max > min ? (PriceKinds.Range, min, max, currency) : (kind, min, max, currency);
    }
}
