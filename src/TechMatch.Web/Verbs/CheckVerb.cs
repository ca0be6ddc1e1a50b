using System.CommandLine;
using System.Data.Common;
using Spectre.Console;
using TechMatch.Integration.Matching;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Messaging;
using TechMatch.Shared.Persistence;
using TechMatch.Web.Hosting;

namespace TechMatch.Web.Verbs;

/// <summary><c>check</c>: whether database, outbox, index and audit trail are as they should be; exit code 1 when one is not.</summary>
internal static class CheckVerb
{
    private static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(1);

    private sealed record Finding(string What, bool Good, string Detail);

    public static Command Command(string[] settings)
    {
        var command = new Command("check", "Check database, outbox, index and audit trail");
        command.SetAction((_, cancellationToken) => CommandLine.Guard(async () =>
        {
            await using var app = VerbHost.Build("check", settings);
            var findings = new List<Finding> { await Database(app, cancellationToken) };
            if (findings[0].Good) findings.AddRange([await Outbox(app, cancellationToken), await Index(app, cancellationToken), await Audit(app, cancellationToken)]);
            var table = new Table().AddColumn("").AddColumn("what").AddColumn("found");
            foreach (var finding in findings) table.AddRow(finding.Good ? "[green]ok[/]" : "[red]bad[/]", finding.What, Markup.Escape(finding.Detail));
            AnsiConsole.Write(table);
            return findings.All(finding => finding.Good) ? 0 : CommandLine.Failed;
        }));
        return command;
    }

    private static async Task<Finding> Database(WebApplication app, CancellationToken cancellationToken)
    {
        const string What = "database reachable and migrated";
        var product = app.Services.GetRequiredService<DatabaseChoice>().Product;
        try
        {
            var pending = await DatabaseSetup.Pending(app.Services, cancellationToken);
            return new(What, pending.Count == 0, pending.Count == 0 ? await Advice(app, product, cancellationToken) ?? "up to date" : $"run migrate; behind: {string.Join(", ", pending.Select(module => $"{module.Key} {module.Value}"))}");
        }
        catch (Exception failure) when (failure is DbException or DatabaseUnusableException || product.Explain(failure) is not null)
        {
            return new(What, Good: false, product.Explain(failure) ?? failure.Message);
        }
    }

    private static async Task<string?> Advice(WebApplication app, DatabaseProduct product, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await product.Advise(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), cancellationToken);
    }

    private static async Task<Finding> Outbox(WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var state = await scope.ServiceProvider.GetRequiredService<DeadLetters>().State(cancellationToken);
        var lag = state.Oldest is { } oldest ? scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow() - oldest : TimeSpan.Zero;
        return new("outbox lag and dead letters", state.Dead == 0 && lag <= LongestLag, $"{state.Waiting} waiting, oldest {lag.TotalSeconds:N0} s, {state.Dead} dead");
    }

    private static async Task<Finding> Index(WebApplication app, CancellationToken cancellationToken)
    {
        var check = await VerbHost.Send(app, new CheckIndex(), cancellationToken);
        return new("index in step with the database", check.InStep, $"{check.Listings} listings, {check.Demands} needs, {check.Missing} missing, {check.Surplus} surplus");
    }

    private static async Task<Finding> Audit(WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var verdict = await scope.ServiceProvider.GetRequiredService<AuditChain>().Verify(cancellationToken);
        return new("audit trail unbroken", verdict.BrokenAt is null, verdict.BrokenAt is { } place ? $"broken at entry {place}" : $"{verdict.Sealed} entries sealed");
    }
}
