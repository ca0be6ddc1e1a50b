using System.Text.Json;
using Shouldly;
using TechMatch.Integration.Directory;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Shell;

/// <summary>In a market of its own: changes of other tests would move the pages.</summary>
public abstract class AuditPagingTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task The_audit_trail_is_read_page_by_page_without_loss_newest_first()
    {
        await using var market = await StartOwn();
        var person = await market.NewOperator();
        for (var i = 0; i < 5; i++)
            await market.Send(new EnsureOrganisation($"page-{i}", null, $"Page {i}", "university", "110108", "CN"));
        await Eventually.True(async () => (await Entries(person, 1, 100)).All(entry => entry.GetProperty("isSealed").GetBoolean()), "sealed trail");

        var whole = (await Entries(person, 1, 6)).Select(Id).ToList();
        var parts = (await Entries(person, 1, 3)).Concat(await Entries(person, 2, 3)).Select(Id).ToList();

        whole.Count.ShouldBe(6);
        parts.ShouldBe(whole);
        var times = (await Entries(person, 1, 6)).Select(entry => entry.GetProperty("at").GetDateTimeOffset()).ToList();
        times.ShouldBe(times.OrderDescending());

        static Guid Id(JsonElement entry) => entry.GetProperty("id").GetGuid();
    }

    private static async Task<List<JsonElement>> Entries(Actor person, int page, int size) =>
        [.. (await person.Api.Get($"/api/admin/audit?subject=Organisation&page={page}&size={size}")).GetProperty("items").EnumerateArray()];
}

public sealed class AuditPagingTestsOnSqlite(SqliteMarket market) : AuditPagingTests(market);

public sealed class AuditPagingTestsOnPostgreSql(PostgreSqlMarket market) : AuditPagingTests(market);

public sealed class AuditPagingTestsOnSqlServer(SqlServerMarket market) : AuditPagingTests(market);
