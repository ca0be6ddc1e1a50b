using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(TechMatch.IntegrationTests.Harness.SqliteMarket))]
[assembly: AssemblyFixture(typeof(TechMatch.IntegrationTests.Harness.PostgreSqlMarket))]
[assembly: AssemblyFixture(typeof(TechMatch.IntegrationTests.Harness.SqlServerMarket))]
[assembly: AssemblyFixture(typeof(TechMatch.IntegrationTests.Servers.RabbitMqServer))]

namespace TechMatch.IntegrationTests.Harness;

/// <summary>
/// Tests against a running market. Write them once in an abstract class and run them on each product by three lines; one
/// market per product serves all classes, so a test makes its own organisations and asks only for what is theirs.
/// </summary>
public abstract class MarketTests
{
    protected MarketTests(Market market)
    {
        market.Needed.OrSkip();
        Market = market;
    }

    protected Market Market { get; }

    /// <summary>A market of the test's own on the same product.</summary>
    protected Task<OwnMarket> StartOwn(string? broker = null, Action<IServiceCollection>? adapt = null) => OwnMarket.StartNew(broker, adapt, Market);
}
