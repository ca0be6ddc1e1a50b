using System.Reflection;
using System.Runtime.CompilerServices;
using Shouldly;

namespace TechMatch.ArchitectureTests;

/// <summary>The house as the tests see it: its assemblies and its files.</summary>
internal static class House
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<Assembly> Modules { get; } = TechMatch.Web.Hosting.Modules.Assemblies;

    public static Assembly Shared { get; } = typeof(TechMatch.Shared.Domain.Aggregate).Assembly;

    public static Assembly Integration { get; } = typeof(TechMatch.Integration.ImportRow).Assembly;


    /// <summary>Types that a person wrote: no compiler-made ones.</summary>
    public static IEnumerable<Type> WrittenTypes(this Assembly assembly) =>
        assembly.GetTypes().Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.Contains('<', StringComparison.Ordinal));

    /// <summary>Files of the repository below a folder, without what is built.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        [.. System.IO.Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>The set, proven not to be empty: a test over nothing proves nothing.</summary>
    public static IReadOnlyList<T> NotEmpty<T>(this IEnumerable<T> set, string what)
    {
        var list = set.ToList();
        list.ShouldNotBeEmpty($"There are no {what}: the test would prove nothing.");
        return list;
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "TechMatch.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
