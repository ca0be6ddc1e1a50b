using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TechMatch.Integration.Matching;
using TechMatch.IntegrationTests.Demands;
using TechMatch.IntegrationTests.Harness;
using TechMatch.IntegrationTests.Listings;
using TechMatch.IntegrationTests.Servers;
using TechMatch.Matching.Domain;
using TechMatch.Matching.Persistence;

namespace TechMatch.IntegrationTests.Matching;

public abstract class IndexFeedTests(Market market) : MatchingTests(market)
{
    [Fact]
    public async Task A_restarted_node_gives_equal_answers()
    {
        var (university, company, word) = (await Market.NewUniversity(), await Market.NewCompany(), DemandActs.OwnWord());
        var listing = await Listing(university, new { titleEn = $"{word} cathode", summaryEn = "A material of low cost.", field = "06" });
        for (var i = 0; i < 5; i++) await Need(company, new { titleEn = $"{word} cathode {i}", problemEn = "The cost is too high.", field = "06", trlMin = i + 1 });
        await Eventually.True(async () => (await university.Api.Get($"/api/matches?listing={listing}")).GetProperty("total").GetInt32() >= 5, "five matches");
        var before = await university.Api.GetStringAsync($"/api/matches?listing={listing}", TestContext.Current.CancellationToken);

        await Market.Stop();
        await Market.Start();

        var again = Market.Visitor();
        again.DefaultRequestHeaders.Authorization = university.Api.DefaultRequestHeaders.Authorization;
        await Eventually.True(async () => (await again.GetAsync("/health/ready")).IsSuccessStatusCode, "ready node");
        (await again.GetStringAsync($"/api/matches?listing={listing}", TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    [Fact]
    public async Task Two_nodes_that_write_at_once_lose_nothing_and_both_know_all()
    {
        await using var second = new SecondNode(Market);
        await second.InitializeAsync();
        var company = await Market.NewCompany();
        var there = await Actor.SignIn(second, company.PersonId, company.OrganisationId, company.Email, company.Password);
        var words = Enumerable.Range(0, 30).Select(_ => DemandActs.OwnWord()).ToList();

        await Parallel.ForEachAsync(words, TestContext.Current.CancellationToken, async (word, _) =>
            await Need(words.IndexOf(word) % 2 == 0 ? company : there, word));

        foreach (var node in new Market[] { Market, second })
            foreach (var word in words)
                await Eventually.True(async () => (await node.Send(new RankByText(MarketSide.Demands, word, 1))).Count == 1, $"{word} on each node");
        (await Market.With<MatchingDbContext, List<long>>(db => db.Documents.GroupBy(line => line.FeedPosition).Where(group => group.Count() > 1).Select(group => group.Key).ToListAsync())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_writers_that_take_the_same_place_only_one_commits()
    {
        await using var scope = Market.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDbContext>();
        var company = await Market.NewCompany();
        var feed = await db.Feed.SingleAsync(TestContext.Current.CancellationToken);
        var line = IndexedDocument.For(MarketSide.Demands, Guid.CreateVersion7());
        db.Documents.Add(line);
        line.Put(1, "{}", feed);

        var need = await Need(company, DemandActs.OwnWord());
        await Eventually.True(async () => await Market.With<MatchingDbContext, bool>(other => other.Documents.AnyAsync(row => row.Id == need)), "the other's line");

        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_damaged_feed_is_seen_by_the_check_and_mended_by_a_rebuild()
    {
        await using var own = await OwnMarket.StartNew();
        var university = await own.NewUniversity();
        var words = new[] { DemandActs.OwnWord(), DemandActs.OwnWord(), DemandActs.OwnWord() };
        var ids = new List<Guid>();
        foreach (var word in words)
        {
            ids.Add(await university.PublishListing(own, new { titleEn = word, summaryEn = "A summary." }));
            await Eventually.True(() => Found(word, ids[^1]), "listing in the index");
        }
        (await own.Send(new CheckIndex())).ShouldBe(new IndexCheck(3, 0, 0, 0));

        // One line lost, one of an older version, one that nobody published.
        await own.With<MatchingDbContext, int>(db => db.Documents.Where(line => line.Id == ids[0]).ExecuteDeleteAsync());
        await own.With<MatchingDbContext, int>(db => db.Documents.Where(line => line.Id == ids[1]).ExecuteUpdateAsync(set => set.SetProperty(line => line.Version, 0)));
        await own.With<MatchingDbContext, int>(async db =>
        {
            var ghost = IndexedDocument.For(MarketSide.Listings, Guid.CreateVersion7());
            var content = (await db.Documents.SingleAsync(line => line.Id == ids[2])).Content!;
            db.Documents.Add(ghost);
            ghost.Put(1, content.Replace(ids[2].ToString(), ghost.Id.ToString(), StringComparison.Ordinal), await db.Feed.SingleAsync());
            return await db.SaveChangesAsync();
        });
        var broken = await own.Send(new CheckIndex());
        (broken.Missing, broken.Surplus, broken.InStep).ShouldBe((2, 1, false));
        var read = new List<int>();

        var mended = await own.Send(new RebuildIndex(new Counter(read)));

        mended.ShouldBe(new IndexCheck(3, 0, 0, 0));
        read.ShouldContain(3);
        foreach (var (word, id) in words.Zip(ids)) (await Found(word, id)).ShouldBeTrue();
        await Eventually.True(async () => (await own.Send(new RankByText(MarketSide.Listings, words[2], 5))).Count == 1, "end of the ghost");

        async Task<bool> Found(string word, Guid id) => (await own.Send(new RankByText(MarketSide.Listings, word, 5))).Any(hit => hit.Id == id);
    }

    private sealed class Counter(List<int> seen) : IProgress<int>
    {
        public void Report(int value) => seen.Add(value);
    }
}

/// <summary>One more node on another market's database.</summary>
public sealed class SecondNode(Market first) : Market(_ => new SharedDatabase(first.Provider, first.ConnectionString))
{
    private sealed class SharedDatabase : TestDatabase
    {
        public SharedDatabase(string provider, string connectionString) => (Provider, ConnectionString) = (provider, connectionString);

        public override string Provider { get; }

        public override Task Create() => Task.CompletedTask;

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

// A class fixture, so that stopping it disturbs no other class.
public sealed class IndexFeedTestsOnSqlite(SqliteMarket market) : IndexFeedTests(market), IClassFixture<SqliteMarket>;

public sealed class IndexFeedTestsOnPostgreSql(PostgreSqlMarket market) : IndexFeedTests(market), IClassFixture<PostgreSqlMarket>;
