using MediatR;
using Spectre.Console;
using TechMatch.Shared.Messaging;
using TechMatch.Web.Hosting;

namespace TechMatch.Web.Verbs;

/// <summary>The application for a verb: built like the serving one, its background services not started.</summary>
internal static class VerbHost
{
    public static WebApplication Build(string verb, string[] settings) =>
        // A verb beside a serving node must not take that node's leases for its own.
        TechMatchApp.Build([.. settings, $"--Node:Name={Environment.MachineName}-{verb}-{Environment.ProcessId}"], builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));

    public static async Task<T> Send<T>(WebApplication app, IRequest<T> request, CancellationToken cancellationToken)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    /// <summary>Delivers what the verb published, so that matches are ready when it ends; with a broker the serving nodes do that.</summary>
    public static async Task Deliver(WebApplication app, CancellationToken cancellationToken)
    {
        if (app.Services.GetRequiredService<Settings>().Broker is null)
            await AnsiConsole.Status().StartAsync("Delivering events", _ => app.Services.GetRequiredService<OutboxDispatcher>().Drain(cancellationToken));
    }

    /// <summary>Shows a bar while <paramref name="work"/> reports shares from 0 to 1.</summary>
    public static Task WithProgress(string title, Func<IProgress<double>, Task> work) => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
        .StartAsync(async bars =>
        {
            var bar = bars.AddTask(Markup.Escape(title), maxValue: 1);
            await work(new Share(bar));
            bar.Value = 1;
        });

    // Unlike Progress<T> it reports on the calling thread, in order.
    private sealed class Share(ProgressTask bar) : IProgress<double>
    {
        public void Report(double value) => bar.Value = value;
    }
}
