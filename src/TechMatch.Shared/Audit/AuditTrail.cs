using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Persistence;

namespace TechMatch.Shared.Audit;

/// <summary>Reads the audit trail.</summary>
/// <param name="db">The platform's context.</param>
public sealed class AuditTrail(PlatformDbContext db)
{
    /// <summary>Changes, newest first.</summary>
    /// <param name="subject">The kind of aggregate; null for all.</param>
    /// <param name="subjectId">The aggregate's id; null for all.</param>
    /// <param name="page">Which part.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Page<AuditEntry>> List(string? subject, string? subjectId, PageRequest page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var entries = db.AuditTrail.AsNoTracking();
        if (subject is not null) entries = entries.Where(entry => entry.Subject == subject);
        if (subjectId is not null) entries = entries.Where(entry => entry.SubjectId == subjectId);

        // The few that are not yet sealed come first, then the sealed ones by their place, which is indexed; the time is not.
        var open = entries.Where(entry => entry.Sequence == null);
        var unsealed = await open.CountAsync(cancellationToken);
        var items = page.Skip >= unsealed ? [] : await open.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Skip(page.Skip).Take(page.Size).ToListAsync(cancellationToken);
        if (items.Count < page.Size)
            items.AddRange(await entries.Where(entry => entry.Sequence != null).OrderByDescending(entry => entry.Sequence)
                .Skip(Math.Max(0, page.Skip - unsealed)).Take(page.Size - items.Count).ToListAsync(cancellationToken));
        return new(items, await entries.CountAsync(cancellationToken), page.Number, page.Size);
    }
}
