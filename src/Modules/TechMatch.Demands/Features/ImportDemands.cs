using System.Security.Cryptography;
using System.Text;
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
        var (now, problems) = (clock.GetUtcNow(), new List<RowProblem>());
        var today = MarketDay.Of(now);
        var rows = request.Rows.Select(row => (row.Number, Reader: new RowReader(row.Values, texts)))
            .Select(row => (row.Number, row.Reader, ExternalId: ImportedDemand.ExternalIdOf(row.Reader), Details: ImportedDemand.Read(row.Reader, codes))).ToList();
        var ids = rows.Select(row => row.ExternalId).ToHashSet();
        var organisation = request.OrganisationId;
        var present = await db.Demands.Where(demand => demand.OrganisationId == organisation && ids.Contains(demand.ExternalId!)).Select(demand => demand.ExternalId!).ToListAsync(cancellationToken);
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
                var isOpen = row.Details.Deadline is null || row.Details.Deadline >= today;
                if (request.Publish && !isOpen) problems.Add(new(row.Number, "deadline", texts["demands.import.deadline-passed"], IsWarning: true));
                // A need without a problem, or whose time is over, waits as a draft.
                if (!request.DryRun) Add(request, row.Details, row.ExternalId, request.Publish && isOpen && !row.Details.Problem.IsEmpty, now);
            }
        }
        await db.SaveChangesAsync(cancellationToken);
        return new(added, known, rejected, problems);
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

    private static IEnumerable<RowProblem> Problems(int number, RowReader reader) => reader.Notes.Select(note => new RowProblem(number, note.Column, note.Message, note.IsWarning));
}

/// <summary>A row of the neutral exchange record, or of the short form <c>id, title, text, lang</c>, as a need.</summary>
internal static class ImportedDemand
{
    private const int ProvisionalTitleMaxLength = 120;

    /// <summary>The row's id; without one, a hash of what it says, so that the same row is known again.</summary>
    public static string ExternalIdOf(RowReader row)
    {
        if (row.Text("id", Demand.ExternalIdMaxLength) is { } id) return id[..Math.Min(id.Length, Demand.ExternalIdMaxLength)];
        string?[] content = [row.Raw("titleZh"), row.Raw("titleEn"), row.Raw("title"), row.Raw("problemZh"), row.Raw("problemEn"), row.Raw("text")];
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', content))))[..40];
    }

    /// <summary>The need; null when the row cannot be used, with the reasons among the reader's notes.</summary>
    public static DemandDetails? Read(RowReader row, ICodeLists codes)
    {
        var problem = row.Localized("problem", "text", Demand.ProblemMaxLength);
        var title = row.Localized("title", "title", Demand.TitleMaxLength);
        if (title.IsEmpty && problem.IsEmpty) row.Refuse("", "import.empty-row");
        else if (title.IsEmpty)
        {
            title = new(Provisional(problem.Zh), Provisional(problem.En));
            row.Warn("title", "import.provisional-title");
        }
        var (min, max, currency) = Budget(row, codes);
        var details = new DemandDetails(
            title, problem, row.Localized("targets", Demand.TargetsMaxLength), Code(CodeListNames.Field, "field"), Code(CodeListNames.Industry, "industry"),
            row.List("keywords", Demand.KeywordsMax, Demand.KeywordMaxLength), row.Whole("trlMin", Demand.TrlLowest, Demand.TrlHighest),
            row.Codes("cooperation", text => codes.Find(CodeListNames.Cooperation, text)), min, max, currency, row.Day("deadline"), Code(CodeListNames.Region, "region"), row.Flag("anonymous"));
        return row.IsBroken ? null : details;

        string? Code(string list, string column) => row.Code(column, text => codes.Find(list, text));
        static string? Provisional(string? text) => text is null ? null : RowReader.FirstSentence(text, ProvisionalTitleMaxLength);
    }

    private static (decimal? Min, decimal? Max, string Currency) Budget(RowReader row, ICodeLists codes)
    {
        var (min, max) = (row.Amount("budgetMin"), row.Amount("budgetMax"));
        if (max < min) row.Refuse("budgetMax", "import.max-below-min");
        if (row.Raw("currency") is not { } text) return (min, max, "CNY");
        if (codes.Find(CodeListNames.Currency, text) is { } known) return (min, max, known);
        // An amount in an unknown currency would say something false.
        row.Warn("currency", "import.currency-unknown", text);
        return (null, null, "CNY");
    }
}
