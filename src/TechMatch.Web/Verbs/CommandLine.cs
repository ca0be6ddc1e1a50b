using System.CommandLine;
using TechMatch.MatchEngine.Evaluation;
using TechMatch.Shared.Persistence;
using TechMatch.Web.Hosting;
using TechMatch.Web.Import;

namespace TechMatch.Web.Verbs;

/// <summary>
/// The command line. Settings (<c>--Data:Folder x</c>, <c>--Database:Provider=…</c>, <c>--urls …</c>) may stand before or
/// after every verb; without a verb the market is served. Exit codes: 0, 1 for rows or checks that failed, 2 for wrong use.
/// </summary>
internal static class CommandLine
{
    public const int Failed = 1;
    public const int WrongUse = 2;

    public static async Task<int> Run(string[] args)
    {
        var (settings, words) = SplitSettings(args);
        var root = new RootCommand("TechMatch: the technology-transfer marketplace");
        root.SetAction((_, cancellationToken) => Guard(() => ServeVerb.Run(settings, cancellationToken)));
        root.Add(ImportVerb.Command(settings));
        root.Add(EvaluateVerb.Command());
        root.Add(MigrateVerb.Command(settings));
        root.Add(ReindexVerb.Command(settings));
        root.Add(CheckVerb.Command(settings));
        var parsed = root.Parse(words);
        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync();
            return WrongUse;
        }
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Failures that the person who started the program can mend are one line and exit code 1.</summary>
    public static async Task<int> Guard(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception failure) when (failure is SettingException or DatabaseUnusableException or RowFileException or EvaluationSetException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return Failed;
        }
        catch (IOException failure) when (failure.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{failure.Message} Stop the other program or name another address with --urls.");
            return Failed;
        }
    }

    /// <summary>Settings have a colon in their name, or are <c>--urls</c> and its like; all else is for the verbs.</summary>
    internal static (string[] Settings, string[] Words) SplitSettings(string[] args)
    {
        var (settings, words) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=', 2)[0];
            var isSetting = name.StartsWith("--", StringComparison.Ordinal) && (name.Contains(':', StringComparison.Ordinal) || HostSettings.Contains(name[2..]));
            (isSetting ? settings : words).Add(args[i]);
            if (isSetting && !args[i].Contains('=', StringComparison.Ordinal) && i + 1 < args.Length) settings.Add(args[++i]);
        }
        return ([.. settings], [.. words]);
    }

    private static readonly HashSet<string> HostSettings = new(StringComparer.OrdinalIgnoreCase) { "urls", "environment", "contentRoot", "applicationName" };
}
