using TechMatch.Shared.Jobs;
using TechMatch.Web.Hosting;
using TechMatch.Web.Sample;

namespace TechMatch.Web.Verbs;

/// <summary>Serves pages and API until told to stop.</summary>
internal static class ServeVerb
{
    public static async Task<int> Run(string[] settings, CancellationToken cancellationToken)
    {
        var app = TechMatchApp.Build(settings);
        var wasEmpty = await DatabaseSetup.Migrate(app.Services, cancellationToken);
        if (wasEmpty && app.Services.GetRequiredService<Settings>().LoadSample) await QueueSample(app, cancellationToken);
        await app.StartAsync(cancellationToken);
        foreach (var address in app.Urls) Console.WriteLine($"TechMatch is at {address}");
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static async Task QueueSample(WebApplication app, CancellationToken cancellationToken)
    {
        app.Services.GetRequiredService<SampleState>().Begin();
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<JobQueue>().Add(new LoadSampleMarket(), cancellationToken);
    }
}
