using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Crash;

/// <summary>The sample market as the first start makes it, by the program as a person starts it.</summary>
public sealed class SampleMarketTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("techmatch-sample-").FullName;

    [Fact]
    public async Task The_first_start_fills_an_empty_database_up_to_registered_contracts()
    {
        using var market = await MarketProcess.Start(folder, sample: true);
        using var http = new HttpClient { BaseAddress = market.Address };

        var figures = await Figures(http, "market");
        // 340, but for the two that a sample deal takes off the market.
        figures.GetProperty("listings").GetInt32().ShouldBeInRange(338, 340);
        figures.GetProperty("demands").GetInt32().ShouldBe(80);
        await Eventually.True(async () => (await Figures(http, "market")).GetProperty("contracts").GetInt32() == 6, "six registered contracts");
        var flows = (await Figures(http, "contracts?by=flow")).GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("contracts").GetInt32()).ToList();
        flows.Count(count => count > 0).ShouldBe(3, "local, other province and export");
        // Facts have no order: a contract may be counted before the signatures of other deals.
        await Eventually.True(async () => (await Figures(http, "market")).GetProperty("dealsSigned").GetInt32() == 8, "eight signed deals");
    }

    [Fact]
    public async Task A_load_that_was_killed_goes_on_at_the_next_start_and_its_newest_passwords_count()
    {
        using (var first = await MarketProcess.Start(folder, sample: true, untilReady: false))
        {
            await Eventually.True(() => Task.FromResult(first.Printed.Any(line => line.StartsWith("Sample sign-in", StringComparison.Ordinal))), "the first sign-in");
            await first.Kill();
        }

        using var market = await MarketProcess.Start(folder, sample: true);
        using var http = new HttpClient { BaseAddress = market.Address };

        (await Figures(http, "market")).GetProperty("demands").GetInt32().ShouldBe(80);
        var signIns = market.Printed.Where(line => line.StartsWith("Sample sign-in", StringComparison.Ordinal)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        signIns.Count.ShouldBe(14);
        foreach (var signIn in signIns)
        {
            using var answer = await http.PostAsJsonAsync("/api/account/token", new { email = signIn[3], password = signIn[4] }, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, signIn[3]);
        }
    }

    [Fact]
    public async Task A_market_that_has_something_is_not_given_the_sample()
    {
        var file = Path.Combine(folder, "rows.jsonl");
        await File.WriteAllTextAsync(file, """{"id":"a","title":"A membrane"}""", TestContext.Current.CancellationToken);
        (await Verbs.Run.Of(folder, "import", "listings", file, $"--Data:Folder={folder}")).Code.ShouldBe(0);

        using var market = await MarketProcess.Start(folder, sample: true);
        using var http = new HttpClient { BaseAddress = market.Address };

        (await Figures(http, "market")).GetProperty("demands").GetInt32().ShouldBe(0);
        market.Printed.ShouldNotContain(line => line.Contains("Sample sign-in"));
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    private static async Task<JsonElement> Figures(HttpClient http, string what) =>
        await http.GetFromJsonAsync<JsonElement>($"/api/statistics/{what}", TestContext.Current.CancellationToken);
}
