using System.Diagnostics;

namespace TechMatch.IntegrationTests.Verbs;

/// <summary>What a run of the program came to.</summary>
internal sealed record Run(int Code, string Output, string Error)
{
    /// <summary>Runs the program as a person does, in a folder, and waits for its end.</summary>
    public static async Task<Run> Of(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        // Messages follow the person's language; the tests read English.
        (start.Environment["LANG"], start.Environment["LC_ALL"], start.Environment["COLUMNS"]) = ("en_US.UTF-8", "", "200");
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            Assert.Fail($"{string.Join(' ', arguments)} did not end: {await output}{await error}");
        }
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>The lines of the error stream.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
