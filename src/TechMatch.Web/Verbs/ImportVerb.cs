using System.CommandLine;
using System.Globalization;
using CsvHelper;
using MediatR;
using Spectre.Console;
using TechMatch.Integration;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Listings;
using TechMatch.Web.Hosting;
using TechMatch.Web.Import;

namespace TechMatch.Web.Verbs;

/// <summary><c>import listings FILE</c> and <c>import demands FILE</c>: good rows go in, every bad row is reported.</summary>
internal static class ImportVerb
{
    private const int Batch = 200;
    private const string DefaultOrganisation = "Imported";

    private delegate IRequest<ImportOutcome> MakeRequest(Guid organisation, IReadOnlyList<ImportRow> rows, bool publish, bool dryRun);

    public static Command Command(string[] settings)
    {
        var command = new Command("import", "Take a .jsonl, .csv or .xlsx file in");
        command.Add(Kind("listings", "Research results", settings, (organisation, rows, publish, dryRun) => new ImportListings(organisation, rows, publish, dryRun)));
        command.Add(Kind("demands", "Technology needs", settings, (organisation, rows, publish, dryRun) => new ImportDemands(organisation, rows, publish, dryRun)));
        return command;
    }

    private static Command Kind(string name, string description, string[] settings, MakeRequest make)
    {
        var file = new Argument<string>("FILE") { Description = "The file; its columns are those of the neutral exchange record" };
        var organisation = new Option<string>("--as") { Description = "Name of the organisation whose rows these are; made when missing", DefaultValueFactory = _ => DefaultOrganisation };
        var publish = new Option<bool>("--publish") { Description = "Publish at once" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Check only; nothing is saved" };
        var command = new Command(name, description) { file, organisation, publish, dryRun };
        command.SetAction((parsed, cancellationToken) => CommandLine.Guard(() =>
            Run(settings, make, parsed.GetValue(file)!, parsed.GetValue(organisation)!, parsed.GetValue(publish), parsed.GetValue(dryRun), cancellationToken)));
        return command;
    }

    private static async Task<int> Run(string[] settings, MakeRequest make, string path, string organisation, bool publish, bool dryRun, CancellationToken cancellationToken)
    {
        // Named before the database is touched: a mistyped file must not make an organisation.
        var rows = RowFile.Read(path);
        await using var app = VerbHost.Build("import", settings);
        await DatabaseSetup.Migrate(app.Services, cancellationToken);
        var owner = await VerbHost.Send(app, new EnsureOrganisation(organisation, null, organisation, "company", null, "CN"), cancellationToken);

        var (added, known, rejected, problems) = (0, 0, 0, new List<RowProblem>());
        await VerbHost.WithProgress(Path.GetFileName(path), async report =>
        {
            rows = RowFile.Read(path, report);
            foreach (var batch in rows.Chunk(Batch))
            {
                var unreadable = batch.Where(row => row.Unreadable is not null).Select(row => new RowProblem(row.Row.Number, "", row.Unreadable!, IsWarning: false)).ToList();
                var outcome = await VerbHost.Send(app, make(owner, [.. batch.Where(row => row.Unreadable is null).Select(row => row.Row)], publish, dryRun), cancellationToken);
                (added, known, rejected) = (added + outcome.Added, known + outcome.Known, rejected + outcome.Rejected + unreadable.Count);
                problems.AddRange(unreadable.Concat(outcome.Problems).OrderBy(problem => problem.Row));
            }
        });
        if (publish && !dryRun) await VerbHost.Deliver(app, cancellationToken);
        Report(path, dryRun, added, known, rejected, problems);
        return rejected > 0 ? CommandLine.Failed : 0;
    }

    private static void Report(string path, bool dryRun, int added, int known, int rejected, List<RowProblem> problems)
    {
        var table = new Table().AddColumn(dryRun ? "would be added" : "added").AddColumn("known already").AddColumn("rejected").AddColumn("warnings");
        table.AddRow(Number(added), Number(known), Number(rejected), Number(problems.Count(problem => problem.IsWarning)));
        AnsiConsole.Write(table);
        const int Shown = 20;
        foreach (var problem in problems.Where(problem => !problem.IsWarning).Concat(problems.Where(problem => problem.IsWarning)).Take(Shown))
            Console.WriteLine($"row {problem.Row}{(problem.Field.Length > 0 ? $", {problem.Field}" : "")}: {(problem.IsWarning ? "warning: " : "")}{problem.Message}");
        if (problems.Count > Shown) Console.WriteLine($"… and {problems.Count - Shown} more");
        if (problems.Count > 0) Console.WriteLine($"All of them are in {WriteProblems(path, problems)}");

        static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
    }

    private static string WriteProblems(string path, List<RowProblem> problems)
    {
        try
        {
            return Write(path + ".errors.csv");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The file may lie where nobody may write.
            return Write(Path.GetFullPath(Path.GetFileName(path) + ".errors.csv"));
        }

        string Write(string target)
        {
            using var writer = new StreamWriter(target);
            using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture);
            csv.WriteRecords(problems.Select(problem => new { row = problem.Row, field = problem.Field, reason = problem.Message, kind = problem.IsWarning ? "warning" : "error" }));
            return target;
        }
    }
}
