using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Jobs;
using TechMatch.Shared.Persistence;

namespace TechMatch.Shared.Audit;

/// <summary>
/// Chains the audit trail: each entry gets a place and a hash over itself and the hash before it. Done by one node a few
/// seconds after the change, because a chain made inside the changing transactions would let one writer through at a time.
/// </summary>
/// <param name="db">The platform's context.</param>
public sealed class AuditChain(PlatformDbContext db) : IRecurringJob
{
    private const int Batch = 500;

    /// <inheritdoc/>
    public static string Name => "seal-audit-trail";

    /// <inheritdoc/>
    public static TimeSpan Interval => TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async Task Run(CancellationToken cancellationToken)
    {
        while (await Seal(cancellationToken) == Batch) db.ChangeTracker.Clear();
    }

    private async Task<int> Seal(CancellationToken cancellationToken)
    {
        var last = await db.AuditTrail.AsNoTracking().Where(entry => entry.Sequence != null).OrderByDescending(entry => entry.Sequence)
            .Select(entry => new { entry.Sequence, entry.Hash }).FirstOrDefaultAsync(cancellationToken);
        var (sequence, hash) = (last?.Sequence ?? 0, last?.Hash ?? "");
        var open = await db.AuditTrail.Where(entry => entry.Sequence == null).OrderBy(entry => entry.At).ThenBy(entry => entry.Id).Take(Batch).ToListAsync(cancellationToken);
        foreach (var entry in open)
        {
            entry.Sequence = ++sequence;
            entry.Hash = hash = entry.HashAfter(sequence, hash);
        }
        await db.SaveChangesAsync(cancellationToken);
        return open.Count;
    }

    /// <summary>Reads the whole chain and computes every hash again.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many entries are sealed, and the place of the first that does not fit; null when all fit.</returns>
    public async Task<AuditVerdict> Verify(CancellationToken cancellationToken)
    {
        var (place, hash) = (0L, "");
        while (true)
        {
            var after = place;
            var next = await db.AuditTrail.AsNoTracking().Where(entry => entry.Sequence > after).OrderBy(entry => entry.Sequence).Take(Batch).ToListAsync(cancellationToken);
            if (next.Count == 0) return new(place, null);
            foreach (var entry in next)
            {
                place++;
                if (entry.Sequence != place || entry.Hash != entry.HashAfter(place, hash)) return new(place - 1, place);
                hash = entry.Hash!;
            }
        }
    }
}

/// <summary>What <see cref="AuditChain.Verify"/> found.</summary>
/// <param name="Sealed">How many entries fit, from the first on.</param>
/// <param name="BrokenAt">The place of the first entry that was changed, removed or moved; null when the chain is whole.</param>
public sealed record AuditVerdict(long Sealed, long? BrokenAt);
