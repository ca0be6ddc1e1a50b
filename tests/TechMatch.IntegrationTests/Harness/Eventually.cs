namespace TechMatch.IntegrationTests.Harness;

/// <summary>Waits for what events bring about.</summary>
public static class Eventually
{
    /// <summary>Asks until the answer is no longer null; fails after a minute. The limit only bounds a failing test: a passing one ends as soon as it can.</summary>
    public static async Task<T> Some<T>(Func<Task<T?>> ask, string what)
        where T : class
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            if (await ask() is { } answer) return answer;
            if (watch.Elapsed > TimeSpan.FromMinutes(1)) Assert.Fail($"In a minute there was no {what}.");
            await Task.Delay(25);
        }
    }

    /// <summary>Asks until it is true; fails after a minute.</summary>
    public static Task True(Func<Task<bool>> ask, string what) => Some(async () => await ask() ? "yes" : null, what);
}
