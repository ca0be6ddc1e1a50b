using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TechMatch.Reference.Domain;

namespace TechMatch.Reference.Persistence;

/// <summary>Moves published files between the database and <see cref="ReferenceData"/>.</summary>
internal sealed class PublicationStore(ReferenceDbContext db, ReferenceData data, TimeProvider clock, ILogger<PublicationStore> log)
{
    private const int Attempts = 3;

    /// <summary>Puts the shipped versions that the database lacks into it.</summary>
    /// <returns>How many it lacked.</returns>
    public async Task<int> AddShipped(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var stored = (await db.Publications.AsNoTracking().Select(row => new { row.Kind, row.Name, row.Edition }).ToListAsync(cancellationToken))
                .Select(row => (row.Kind, row.Name, row.Edition)).ToHashSet();
            var missing = ShippedFiles.All.Where(shipped => !stored.Contains((shipped.File.Kind, shipped.File.Name, shipped.File.Edition))).ToList();
            if (missing.Count == 0) return 0;
            var now = clock.GetUtcNow();
            db.Publications.AddRange(missing.Select(shipped => Publication.Shipped(shipped, now)));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return missing.Count;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another node that started at the same moment was first; what it added is no longer missing.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Reads the database when it holds what this process does not know yet.</summary>
    public async Task Reload(CancellationToken cancellationToken)
    {
        await data.Reading.WaitAsync(cancellationToken);
        try
        {
            await ReadNew(cancellationToken);
        }
        finally
        {
            data.Reading.Release();
        }
    }

    private async Task ReadNew(CancellationToken cancellationToken)
    {
        var known = Enum.GetValues<PublicationKind>().SelectMany(data.Current.All).SelectMany(versions => versions)
            .Where(file => file.ImportedAt is not null).Select(file => (file.File.Kind, file.File.Name, file.File.Edition)).ToHashSet();
        var stored = await db.Publications.AsNoTracking().Select(row => new { row.Kind, row.Name, row.Edition }).ToListAsync(cancellationToken);
        if (stored.TrueForAll(row => known.Contains((row.Kind, row.Name, row.Edition)))) return;

        var published = new List<KnownFile>();
        await foreach (var row in db.Publications.AsNoTracking().OrderBy(row => row.Id)
            .Select(row => new { row.Kind, row.Name, row.Edition, row.Json, row.IsShipped, row.ImportedAt }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (ReferenceFile.Read(row.Json, []) is { } file) published.Add(new(file, row.IsShipped, row.ImportedAt));
            else log.LogWarning("{Kind} {Name} {Edition} cannot be read by this version of the program; the versions before it hold", row.Kind, row.Name, row.Edition);
        }
        data.Overlay(published);
    }
}
