using System.Text.RegularExpressions;
using Shouldly;

namespace TechMatch.ArchitectureTests;

/// <summary>The tree speaks: a newcomer finds a use case by its name.</summary>
public partial class TreeTests
{
    private const int LongestFile = 400;
    private const int LargestShared = 2500;

    [Fact]
    public void No_source_file_is_too_large_to_live_in() =>
        Sources("src").Concat(Sources("tests")).NotEmpty("source files").Where(file => File.ReadLines(file).Count() > LongestFile).Select(House.Relative).ShouldBeEmpty();

    [Fact]
    public void Shared_stays_small() =>
        Sources("src/TechMatch.Shared").NotEmpty("files of Shared").Sum(file => File.ReadLines(file).Count(IsCode)).ShouldBeLessThan(LargestShared);

    [Fact]
    public void A_feature_file_is_named_after_a_type_that_it_holds()
    {
        var files = House.Files("src/Modules", "*.cs").Where(file => file.Contains("/Features/", StringComparison.Ordinal)).NotEmpty("feature files");

        files.Where(file => !Regex.IsMatch(File.ReadAllText(file), $@"\b(class|record|interface|struct)\s+{Regex.Escape(Path.GetFileName(file).Split('.')[0])}\w*")).Select(House.Relative).ShouldBeEmpty();
    }

    [Fact]
    public void No_name_says_nothing()
    {
        // The words that style.md bans; *Tests and framework names are not ours to judge.
        Sources("src").NotEmpty("source files").Where(file => EmptyName().IsMatch(Path.GetFileNameWithoutExtension(file).Split('.')[0])).Select(House.Relative).ShouldBeEmpty();
    }

    [Fact]
    public void A_module_has_its_four_parts_and_no_more()
    {
        string[] allowed = ["Features", "Domain", "Persistence", "Data", "bin", "obj"];
        foreach (var module in System.IO.Directory.GetDirectories(Path.Combine(House.Root, "src/Modules")).NotEmpty("modules"))
            System.IO.Directory.GetDirectories(module).Select(Path.GetFileName).Except(allowed).ShouldBeEmpty(House.Relative(module));
    }

    [Fact]
    public void A_pragma_carries_its_reason() =>
        Sources("src").NotEmpty("source files").SelectMany(file => File.ReadLines(file).Where(line => line.Contains("#pragma warning disable", StringComparison.Ordinal) && !line.Contains("//", StringComparison.Ordinal)).Select(_ => House.Relative(file))).ShouldBeEmpty();

    private static IEnumerable<string> Sources(string folder) =>
        House.Files(folder, "*.cs").Where(file => !MigrationFile().IsMatch(House.Relative(file)));

    private static bool IsCode(string line) => line.Trim() is { Length: > 0 } text && !text.StartsWith("//", StringComparison.Ordinal);

    [GeneratedRegex("(Manager|Helper|Util|Utils|Impl|Common|Dto|Base)$")]
    private static partial Regex EmptyName();

    [GeneratedRegex("^src/Migrations/[^/]+/[^/]+/")]
    private static partial Regex MigrationFile();
}
