using System.CommandLine;
using TechMatch.Web.Hosting;

namespace TechMatch.Web.Verbs;

/// <summary>Brings the database to this version's state and ends.</summary>
internal static class MigrateVerb
{
    public static Command Command(string[] settings)
    {
        var command = new Command("migrate", "Bring the database to this version's state");
        command.SetAction((_, cancellationToken) => CommandLine.Guard(async () =>
        {
            await using var app = VerbHost.Build("migrate", settings);
            await DatabaseSetup.Migrate(app.Services, cancellationToken);
            Console.WriteLine("The database is up to date.");
            return 0;
        }));
        return command;
    }
}
