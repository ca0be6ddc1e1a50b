using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;

namespace TechMatch.Reference.Domain;

/// <summary>
/// Code lists, rule packs and working days for the whole application, from memory. It answers from the files that ship with
/// the program as soon as it is made, and with what the database knows beside them once that has been read.
/// </summary>
internal sealed class ReferenceData : ICodeLists, IRulePacks, IWorkingDays, IDisposable
{
    private readonly TimeProvider clock;
    private volatile ReferenceSnapshot current;

    /// <summary>Held while the database is read, so that a slow reading cannot lay an older state over a newer one.</summary>
    public SemaphoreSlim Reading { get; } = new(1);

    public ReferenceData(TimeProvider clock)
    {
        this.clock = clock;
        current = new(ShippedFiles.All.Select(shipped => new KnownFile(shipped.File, true, null)));
    }

    public ReferenceSnapshot Current => current;

    public DateOnly Today => clock.Today();

    /// <summary>Lays what the database holds over what ships; where both have a version, the database's holds, so that all nodes answer alike.</summary>
    /// <param name="published">The files of the database.</param>
    public void Overlay(IReadOnlyCollection<KnownFile> published)
    {
        var stored = published.Select(file => (file.File.Kind, file.File.Name, file.File.Edition)).ToHashSet();
        var shipped = ShippedFiles.All.Where(shipped => !stored.Contains((shipped.File.Kind, shipped.File.Name, shipped.File.Edition)));
        current = new(shipped.Select(shipped => new KnownFile(shipped.File, true, null)).Concat(published));
    }

    public IReadOnlyList<Code> Of(string list) => current.ListOn(list, Today)?.Codes ?? [];

    public bool Has(string list, string code) => current.ListOn(list, Today)?.ByValue.ContainsKey(code) is true;

    public string Name(string list, string? code) => code is null ? "" : current.FindCode(list, code, Today)?.Name ?? code;

    public RuleValue? Find(string pack, string key, DateOnly on) => current.Rule(pack, key, on);

    public string PackOf(string? region) => current.PackOf(region);

    public DateOnly After(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var snapshot = current;
        var day = start;
        while (days > 0)
        {
            day = day.AddDays(1);
            if (snapshot.IsWorkingDay(day)) days--;
        }
        return day;
    }

    public bool IsWorkingDay(DateOnly day) => current.IsWorkingDay(day);

    public bool IsKnown(int year) => current.KnowsYear(year);

    public void Dispose() => Reading.Dispose();
}
