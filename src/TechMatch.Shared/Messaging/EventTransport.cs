using MassTransit;

namespace TechMatch.Shared.Messaging;

/// <summary>Carries an event to its consumers; returns only when nothing can lose it any more.</summary>
internal interface IEventTransport
{
    /// <summary>How many messages are carried at once.</summary>
    int Parallelism { get; }

    /// <summary>Whether a message handed over now would reach every consumer; while it would not, the outbox keeps it.</summary>
    bool IsReady { get; }

    Task Deliver(IIntegrationEvent fact, Guid messageId, CancellationToken cancellationToken);
}

/// <summary>In this process: every consumer has committed when it returns. A kill leaves the outbox row where it was.</summary>
internal sealed class InProcessTransport(MassTransit.Mediator.IMediator mediator) : IEventTransport
{
    // SQLite has one writer; consumers side by side would only wait for one another.
    public int Parallelism => 1;

    public bool IsReady => true;

    public Task Deliver(IIntegrationEvent fact, Guid messageId, CancellationToken cancellationToken) =>
        mediator.Publish((object)fact, fact.GetType(), Pipe.Execute<PublishContext>(context => context.MessageId = messageId), cancellationToken);
}

/// <summary>By a message broker: its confirm says that the durable queues have it.</summary>
internal sealed class BrokerTransport(IBusControl bus) : IEventTransport
{
    public int Parallelism => 100;

    // Healthy means that every consumer's queue is declared and bound: a broker confirms what it has nowhere to put, and drops it.
    public bool IsReady => bus.CheckHealth().Status == BusHealthStatus.Healthy;

    public Task Deliver(IIntegrationEvent fact, Guid messageId, CancellationToken cancellationToken) =>
        bus.Publish((object)fact, fact.GetType(), Pipe.Execute<PublishContext>(context => context.MessageId = messageId), cancellationToken);
}
