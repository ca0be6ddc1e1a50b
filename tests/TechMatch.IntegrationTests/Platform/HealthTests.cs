using System.Net;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Platform;

public abstract class HealthTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task A_started_market_says_that_it_is_ready() => await Eventually.True(
        async () => (await Market.Visitor().GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK, "ready market");

    [Fact]
    public async Task An_unknown_page_is_a_readable_404_in_the_readers_language()
    {
        var page = await Market.Browser("zh").Get("/no-such-page");

        page.Status.ShouldBe(404);
        page.Text.ShouldContain("没有找到页面");
    }

    [Fact]
    public async Task The_api_describes_itself_as_OpenAPI_3_1()
    {
        var description = await Market.Visitor().Get("/openapi/v1.json");

        description.GetProperty("openapi").GetString().ShouldStartWith("3.1");
    }
}

public sealed class HealthTestsOnSqlite(SqliteMarket market) : HealthTests(market);

public sealed class HealthTestsOnPostgreSql(PostgreSqlMarket market) : HealthTests(market);

public sealed class HealthTestsOnSqlServer(SqlServerMarket market) : HealthTests(market);
