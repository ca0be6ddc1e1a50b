using System.Text.RegularExpressions;
using System.Xml.Linq;
using Shouldly;
using TechMatch.Shared.Domain;

namespace TechMatch.ArchitectureTests;

/// <summary>Every word that a person reads stands in both languages, and nowhere else.</summary>
public partial class TextTests
{
    private sealed record TextFile(string Path, string Language, IReadOnlyDictionary<string, string> Texts);

    [Fact]
    public void Both_languages_have_the_same_keys_and_none_is_empty()
    {
        foreach (var pair in ResourceFiles().GroupBy(file => file.Path.Replace(".zh.resx", ".resx", StringComparison.Ordinal)).ToList().NotEmpty("resource files"))
        {
            var (english, chinese) = (pair.Single(file => file.Language == "en"), pair.Single(file => file.Language == "zh"));

            english.Texts.Keys.Except(chinese.Texts.Keys).ShouldBeEmpty($"{chinese.Path} lacks keys");
            chinese.Texts.Keys.Except(english.Texts.Keys).ShouldBeEmpty($"{english.Path} lacks keys");
            pair.SelectMany(file => file.Texts).Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key).ShouldBeEmpty(pair.Key);
        }
    }

    [Fact]
    public void Both_languages_fill_the_same_numbered_places()
    {
        var chinese = All("zh");

        All("en").NotEmpty("texts").Where(text => !Places(text.Value).SetEquals(Places(chinese[text.Key]))).Select(text => text.Key).ShouldBeEmpty();

        static HashSet<string> Places(string text) => [.. NumberedPlace().Matches(text).Select(match => match.Groups[1].Value)];
    }

    [Fact]
    public void English_texts_hold_no_Chinese_and_Chinese_texts_do()
    {
        // Product names, codes and the other language's own name are the same everywhere.
        All("en").NotEmpty("English texts").Where(text => Han().IsMatch(text.Value) && text.Key != "app.other-language")
            .Select(text => $"{text.Key}: {text.Value}").ShouldBeEmpty();
        All("zh").NotEmpty("Chinese texts").Where(text => !Han().IsMatch(text.Value) && LatinWord().IsMatch(text.Value) && !SameEverywhere.Contains(text.Value))
            .Select(text => $"{text.Key}: {text.Value}").ShouldBeEmpty();
    }

    [Fact]
    public void No_key_stands_in_two_modules() =>
        ResourceFiles().Where(file => file.Language == "en").SelectMany(file => file.Texts.Keys.Select(key => (key, file.Path))).NotEmpty("keys")
            .GroupBy(pair => pair.key).Where(group => group.Count() > 1).Select(group => $"{group.Key}: {string.Join(", ", group.Select(pair => pair.Path))}").ShouldBeEmpty();

    [Fact]
    public void Every_key_that_the_code_names_exists()
    {
        var known = All("en").Keys.ToHashSet();

        var named = House.Files("src", "*.cs").Concat(House.Files("src", "*.cshtml")).SelectMany(file => KeyUse().Matches(File.ReadAllText(file)).Select(match => (File: House.Relative(file), Key: match.Groups[1].Value))).NotEmpty("uses of texts");

        // A key that ends in a dot is the beginning of several, finished by a state or a code.
        named.Where(use => !(use.Key.EndsWith('.') ? known.Any(key => key.StartsWith(use.Key, StringComparison.Ordinal)) : known.Contains(use.Key))).Select(use => $"{use.File}: {use.Key}").Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void Every_error_has_its_text()
    {
        var known = All("en").Keys.ToHashSet();

        var errors = House.Modules.Append(House.Shared).SelectMany(assembly => assembly.WrittenTypes())
            .SelectMany(type => type.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Error) && !field.DeclaringType!.ContainsGenericParameters).Select(field => (Error)field.GetValue(null)!).NotEmpty("errors");

        errors.Select(error => error.Code).Where(code => !known.Contains(code)).ShouldBeEmpty();
        errors.GroupBy(error => error.Code).Where(group => group.Distinct().Count() > 1).Select(group => group.Key).ShouldBeEmpty();
    }

    [Fact]
    public void Pages_hold_no_words_of_their_own()
    {
        var pages = House.Files("src", "*.cshtml").NotEmpty("pages");

        pages.SelectMany(page => Words(File.ReadAllText(page)).Select(word => $"{House.Relative(page)}: {word}")).ShouldBeEmpty();
    }

    [Fact]
    public void Code_holds_no_Chinese() =>
        House.Files("src", "*.cs").Concat(House.Files("src", "*.cshtml")).NotEmpty("source files")
            // The engine knows the letters of the language.
            .Where(file => !House.Relative(file).StartsWith("src/TechMatch.MatchEngine/", StringComparison.Ordinal))
            .SelectMany(file => File.ReadAllLines(file).Select((line, index) => (File: House.Relative(file), Line: index + 1, Text: WithoutComment(line))))
            .Where(line => Han().IsMatch(line.Text)).Select(line => $"{line.File}:{line.Line}").ShouldBeEmpty();

    private static readonly string[] SameEverywhere = ["TechMatch", "English", "{0:N0} KB", "ETag", "CSV", "API", "JSON", "TRL"];

    private static string WithoutComment(string line) => line.IndexOf("//", StringComparison.Ordinal) is >= 0 and var at ? line[..at] : line;

    // What is left of a page when code, tags and attributes that nobody reads are taken away.
    private static IEnumerable<string> Words(string page)
    {
        var text = RazorComment().Replace(page, " ");
        text = HtmlComment().Replace(text, " ");
        text = ReadAttribute().Replace(text, match => $"> {match.Groups[1].Value} <");
        text = RazorBlocks.Strip(text);
        text = AttributeValue().Replace(text, " ");
        text = Tag().Replace(text, "\n");
        text = Entity().Replace(text, " ");
        return text.Split('\n').Select(line => line.Trim(' ', '\t', '\r', ':', '·')).Where(line => LatinWord().IsMatch(line) || Han().IsMatch(line)).Where(line => !SameEverywhere.Contains(line));
    }

    private static Dictionary<string, string> All(string language)
    {
        var all = new Dictionary<string, string>();
        foreach (var text in ResourceFiles().Where(file => file.Language == language).SelectMany(file => file.Texts)) all.TryAdd(text.Key, text.Value);
        return all;
    }

    private static List<TextFile> ResourceFiles() => [.. House.Files("src", "Texts*.resx").Select(file => new TextFile(House.Relative(file), file.EndsWith(".zh.resx", StringComparison.Ordinal) ? "zh" : "en",
        XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value)))];

    [GeneratedRegex(@"\{(\d+)(?:[:,][^}]*)?\}")]
    private static partial Regex NumberedPlace();

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Han();

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"(?:\bT|\btexts|\bTexts)\[""([a-zA-Z0-9.\-]+)""")]
    private static partial Regex KeyUse();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex HtmlComment();

    [GeneratedRegex(@"\s(?:title|placeholder|alt|aria-label|hint|label)=""([^""@]*)""")]
    private static partial Regex ReadAttribute();

    [GeneratedRegex("=\"[^\"]*\"")]
    private static partial Regex AttributeValue();

    [GeneratedRegex("<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex("&[a-z#0-9]+;")]
    private static partial Regex Entity();
}
