namespace TechMatch.Brokerage.Domain;

internal enum DealEventKind
{
    Opened,
    BrokerTook,
    BrokerLeft,
    MovedForward,
    MovedBack,
    Signed,
    Registered,
    Suspended,
    Resumed,
    Lost,
    Note,
}

/// <summary>One line of a deal's timeline.</summary>
internal sealed class DealEvent
{
    public DealId DealId { get; init; }

    /// <summary>1 for the deal's first event; two writers at once cannot both have a number.</summary>
    public int Number { get; init; }

    public DealEventKind Kind { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The person; null for the system.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The stage after the event.</summary>
    public DealStage Stage { get; init; }

    /// <summary>A code of deal-exit-reason when lost, the registration number when registered.</summary>
    public string? Detail { get; init; }

    public string? Note { get; init; }
}
