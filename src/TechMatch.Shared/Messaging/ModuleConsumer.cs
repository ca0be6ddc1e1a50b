using MassTransit;
using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Persistence;

namespace TechMatch.Shared.Messaging;

/// <summary>
/// Applies one kind of event in one module, exactly once: the inbox row and the work are saved together, and a message
/// that comes again is a no-op. Name it after what it does: <c>ProposeMatchesWhenListingPublished</c>.
/// </summary>
/// <typeparam name="TEvent">The event.</typeparam>
/// <param name="db">The module's context.</param>
/// <param name="clock">The clock.</param>
/// <param name="scope">Names the consumer in the audit trail.</param>
public abstract class ModuleConsumer<TEvent>(ModuleDbContext db, TimeProvider clock, AuditScope scope) : IConsumer<TEvent>
    where TEvent : class, IIntegrationEvent
{
    /// <summary>Changes the module's state without saving it; everything is saved once, with the inbox row.</summary>
    /// <param name="fact">The event.</param>
    /// <param name="cancellationToken">Ends when the process stops.</param>
    protected abstract Task Apply(TEvent fact, CancellationToken cancellationToken);

    /// <summary>Called once the change is committed; for waking what runs in this process. May be skipped by a crash.</summary>
    protected virtual void Applied()
    {
    }

    /// <inheritdoc/>
    public virtual async Task Consume(ConsumeContext<TEvent> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var cancellationToken = context.CancellationToken;
        var messageId = context.MessageId ?? throw new InvalidOperationException("A message without an id cannot be applied exactly once.");
        var consumer = GetType().Name;
        if (await Seen(messageId, consumer, cancellationToken)) return;

        scope.Begin(consumer);
        await Apply(context.Message, cancellationToken);
        db.Inbox.Add(new InboxMessage { MessageId = messageId, Consumer = consumer, AppliedAt = clock.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another node may have applied it in the meantime; what is in the inbox decides, never the error's text.
            db.ChangeTracker.Clear();
            if (await Seen(messageId, consumer, cancellationToken)) return;
            throw;
        }
        Applied();
    }

    private Task<bool> Seen(Guid messageId, string consumer, CancellationToken cancellationToken) =>
        db.Inbox.AnyAsync(message => message.MessageId == messageId && message.Consumer == consumer, cancellationToken);
}
