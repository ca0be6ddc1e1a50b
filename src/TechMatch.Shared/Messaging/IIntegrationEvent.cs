namespace TechMatch.Shared.Messaging;

/// <summary>
/// A fact that other modules may know, in primitives only. Delivered at least once and applied exactly once, in no
/// promised order: a projection ignores an event whose <see cref="Version"/> is not newer than what it has seen.
/// </summary>
public interface IIntegrationEvent
{
    /// <summary>The aggregate that the fact is about.</summary>
    Guid AggregateId { get; }

    /// <summary>The aggregate's version once the fact was saved.</summary>
    long Version { get; }
}
