namespace TechMatch.IntegrationTests.Servers;

/// <summary>
/// What a test needs and this machine may lack. A missing one skips the test with its reason, unless
/// <c>TECHMATCH_REQUIRE</c> (a comma list of browser, rabbitmq, postgres, sqlserver) names it: then the test fails.
/// </summary>
public sealed record Needed(string Name, string? Missing)
{
    public static bool HasDocker { get; } = Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } || File.Exists("/var/run/docker.sock");

    public void OrSkip()
    {
        if (Missing is null) return;
        var required = (Environment.GetEnvironmentVariable("TECHMATCH_REQUIRE") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (required.Contains(Name, StringComparer.OrdinalIgnoreCase)) Assert.Fail($"TECHMATCH_REQUIRE names {Name}, but: {Missing}");
        Assert.Skip(Missing);
    }
}
