using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using TechMatch.Shared.Web;

namespace TechMatch.UnitTests.Web;

/// <summary>A page without a server: model, refusals and query, and what a tag writes there in English.</summary>
internal sealed class TagPage
{
    public const string Hostile = "\"><script>alert('x')</script>&amp;";

    private readonly ViewDataDictionary<TagPage> data;
    private readonly DefaultHttpContext http = new();

    public TagPage()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new("en");
        Metadata = new EmptyModelMetadataProvider();
        data = new(Metadata, new ModelStateDictionary()) { Model = this };
    }

    public Fields Form { get; } = new();

    public IModelMetadataProvider Metadata { get; }

    public ModelStateDictionary State => data.ModelState;

    public ViewContext Context => new() { ViewData = data, HttpContext = http };

    public static Texts Texts { get; } = new([new("TechMatch.Shared.Texts", typeof(Texts).Assembly)]);

    public static IFileVersionProvider Versions { get; } = new NoVersions();

    public TagPage At(string path, string query = "")
    {
        (http.Request.Path, http.Request.QueryString) = (path, new QueryString(query));
        return this;
    }

    public ModelExpression For(string property)
    {
        var form = data.ModelExplorer.GetExplorerForProperty(nameof(Form))!;
        return new($"Form.{property}", form.GetExplorerForProperty(property)!);
    }

    public static string Write(TagHelper tag, params (string Name, object Value)[] attributes)
    {
        var output = new TagHelperOutput("tm", [.. attributes.Select(attribute => new TagHelperAttribute(attribute.Name, attribute.Value))], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        var context = new TagHelperContext([], new Dictionary<object, object>(), "1");
        tag.ProcessAsync(context, output).GetAwaiter().GetResult();
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    public sealed class Fields
    {
        public string? Title { get; set; }

        public string? Field { get; set; }

        public decimal? Amount { get; set; }

        public DateOnly? Deadline { get; set; }

        public bool Agreed { get; set; }

        public List<string> Cooperation { get; set; } = [];
    }

    private sealed class NoVersions : IFileVersionProvider
    {
        public string AddFileVersionToPath(PathString requestPathBase, string path) => path;
    }
}
