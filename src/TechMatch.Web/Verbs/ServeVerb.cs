using MediatR;
using TechMatch.Integration.Directory;
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
        await DatabaseSetup.Migrate(app.Services, cancellationToken);
        if (app.Services.GetRequiredService<Settings>().LoadSample) await QueueSampleWhenEmpty(app, cancellationToken);
        await app.StartAsync(cancellationToken);
        foreach (var address in app.Urls) Console.WriteLine($"TechMatch is at {address}");
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static async Task QueueSampleWhenEmpty(WebApplication app, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<JobQueue>();
        if (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AnyOrganisation(), cancellationToken) || await queue.IsUnderWay<LoadSampleMarket>(cancellationToken)) return;
        await queue.Add(new LoadSampleMarket(), cancellationToken);
    }
}
