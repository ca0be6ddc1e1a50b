using System.Text.Json;

namespace TechMatch.Shared.Messaging;

/// <summary>An event on its way: written in the transaction of the change, handed to the consumers afterwards.</summary>
public sealed class OutboxMessage
{
    /// <summary>Longest event type name.</summary>
    public const int TypeMaxLength = 100;

    /// <summary>Longest node name.</summary>
    public const int NodeMaxLength = 100;

    /// <summary>Longest error text that is kept.</summary>
    public const int ErrorMaxLength = 2000;

    /// <summary>Order of writing; given by the database.</summary>
    public long Sequence { get; private set; }

    /// <summary>The message id that the inbox remembers.</summary>
    public Guid Id { get; private set; }

    /// <summary>Name of the event's type, without namespace; see <see cref="EventTypes"/>.</summary>
    public string Type { get; private set; } = "";

    /// <summary>The event as JSON.</summary>
    public string Payload { get; private set; } = "";

    /// <summary>When the change was saved.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Failed deliveries so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not to be tried before this time.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>The node that is delivering it.</summary>
    public string? LockedBy { get; private set; }

    /// <summary>Until when that node's claim holds.</summary>
    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>When every consumer had applied it (or the broker had confirmed it).</summary>
    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>When it was given up; an operator can have it delivered again.</summary>
    public DateTimeOffset? DeadAt { get; private set; }

    /// <summary>Why the last delivery failed.</summary>
    public string? Error { get; private set; }

    internal static OutboxMessage For(IIntegrationEvent fact) => new()
    {
        Type = fact.GetType().Name,
        Payload = JsonSerializer.Serialize(fact, fact.GetType(), EventTypes.Json),
    };

    // Called as the row is saved: only then is the time of the change known.
    internal void Stamp(DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        CreatedAt = NextAttemptAt = now;
    }
}

/// <summary>Remembers that a consumer has applied a message; saved together with what the consumer did.</summary>
public sealed class InboxMessage
{
    /// <summary>Longest consumer name.</summary>
    public const int ConsumerMaxLength = 150;

    /// <summary>The outbox message's id.</summary>
    public Guid MessageId { get; init; }

    /// <summary>The consumer's type name.</summary>
    public required string Consumer { get; init; }

    /// <summary>When it was applied.</summary>
    public DateTimeOffset AppliedAt { get; init; }
}
