namespace TechMatch.IntegrationTests.Harness;

/// <summary>Waits for what events bring about.</summary>
public static class Eventually
{
    /// <summary>Asks until the answer is no longer null; fails after thirty seconds. The limit only bounds a failing test: a passing one ends as soon as it can.</summary>
    public static async Task<T> Some<T>(Func<Task<T?>> ask, string what)
        where T : class
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            if (await ask() is { } answer) return answer;
            if (watch.Elapsed > TimeSpan.FromSeconds(30)) Assert.Fail($"In thirty seconds there was no {what}.");
            await Task.Delay(25);
        }
    }

    /// <summary>Asks until it is true; fails after thirty seconds.</summary>
    public static Task True(Func<Task<bool>> ask, string what) => Some(async () => await ask() ? "yes" : null, what);
}
