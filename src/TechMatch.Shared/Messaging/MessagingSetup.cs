using System.Reflection;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace TechMatch.Shared.Messaging;

/// <summary>Registers outbox, dispatcher and consumers.</summary>
public static class MessagingSetup
{
    /// <summary>Messaging within this process: the embedded default.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="events">The assembly of the integration events.</param>
    /// <param name="modules">The assemblies whose consumers take part.</param>
    public static IServiceCollection AddInProcessMessaging(this IServiceCollection services, Assembly events, IReadOnlyCollection<Assembly> modules)
    {
        services.AddMediator(mediator =>
        {
            foreach (var consumer in Consumers(modules)) mediator.AddConsumer(consumer);
        });
        return services.AddSingleton<IEventTransport, InProcessTransport>().AddOutbox(events);
    }

    /// <summary>Messaging by RabbitMQ: a durable queue per consumer, publisher confirms, retries, then the queue's error queue.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="broker">Where the broker is: <c>amqp://user:password@host:5672/virtual-host</c>.</param>
    /// <param name="events">The assembly of the integration events.</param>
    /// <param name="modules">The assemblies whose consumers take part.</param>
    public static IServiceCollection AddRabbitMqMessaging(this IServiceCollection services, Uri broker, Assembly events, IReadOnlyCollection<Assembly> modules)
    {
        services.AddMassTransit(bus =>
        {
            foreach (var consumer in Consumers(modules)) bus.AddConsumer(consumer);
            bus.SetKebabCaseEndpointNameFormatter();
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(broker);
                rabbit.UseMessageRetry(retry => retry.Exponential(8, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(300)));
                rabbit.ConfigureEndpoints(context);
            });
        });
        return services.AddSingleton<IEventTransport, BrokerTransport>().AddOutbox(events);
    }

    /// <summary>Every consumer of the assemblies, internal ones too: MassTransit's own scan passes those over in silence.</summary>
    /// <param name="modules">The assemblies.</param>
    public static IEnumerable<Type> Consumers(IEnumerable<Assembly> modules) => modules
        .SelectMany(module => module.GetTypes())
        .Where(type => type is { IsAbstract: false, IsClass: true } && type.IsAssignableTo(typeof(IConsumer)));

    private static IServiceCollection AddOutbox(this IServiceCollection services, Assembly events) => services
        .AddSingleton(new EventTypes(events))
        .AddSingleton<OutboxSignal>()
        .AddSingleton<OutboxDispatcher>()
        .AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>())
        .AddScoped<DeadLetters>();
}
