using System.CommandLine;
using Spectre.Console;
using TechMatch.Integration.Matching;
using TechMatch.Web.Hosting;

namespace TechMatch.Web.Verbs;

/// <summary><c>reindex</c>: fills the index feed anew from what is published; serving nodes follow by themselves.</summary>
internal static class ReindexVerb
{
    public static Command Command(string[] settings)
    {
        var command = new Command("reindex", "Fill the matching index anew from the database");
        command.SetAction((_, cancellationToken) => CommandLine.Guard(async () =>
        {
            await using var app = VerbHost.Build("reindex", settings);
            await DatabaseSetup.Migrate(app.Services, cancellationToken);
            IndexCheck? check = null;
            await AnsiConsole.Status().StartAsync("Reading listings and needs", async status =>
                check = await VerbHost.Send(app, new RebuildIndex(new Counter(status)), cancellationToken));
            Console.WriteLine($"{check!.Listings} listings and {check.Demands} needs are in the index.");
            return check.InStep ? 0 : CommandLine.Failed;
        }));
        return command;
    }

    private sealed class Counter(StatusContext status) : IProgress<int>
    {
        public void Report(int value) => status.Status($"{value} documents");
    }
}
