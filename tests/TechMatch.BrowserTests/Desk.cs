using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.BrowserTests;

/// <summary>A person at a browser window, signed in. Every page that they come to is looked at: no refusal that was not asked for, nothing beyond the edge.</summary>
public sealed class Desk : IAsyncDisposable
{
    private readonly Window window;

    private Desk(Window window) => this.window = window;

    public IPage Page => window.Page;

    public List<string> Faults => window.Faults;

    public static async Task<Desk> Open(Chromium chromium, Market market, Actor actor, string language = "en-GB", int width = 1280, bool scripts = true)
    {
        var desk = new Desk(await chromium.Open(market, language, width, scripts: scripts));
        await desk.window.SignIn(actor);
        await desk.Look();
        return desk;
    }

    public async Task Go(string path)
    {
        await Page.GotoAsync(path);
        await Look();
    }

    /// <summary>Clicks what leads to another page (or to the same one anew) and waits for that page.</summary>
    public async Task Follow(string selector)
    {
        var target = Page.Locator(selector).First;
        var arrived = new TaskCompletionSource();
        void Arrive(object? sender, IPage page) => arrived.TrySetResult();
        Page.DOMContentLoaded += Arrive;
        try
        {
            await target.ClickAsync();
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{selector} on {Page.Url} led nowhere.");
        }
        finally
        {
            Page.DOMContentLoaded -= Arrive;
        }
        await Look();
    }

    /// <summary>Comes back to a page until something stands there: events take a moment.</summary>
    public async Task<ILocator> Await(string path, string selector)
    {
        await Eventually.True(
            async () =>
            {
                await Page.GotoAsync(path);
                return await Page.Locator(selector).CountAsync() > 0;
            },
            $"{selector} on {path}");
        await Look();
        return Page.Locator(selector).First;
    }

    /// <summary>Fills a form's fields by their names; the kind of control decides how.</summary>
    public async Task Fill(Dictionary<string, string> values)
    {
        foreach (var (name, value) in values)
        {
            var control = Page.Locator($"main [name='Form.{name}'], main [name='{name}']").First;
            var tag = await control.EvaluateAsync<string>("control => control.tagName");
            if (tag == "SELECT") await control.SelectOptionAsync(value);
            else if (await control.GetAttributeAsync("type") is "checkbox" or "radio") await Page.Locator($"main [name='Form.{name}'][value='{value}']").CheckAsync();
            else await control.FillAsync(value);
        }
    }

    /// <summary>Notes what a checker of accessibility finds on this page among the faults.</summary>
    public async Task NoteBarriers()
    {
        var found = await Page.RunAxe();
        Faults.AddRange(found.Violations.Select(violation => $"{Page.Url} {violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(3))}"));
    }

    public Task<string> Text(string selector) => Page.Locator(selector).First.InnerTextAsync();

    public ValueTask DisposeAsync() => window.DisposeAsync();

    private async Task Look()
    {
        var refusals = Page.Locator("#errs");
        if (await refusals.CountAsync() > 0) Assert.Fail($"{Page.Url} refused: {await refusals.InnerTextAsync()}");
        if (await Page.Locator(".errorpage").CountAsync() > 0) Assert.Fail($"{Page.Url} failed: {await Page.Locator(".errorpage").InnerTextAsync()}");
        (await window.ScrollsSideways()).ShouldBeFalse($"{Page.Url} scrolls sideways");
    }
}
