using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TechMatch.Demands.Domain;
using TechMatch.Demands.Persistence;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Matching;
using TechMatch.IntegrationTests.Harness;
using TechMatch.Matching.Persistence;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Messaging;
using TechMatch.Shared.Persistence;
using TechMatch.Statistics.Persistence;

namespace TechMatch.IntegrationTests.Crash;

/// <summary>Nothing that was acknowledged is lost and nothing is applied twice, though the process is killed again and again under load.</summary>
public class KillTests(ITestOutputHelper output)
{
    private const int Kills = 50;
    private const int Clients = 4;

    [Fact]
    public async Task After_fifty_kills_at_random_moments_under_load_every_event_was_applied_exactly_once_and_none_was_lost()
    {
        // The moments differ by design of the machine's timing; the seed keeps the plan of pauses the same.
        var random = new Random(20261125);
        await using var market = await OwnMarket.StartNew();
        var company = await market.NewCompany();
        await market.Stop();
        var (acknowledged, asked) = (new ConcurrentBag<Guid>(), 0);

        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = await MarketProcess.Start(market.Folder);
            using var stop = new CancellationTokenSource();
            var load = Enumerable.Range(0, Clients).Select(_ => Post(process.Address, company, acknowledged, () => Interlocked.Increment(ref asked), stop.Token)).ToList();
            await Task.Delay(random.Next(20, 700));
            await process.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(load);
        }

        await market.Start();
        await Eventually.True(async () => (await market.With((DeadLetters letters) => letters.State(CancellationToken.None))).Waiting == 0, "empty outbox");
        await Check(market, acknowledged);
        output.WriteLine($"{Kills} kills, {asked} requests, {acknowledged.Count} acknowledged");
    }

    private static async Task Check(Market market, ConcurrentBag<Guid> acknowledged)
    {
        acknowledged.Count.ShouldBeGreaterThan(Kills, "the load was too light to prove anything");
        var demands = await market.With((DemandsDbContext db) => db.Demands.AsNoTracking().Where(demand => demand.Status == DemandStatus.Published).Select(demand => demand.Id).ToListAsync());
        var saved = demands.Select(id => id.Value).ToHashSet();
        acknowledged.Where(id => !saved.Contains(id)).ShouldBeEmpty("an acknowledged need is gone");

        // One event for each need that was saved, acknowledged or not: half a save would show as a difference.
        var messages = await market.With((PlatformDbContext db) => db.Outbox.AsNoTracking().Where(message => message.Type == nameof(DemandPublished)).ToListAsync());
        messages.Select(message => JsonSerializer.Deserialize<JsonElement>(message.Payload).GetProperty("demandId").GetGuid()).ShouldBe(saved, ignoreOrder: true);
        messages.ShouldAllBe(message => message.DeliveredAt != null && message.DeadAt == null);

        // Each consumer applied each event once; the inbox key forbids twice, so the count is the proof.
        var ids = messages.Select(message => message.Id).ToHashSet();
        var applied = (await market.With((PlatformDbContext db) => db.Inbox.AsNoTracking().ToListAsync())).Where(message => ids.Contains(message.MessageId)).ToLookup(message => message.Consumer);
        applied.Count.ShouldBe(2, string.Join(", ", applied.Select(group => group.Key)));
        applied.ShouldAllBe(group => group.Count() == ids.Count);

        (await market.With((StatisticsDbContext db) => db.Market.CountAsync(entry => entry.IsOnMarket))).ShouldBe(saved.Count);
        var documents = await market.With((MatchingDbContext db) => db.Documents.AsNoTracking().Select(document => document.FeedPosition).OrderBy(position => position).ToListAsync());
        documents.ShouldBe(Enumerable.Range(1, saved.Count).Select(position => (long)position), "the feed has a gap or a position twice");
        (await market.Send(new CheckIndex())).ShouldBe(new IndexCheck(0, saved.Count, 0, 0));

        await market.RunNow<AuditChain>();
        (await market.With((AuditChain chain) => chain.Verify(CancellationToken.None))).BrokenAt.ShouldBeNull();
    }

    private static async Task Post(Uri address, Actor company, ConcurrentBag<Guid> acknowledged, Func<int> count, CancellationToken stop)
    {
        using var client = new HttpClient { BaseAddress = address };
        // Data protection keys lie in the data folder, so the token outlives each process.
        client.DefaultRequestHeaders.Authorization = company.Api.DefaultRequestHeaders.Authorization as AuthenticationHeaderValue;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var number = count();
                using var answer = await client.PostAsJsonAsync("/api/demands", new { titleEn = $"Need {number}", problemEn = $"Problem {number}: the coating of the blade wears off within {number} hours of salt spray." }, CancellationToken.None);
                answer.StatusCode.ShouldBe(HttpStatusCode.Created);
                acknowledged.Add((await answer.Content.ReadFromJsonAsync<JsonElement>(CancellationToken.None)).GetProperty("id").GetGuid());
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException)
            {
                // Killed in the middle of the answer: the need may or may not have been saved.
                if (stop.IsCancellationRequested) return;
                await Task.Delay(5, CancellationToken.None);
            }
        }
    }
}
