using System.Security.Cryptography;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TechMatch.Integration;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Listings;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Jobs;
using TechMatch.Shared.Messaging;
using TechMatch.Web.Import;

namespace TechMatch.Web.Sample;

/// <summary>The job that fills an empty database with the sample market.</summary>
internal sealed record LoadSampleMarket;

/// <summary>
/// Loads the sample market through the same doors as everybody's data: imports, the directory's questions and the public API.
/// Safe to run again from its start: organisations, rows and deals that are there already are left alone, and people get new
/// passwords, because those of the first run may have been lost with it.
/// </summary>
internal sealed class SampleMarket(IMediator mediator, DeadLetters outbox, SampleLoaded loaded, IServiceScopeFactory scopes, IServer server, TimeProvider clock) : IJobHandler<LoadSampleMarket>
{
    private const int Batch = 200;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Sample");

    private sealed record Organisation(string Key, string? NameZh, string? NameEn, string Type, string? Region, string Country);

    private sealed record Person(string Key, string Email, string? NameZh, string? NameEn, string? Organisation, string Role);

    public async Task Run(LoadSampleMarket payload, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken)
    {
        var organisations = new Dictionary<string, Guid>();
        foreach (var row in Lines<Organisation>("organisations.jsonl"))
            organisations[row.Key] = await mediator.Send(new EnsureOrganisation($"sample:{row.Key}", row.NameZh, row.NameEn, row.Type, row.Region, row.Country, IsSample: true), cancellationToken);
        // Passwords are slow to hash on purpose: the rows need not wait for them.
        var people = Task.Run(() => AddPeople(organisations, cancellationToken), cancellationToken);

        // The examples in both languages last: the home page shows the newest.
        var files = new (string Name, bool Listings)[] { ("sbir-listings.jsonl", true), ("sbir-demands.jsonl", false), ("listings.jsonl", true), ("demands.jsonl", false) };
        var rows = files.Select(file => (file.Listings, Rows: RowFile.Read(Path.Combine(Folder, file.Name)).Select(row => row.Row).ToList())).ToList();
        var (done, total) = (0, rows.Sum(file => file.Rows.Count));
        foreach (var (listings, all) in rows)
            foreach (var owned in all.GroupBy(row => row.Values["organisation"]))
                foreach (var batch in owned.Chunk(Batch))
                {
                    var owner = organisations[owned.Key];
                    IRequest<ImportOutcome> request = listings ? new ImportListings(owner, batch, Publish: true, DryRun: false) : new ImportDemands(owner, batch, Publish: true, DryRun: false);
                    var outcome = await mediator.Send(request, cancellationToken);
                    if (outcome.Rejected > 0) throw new InvalidOperationException($"The sample holds a row that is refused: {outcome.Problems.First(problem => !problem.IsWarning)}");
                    progress.Report((done += batch.Length, total));
                }
        var passwords = await people;
        await Delivered(cancellationToken);
        loaded.Open();
        // The market is open; its first deals come as deals do, while people look at it.
        await PlayDeals(passwords, cancellationToken);
    }

    private async Task PlayDeals(Dictionary<string, string> passwords, CancellationToken cancellationToken)
    {
        var address = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var signIns = Lines<Person>("people.jsonl").Select(async person => (person.Key, Client: await ApiClient.SignIn(address, person.Email, passwords[person.Key], cancellationToken)));
        var people = (await Task.WhenAll(signIns)).ToDictionary(person => person.Key, person => person.Client);
        var deals = new SampleDeals(people, clock.Today());
        await Parallel.ForEachAsync(Lines<Story>("deals.jsonl"), cancellationToken, async (story, stop) => await deals.Play(story, stop));
        foreach (var client in people.Values) client.Dispose();
    }

    // Ready means that figures and matches are there too; a message that fails must not keep the market closed for ever.
    private async Task Delivered(CancellationToken cancellationToken)
    {
        for (var waited = 0; waited < 300 && (await outbox.State(cancellationToken)).Waiting > 0; waited++) await Task.Delay(100, cancellationToken);
    }

    private async Task<Dictionary<string, string>> AddPeople(Dictionary<string, Guid> organisations, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<IMediator>();
        var passwords = new Dictionary<string, string>();
        foreach (var person in Lines<Person>("people.jsonl"))
        {
            var password = passwords[person.Key] = NewPassword();
            await directory.Send(new EnsurePerson(person.Email, person.NameZh, person.NameEn, password, person.Organisation is { } key ? organisations[key] : null, person.Role, IsSample: true), cancellationToken);
            // Shown once and stored nowhere but as a hash.
            Console.WriteLine($"Sample sign-in  {person.Role,-11} {person.Email,-42} {password}");
        }
        return passwords;
    }

    private static IEnumerable<T> Lines<T>(string file) => File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<T>(line, Json)!);

    // 15 of 32 signs that cannot be mistaken for one another: 75 bits.
    private static string NewPassword() => string.Join('-', RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789AB", 15).Chunk(5).Select(part => new string(part)));
}

/// <summary>
/// Not ready while the sample's rows and their matches are still to come, in this process or one that was stopped before. A
/// load that was given up keeps nobody out: it stands among the failed jobs.
/// </summary>
internal sealed class SampleLoaded(IServiceScopeFactory scopes) : IHealthCheck
{
    private volatile bool loaded;

    /// <summary>Rows and matches are there.</summary>
    public void Open() => loaded = true;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (loaded) return HealthCheckResult.Healthy();
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<JobQueue>().IsUnderWay<LoadSampleMarket>(cancellationToken))
            return HealthCheckResult.Unhealthy("The sample market is being loaded.");
        Open();
        return HealthCheckResult.Healthy();
    }
}
