using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Shouldly;

namespace TechMatch.IntegrationTests.Harness;

/// <summary>What a page answered.</summary>
/// <param name="Status">The HTTP status, after redirects were followed.</param>
/// <param name="Document">The page.</param>
/// <param name="Path">Where it ended, with the query.</param>
/// <param name="Html">The page as sent.</param>
public sealed record PageAnswer(int Status, IHtmlDocument Document, string Path, string Html)
{
    /// <summary>The text that a person reads, white space folded.</summary>
    public string Text => string.Join(' ', (Document.QuerySelector("main") ?? Document.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The error beside a field, or null.</summary>
    public string? ErrorOf(string field) => Document.GetElementById(field.Replace('.', '_') + "-e")?.TextContent.Trim();
}

/// <summary>A browser without JavaScript: follows redirects, keeps cookies, sends forms with their hidden fields.</summary>
public sealed class PageClient : IDisposable
{
    private readonly HttpClient client;
    private PageAnswer? current;

    public PageClient(Uri address, string language)
    {
        client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("Accept-Language", language);
    }

    public PageAnswer Current => current ?? throw new InvalidOperationException("No page has been opened.");

    public HttpClient Http => client;

    public async Task<PageAnswer> Get(string path) => current = await Read(await client.GetAsync(path));

    /// <summary>Sends a form of the present page: its own values, with some replaced; a value of null leaves the field out.</summary>
    /// <param name="values">Field name → value; several values of one name are separated by a line break.</param>
    /// <param name="form">A CSS selector; the first POST form in main by default.</param>
    /// <param name="to">Another address than the form's own: what somebody sends who has no such page.</param>
    public async Task<PageAnswer> Submit(Dictionary<string, string?> values, string form = "main form[method=post]", string? to = null)
    {
        var element = (Current.Document.QuerySelector(form) as IHtmlFormElement).ShouldNotBeNull($"no form {form} on {Current.Path}:\n{Current.Text}");
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var control in element.Elements.OfType<IElement>().Where(control => control.GetAttribute("name") is { Length: > 0 } name && !values.ContainsKey(name)))
        {
            var name = control.GetAttribute("name")!;
            switch (control)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" or "file" or "button" } or IHtmlButtonElement:
                    break;
                case IHtmlInputElement input:
                    fields.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    fields.AddRange(select.Options.Where(option => option.IsSelected).Select(option => new KeyValuePair<string, string>(name, option.Value)));
                    break;
            }
        }
        foreach (var (name, value) in values)
            if (value is not null) fields.AddRange(value.Split('\n').Select(part => new KeyValuePair<string, string>(name, part)));
        var action = to ?? (element.GetAttribute("action") is { Length: > 0 } given ? given : Current.Path);
        using var content = new FormUrlEncodedContent(fields);
        return current = await Read(await client.PostAsync(action, content));
    }

    private static async Task<PageAnswer> Read(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return new((int)answer.StatusCode, await new HtmlParser().ParseDocumentAsync(html), answer.RequestMessage!.RequestUri!.PathAndQuery, html);
    }

    public void Dispose() => client.Dispose();
}
