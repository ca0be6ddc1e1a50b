using System.Collections.Frozen;
using TechMatch.Integration.Reference;

namespace TechMatch.Reference.Domain;

/// <summary>A file and how it came here.</summary>
/// <param name="File">The content.</param>
/// <param name="IsShipped">It came with the program.</param>
/// <param name="ImportedAt">When it was put into the database; null while it is known from the program alone.</param>
internal sealed record KnownFile(ReferenceFile File, bool IsShipped, DateTimeOffset? ImportedAt);

/// <summary>Every version of every file that is known at one moment. It never changes; a publication makes a new one.</summary>
internal sealed class ReferenceSnapshot
{
    // A chain of places is three or four long; a circle is refused when it is published.
    private const int LongestChain = 10;

    private readonly FrozenDictionary<(PublicationKind Kind, string Name), KnownFile[]> files;
    private readonly FrozenDictionary<string, string> packOfRegion;
    private readonly FrozenSet<DateOnly> daysOff;
    private readonly FrozenSet<DateOnly> daysWorked;
    private readonly FrozenSet<int> knownYears;

    public ReferenceSnapshot(IEnumerable<KnownFile> known)
    {
        files = known.GroupBy(file => (file.File.Kind, file.File.Name)).ToFrozenDictionary(group => group.Key, group => group.OrderDescending(LaterFirst).ToArray());
        packOfRegion = All(PublicationKind.RulePack).Select(versions => (RulePack)versions[0].File).Where(pack => pack.Region is not null)
            .GroupBy(pack => pack.Region!).ToFrozenDictionary(group => group.Key, group => group.First().Name);
        var calendars = All(PublicationKind.Calendar).Select(versions => (Calendar)versions[0].File).Where(calendar => calendar.Country == Calendar.MainlandChina).ToArray();
        daysOff = calendars.SelectMany(calendar => calendar.Holidays).ToFrozenSet();
        daysWorked = calendars.SelectMany(calendar => calendar.Workdays).ToFrozenSet();
        knownYears = calendars.Where(calendar => calendar.IsComplete).Select(calendar => calendar.Year).ToFrozenSet();
    }

    private static IComparer<KnownFile> LaterFirst { get; } = Comparer<KnownFile>.Create((left, right) => left.File.ValidFrom != right.File.ValidFrom
        ? left.File.ValidFrom.CompareTo(right.File.ValidFrom)
        : Edition.Compare(left.File.Edition, right.File.Edition));

    /// <summary>The versions of each file of a kind, the latest first; ordered by name.</summary>
    public IEnumerable<IReadOnlyList<KnownFile>> All(PublicationKind kind) =>
        files.Where(entry => entry.Key.Kind == kind).OrderBy(entry => entry.Key.Name, StringComparer.Ordinal).Select(entry => entry.Value);

    /// <summary>The versions of a file, the latest first; empty when there is no such file.</summary>
    public IReadOnlyList<KnownFile> Versions(PublicationKind kind, string name) => files.TryGetValue((kind, name), out var versions) ? versions : [];

    public T? Newest<T>(string name)
        where T : ReferenceFile => Versions(KindOf<T>(), name) is [var newest, ..] ? (T)newest.File : null;

    /// <summary>The version in force on a day; where all lie in the future, the first of them.</summary>
    public CodeList? ListOn(string name, DateOnly day)
    {
        var versions = Versions(PublicationKind.CodeList, name);
        return versions.Count == 0 ? null : (CodeList)(versions.FirstOrDefault(version => version.File.ValidFrom <= day) ?? versions[^1]).File;
    }

    /// <summary>The version in force on a day; null when there is none.</summary>
    public RulePack? PackOn(string name, DateOnly day) => Versions(PublicationKind.RulePack, name)
        .FirstOrDefault(version => version.File.ValidFrom <= day)?.File is RulePack pack && !(pack.ValidTo < day) ? pack : null;

    /// <summary>The rule of the pack, or of its nearest parent, on a day.</summary>
    public RuleValue? Rule(string pack, string key, DateOnly day) => Chain(pack)
        .Select(name => PackOn(name, day)?.ByKey.GetValueOrDefault(key)).FirstOrDefault(rule => rule?.ValidFrom <= day);

    /// <summary>The pack and its parents, nearest first; an unknown pack stands for the root.</summary>
    public IEnumerable<string> Chain(string pack)
    {
        var name = Newest<RulePack>(pack) is null ? RulePack.Root : pack;
        return Ancestors(name).Prepend(name);
    }

    /// <summary>The parents of a pack, nearest first.</summary>
    public IEnumerable<string> Ancestors(string pack)
    {
        var parent = Newest<RulePack>(pack)?.Parent;
        for (var step = 0; parent is not null && step < LongestChain; step++)
        {
            yield return parent;
            parent = Newest<RulePack>(parent)?.Parent;
        }
    }

    public string PackOf(string? region) => region is { Length: >= 2 } && packOfRegion.TryGetValue(region[..2], out var pack) ? pack : RulePack.Root;

    /// <summary>Whether any version of the list has the code.</summary>
    public bool HasCode(string list, string code) => Versions(PublicationKind.CodeList, list).Any(version => ((CodeList)version.File).ByValue.ContainsKey(code));

    /// <summary>The code in the version of a day, or in the latest other version that has it.</summary>
    public Code? FindCode(string list, string code, DateOnly day)
    {
        if (ListOn(list, day)?.ByValue.TryGetValue(code, out var present) is true) return present;
        return Versions(PublicationKind.CodeList, list).Select(version => ((CodeList)version.File).ByValue.GetValueOrDefault(code)).FirstOrDefault(found => found is not null);
    }

    public bool IsWorkingDay(DateOnly day) => daysWorked.Contains(day) || (!Calendar.IsWeekend(day) && !daysOff.Contains(day));

    public bool KnowsYear(int year) => knownYears.Contains(year);

    private static PublicationKind KindOf<T>() =>
        typeof(T) == typeof(CodeList) ? PublicationKind.CodeList : typeof(T) == typeof(RulePack) ? PublicationKind.RulePack : PublicationKind.Calendar;
}
