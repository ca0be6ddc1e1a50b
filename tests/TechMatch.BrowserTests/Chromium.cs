using Microsoft.Playwright;
using TechMatch.IntegrationTests.Harness;
using TechMatch.IntegrationTests.Servers;

[assembly: AssemblyFixture(typeof(TechMatch.BrowserTests.Chromium))]
[assembly: AssemblyFixture(typeof(SqliteMarket))]

namespace TechMatch.BrowserTests;

/// <summary>The Chromium of this machine, started once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = [Environment.GetEnvironmentVariable("TECHMATCH_TEST_CHROMIUM") ?? "", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // A headless browser for tests: no calls home, no GPU, and root may run it.
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public Needed Needed { get; private set; } = new("browser", null);

    public async ValueTask InitializeAsync()
    {
        var path = Places.FirstOrDefault(place => place.Length > 0 && File.Exists(place));
        if (path is null)
        {
            Needed = new("browser", "No Chromium: install the package chromium, or set TECHMATCH_TEST_CHROMIUM to its path.");
            return;
        }
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A fresh window: own cookies, a language, a size.</summary>
    public async Task<Window> Open(Market market, string language = "en-GB", int width = 1280, bool dark = false, bool scripts = true)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = market.Address.ToString(),
            Locale = language,
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
        });
        context.SetDefaultTimeout(15_000);
        return new(context, await context.NewPageAsync(), market);
    }
}

/// <summary>One window; it notes what must never happen: requests to elsewhere, script errors, refusals of the content policy.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext context;

    public Window(IBrowserContext context, IPage page, Market market)
    {
        (this.context, Page) = (context, page);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(market.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) Faults.Add($"request to {request.Url}");
        };
        page.Console += (_, message) =>
        {
            // Chromium reports each 4xx answer as an error of the console; those are looked at by the tests themselves.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) Faults.Add(message.Text);
        };
        page.PageError += (_, error) => Faults.Add(error);
        // A page without its style sheet or script would pass many a test.
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && response.Request.ResourceType is "stylesheet" or "script" or "image" or "font") Faults.Add($"{response.Status} for {response.Url}");
        };
        page.RequestFailed += (_, request) =>
        {
            if (request.Failure is not "net::ERR_ABORTED") Faults.Add($"{request.Failure} for {request.Url}");
        };
    }

    public IPage Page { get; }

    public List<string> Faults { get; } = [];

    public async Task SignIn(Actor actor)
    {
        await Page.GotoAsync("/account/sign-in");
        await Page.FillAsync("input[name='Form.Email']", actor.Email);
        await Page.FillAsync("input[name='Form.Password']", actor.Password);
        await Page.ClickAsync("main form button[type=submit]");
        await Page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
    }

    /// <summary>Whether the page can be scrolled sideways, which a phone must never do.</summary>
    public Task<bool> ScrollsSideways() => Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}

/// <summary>Tests in a real browser.</summary>
public abstract class BrowserTest
{
    protected BrowserTest(Chromium chromium, SqliteMarket market)
    {
        chromium.Needed.OrSkip();
        (Chromium, Market) = (chromium, market);
    }

    protected Chromium Chromium { get; }

    protected SqliteMarket Market { get; }
}
