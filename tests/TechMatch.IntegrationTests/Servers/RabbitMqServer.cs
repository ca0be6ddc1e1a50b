using Testcontainers.RabbitMq;

namespace TechMatch.IntegrationTests.Servers;

/// <summary>The broker that <c>TECHMATCH_TEST_RABBITMQ</c> names (an amqp address), or one in a container where Docker is there.</summary>
public sealed class RabbitMqServer : IAsyncLifetime
{
    private RabbitMqContainer? container;

    public string Address { get; private set; } = "";

    public Needed Needed { get; private set; } = new("rabbitmq", null);

    public async ValueTask InitializeAsync()
    {
        Address = Environment.GetEnvironmentVariable("TECHMATCH_TEST_RABBITMQ") ?? "";
        if (Address.Length == 0 && Needed.HasDocker)
        {
            container = new RabbitMqBuilder("rabbitmq:4-alpine").Build();
            await container.StartAsync();
            Address = container.GetConnectionString();
        }
        if (Address.Length == 0) Needed = new("rabbitmq", "No RabbitMQ: set TECHMATCH_TEST_RABBITMQ to an amqp address, or have Docker.");
    }

    public async ValueTask DisposeAsync()
    {
        if (container is not null) await container.DisposeAsync();
    }
}
