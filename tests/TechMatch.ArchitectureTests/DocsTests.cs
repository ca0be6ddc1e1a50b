using System.Text.RegularExpressions;
using Shouldly;

namespace TechMatch.ArchitectureTests;

/// <summary>What README and docs say of the house is so.</summary>
public partial class DocsTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(House.Root, "README.md"));

    [Fact]
    public void The_tree_in_the_README_names_every_project_and_no_other()
    {
        var projects = House.Files("src", "*.csproj").Concat(House.Files("tests", "*.csproj")).Select(Path.GetFileNameWithoutExtension)
            .Where(name => !name!.StartsWith("TechMatch.Migrations.", StringComparison.Ordinal)).ToList().NotEmpty("projects");

        var named = ProjectName().Matches(TreeOf(Readme)).Select(match => match.Value).Distinct().ToList();

        named.ShouldBe(projects!, ignoreOrder: true);
    }

    [Fact]
    public void Every_link_between_documents_leads_somewhere()
    {
        var documents = House.Files("docs", "*.md").Concat(System.IO.Directory.GetFiles(House.Root, "*.md")).NotEmpty("documents");

        documents.SelectMany(document => Link().Matches(File.ReadAllText(document)).Select(match => (Document: document, Target: match.Groups[1].Value)))
            .Where(link => !link.Target.Contains("://", StringComparison.Ordinal))
            .Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(link.Document)!, link.Target))).Select(link => $"{House.Relative(link.Document)}: {link.Target}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_setting_in_the_README_is_read_by_the_host()
    {
        var host = string.Concat(House.Files("src/TechMatch.Web", "*.cs").Select(File.ReadAllText));

        var settings = Setting().Matches(Readme).Select(match => match.Groups[1].Value).Distinct().ToList().NotEmpty("settings");

        settings.Where(setting => !host.Contains($"\"{setting}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_verb_in_the_README_exists_and_every_verb_is_there()
    {
        var code = House.Files("src/TechMatch.Web/Verbs", "*Verb.cs").SelectMany(file => Command().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToList().NotEmpty("verbs");

        var told = Verb().Matches(Readme).Select(match => match.Groups[1].Value).Distinct();

        told.ShouldBe(code, ignoreOrder: true);
    }

    [Fact]
    public void The_decisions_are_numbered_without_a_gap()
    {
        var numbers = House.Files("docs/adr", "*.md").Select(file => int.Parse(Path.GetFileName(file)[..4], System.Globalization.CultureInfo.InvariantCulture)).ToList().NotEmpty("decisions");

        numbers.ShouldBe(Enumerable.Range(1, numbers.Count));
    }

    private static string TreeOf(string text) => text.Split("```").Single(block => block.Contains("TechMatch.Shared/", StringComparison.Ordinal));

    [GeneratedRegex(@"TechMatch\.[A-Za-z]+")]
    private static partial Regex ProjectName();

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\| `([A-Z][A-Za-z]+:[A-Za-z]+)`", RegexOptions.Multiline)]
    private static partial Regex Setting();

    [GeneratedRegex(@"new Command\(""([a-z]+)""")]
    private static partial Regex Command();

    [GeneratedRegex(@"^\| `([a-z]+)[ `]", RegexOptions.Multiline)]
    private static partial Regex Verb();
}
