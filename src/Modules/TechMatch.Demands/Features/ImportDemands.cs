using MediatR;
using Microsoft.EntityFrameworkCore;
using TechMatch.Demands.Domain;
using TechMatch.Demands.Persistence;
using TechMatch.Integration;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Tables;
using TechMatch.Shared.Web;

namespace TechMatch.Demands.Features;

/// <summary>Takes rows in with two questions to the database and one save, however many they are.</summary>
internal sealed class ImportDemandsHandler(DemandsDbContext db, ICodeLists codes, Texts texts, ICurrentUser user, TimeProvider clock) : IRequestHandler<ImportDemands, ImportOutcome>
{
    public async Task<ImportOutcome> Handle(ImportDemands request, CancellationToken cancellationToken)
    {
        if (!user.Has(Permissions.Operate) && (user.OrganisationId != request.OrganisationId || !user.Has(Permissions.ManageDemands))) throw new ForbiddenException(Permissions.ManageDemands);
        var now = clock.GetUtcNow();
        var today = MarketDay.Of(now);
        var rows = request.Rows.Select(row => ImportedDemand.Of(row.Number, new RowReader(row.Values, texts), codes)).ToList();
        var ids = rows.Select(row => row.ExternalId).ToHashSet();
        var organisation = request.OrganisationId;
        var present = await db.Demands.Where(demand => demand.OrganisationId == organisation && ids.Contains(demand.ExternalId!)).Select(demand => demand.ExternalId!).ToListAsync(cancellationToken);
        var outcome = rows.Take(present, texts, (row, details) =>
        {
            var isOpen = details.Deadline is null || details.Deadline >= today;
            if (request.Publish && !isOpen) row.Reader.Warn("deadline", "demands.import.deadline-passed");
            // A need without a problem, or whose time is over, waits as a draft.
            if (!request.DryRun) Add(request, details, row.ExternalId, request.Publish && isOpen && !details.Problem.IsEmpty, now);
        });
        await db.SaveChangesAsync(cancellationToken);
        return outcome;
    }

    private void Add(ImportDemands request, DemandDetails details, string externalId, bool publish, DateTimeOffset now)
    {
        var demand = Demand.Draft(request.OrganisationId, details, now, externalId);
        if (publish)
        {
            demand.Publish(now);
            db.Publish(demand.PublishedFact());
        }
        db.Demands.Add(demand);
    }
}

/// <summary>A row of the neutral exchange record, or of the short form <c>id, title, text, lang</c>, as a need.</summary>
internal static class ImportedDemand
{
    private static readonly string[] Identity = ["titleZh", "titleEn", "title", "problemZh", "problemEn", "text"];

    public static ReadRow<DemandDetails> Of(int number, RowReader row, ICodeLists codes) => new(number, row.Id("id", Demand.ExternalIdMaxLength, Identity), Read(row, codes), row);

    /// <summary>The need; null when the row cannot be used, with the reasons among the reader's notes.</summary>
    private static DemandDetails? Read(RowReader row, ICodeLists codes)
    {
        var problem = row.Localized("problem", "text", Demand.ProblemMaxLength);
        var title = row.Title(problem, Demand.TitleMaxLength);
        var (min, max, currency) = Budget(row, codes);
        var details = new DemandDetails(
            title, problem, row.Localized("targets", Demand.TargetsMaxLength), row.Code(codes, CodeListNames.Field, "field"), row.Code(codes, CodeListNames.Industry, "industry"),
            row.List("keywords", Demand.KeywordsMax, Demand.KeywordMaxLength), row.Whole("trlMin", Demand.TrlLowest, Demand.TrlHighest),
            row.Codes("cooperation", text => codes.Find(CodeListNames.Cooperation, text)), min, max, currency, row.Day("deadline"), row.Code(codes, CodeListNames.Region, "region"), row.Flag("anonymous"));
        return row.IsBroken ? null : details;
    }

    private static (decimal? Min, decimal? Max, string Currency) Budget(RowReader row, ICodeLists codes)
    {
        var (min, max) = row.Amounts("budgetMin", "budgetMax");
        return row.Currency(codes, Demand.UsualCurrency) is { } currency ? (min, max, currency) : (null, null, Demand.UsualCurrency);
    }
}
