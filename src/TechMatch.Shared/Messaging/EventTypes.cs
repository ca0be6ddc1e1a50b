using System.Reflection;
using System.Text.Json;

namespace TechMatch.Shared.Messaging;

/// <summary>Finds an event's type by the short name that the outbox stores, so that a renamed namespace loses no message.</summary>
/// <param name="assemblies">The assemblies that hold integration events.</param>
public sealed class EventTypes(params IEnumerable<Assembly> assemblies)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<string, Type> types = assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IIntegrationEvent)))
        .ToDictionary(type => type.Name);

    /// <summary>Every known event type.</summary>
    public IReadOnlyCollection<Type> All => types.Values;

    internal IIntegrationEvent Read(OutboxMessage message) =>
        types.TryGetValue(message.Type, out var type)
            ? (IIntegrationEvent)JsonSerializer.Deserialize(message.Payload, type, Json)!
            : throw new InvalidOperationException($"No event is called {message.Type}.");
}
