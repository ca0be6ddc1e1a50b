using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TechMatch.Integration.Reference;
using TechMatch.IntegrationTests.Harness;
using TechMatch.Reference.Domain;
using TechMatch.Reference.Features;
using TechMatch.Reference.Persistence;

namespace TechMatch.IntegrationTests.Reference;

/// <summary>Several nodes on one database, and restarts; each test has a market of its own.</summary>
public abstract class ReferenceNodesTests(Market market) : MarketTests(market)
{
    private const int Shipped = 37;

    [Fact]
    public async Task Nodes_that_start_at_once_put_what_ships_into_the_database_once()
    {
        await using var market = await StartOwn();
        await OnceReady(market);
        await market.With<ReferenceDbContext, int>(db => db.Publications.ExecuteDeleteAsync());

        var added = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => market.With<PublicationStore, int>(store => store.AddShipped(CancellationToken.None)))));

        added.Sum().ShouldBe(Shipped);
        (await market.With<ReferenceDbContext, int>(db => db.Publications.CountAsync())).ShouldBe(Shipped);
    }

    [Fact]
    public async Task What_another_node_published_is_known_after_the_next_look_at_the_database()
    {
        await using var market = await StartOwn();
        await OnceReady(market);
        var lists = market.Services.GetRequiredService<ICodeLists>();
        var json = ReferenceFiles.List("colour").ToJsonString();
        await market.With<ReferenceDbContext, int>(db =>
        {
            db.Publications.Add(Publication.HandedIn(ReferenceFile.Read(json, [])!, json, null, DateTimeOffset.UnixEpoch));
            return db.SaveChangesAsync();
        });
        lists.Of("colour").ShouldBeEmpty();

        await market.With<PublicationStore, bool>(async store =>
        {
            await store.Reload(CancellationToken.None);
            return true;
        });

        lists.Of("colour").Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_published_is_known_again_after_a_restart()
    {
        await using var market = await StartOwn();
        await market.Send(new PublishReferenceFile(ReferenceFiles.List("colour").ToJsonString()));

        await market.Stop();
        await market.Start();

        await Eventually.True(() => Task.FromResult(market.Services.GetRequiredService<ICodeLists>().Has("colour", "red")), "colours after the restart");
    }

    [Fact]
    public async Task A_file_that_this_version_cannot_read_leaves_everything_else_as_it_is()
    {
        await using var market = await StartOwn();
        await OnceReady(market);
        await market.With<ReferenceDbContext, int>(db => db.Publications.Where(row => row.Name == "technology-field").ExecuteUpdateAsync(set => set.SetProperty(row => row.Json, "{ \"list\": 7 }")));

        await market.Stop();
        await market.Start();
        await OnceReady(market);

        var lists = market.Services.GetRequiredService<ICodeLists>();
        lists.Of("technology-field").Count.ShouldBe(11);
        lists.Of("region").ShouldNotBeEmpty();
    }

    // The shipped list is known from the program before the database was read; an import time says that it was.
    private static Task OnceReady(OwnMarket market) => Eventually.True(
        async () => (await market.Send(new ShowCodeList("region", null))).Versions[0].ImportedAt is not null, "reference data read from the database");
}

public sealed class ReferenceNodesTestsOnSqlite(SqliteMarket market) : ReferenceNodesTests(market);

public sealed class ReferenceNodesTestsOnPostgreSql(PostgreSqlMarket market) : ReferenceNodesTests(market);

public sealed class ReferenceNodesTestsOnSqlServer(SqlServerMarket market) : ReferenceNodesTests(market);
