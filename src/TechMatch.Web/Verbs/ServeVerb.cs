using TechMatch.Web.Hosting;

namespace TechMatch.Web.Verbs;

/// <summary>Serves pages and API until told to stop.</summary>
internal static class ServeVerb
{
    public static async Task<int> Run(string[] settings, CancellationToken cancellationToken)
    {
        var app = TechMatchApp.Build(settings);
        await DatabaseSetup.Migrate(app.Services, cancellationToken);
        await app.StartAsync(cancellationToken);
        foreach (var address in app.Urls) Console.WriteLine($"TechMatch is at {address}");
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
}
