using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.WebEncoders;
using Scalar.AspNetCore;
using TechMatch.Integration;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Files;
using TechMatch.Shared.Jobs;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Messaging;
using TechMatch.Shared.Persistence;
using TechMatch.Shared.Web;
using TechMatch.Web.Features.Admin;
using TechMatch.Web.Sample;

namespace TechMatch.Web.Hosting;

/// <summary>Builds the application: the same for serving pages, for every verb and for the tests.</summary>
internal static class TechMatchApp
{
    /// <summary>Cultures with texts; the first is the default.</summary>
    public static readonly string[] Cultures = ["en", "zh"];

    public static WebApplication Build(string[] settings, Action<WebApplicationBuilder>? adapt = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ApplicationName = typeof(TechMatchApp).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        adapt?.Invoke(builder);
        var read = Settings.Read(builder.Configuration);
        read.PrepareDataFolder();
        AddPlatform(builder.Services, read);
        AddWeb(builder.Services, read);
        Modules.Add(builder.Services);
        var app = builder.Build();
        WebSetup.UseTextsForValidation(app.Services.GetRequiredService<Texts>());
        Use(app);
        return app;
    }

    private static void AddPlatform(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings).AddSingleton(settings.Database);
        services.TryAddSingleton(TimeProvider.System);
        // Machine and process: no two living processes on one database may share a name, and a restarted container keeps its own.
        services.AddSingleton(provider => new Node(provider.GetRequiredService<IConfiguration>()["Node:Name"] is { Length: > 0 } name ? name : Environment.MachineName));
        services.AddPersistence().AddMediation().AddJobs();
        services.AddRecurringJob<AuditChain>().AddRecurringJob<PurgeMessages>();
        services.AddSingleton<SampleLoaded>().AddJob<LoadSampleMarket, SampleMarket>();
        services.AddSingleton(new FileFolder(Path.Combine(settings.DataFolder, "files"))).AddScoped<FileStore>();
        var events = typeof(Permissions).Assembly;
        if (settings.Broker is { } broker) services.AddRabbitMqMessaging(broker, events, Modules.Assemblies);
        else services.AddInProcessMessaging(events, Modules.Assemblies);
        services.AddDataProtection().SetApplicationName("TechMatch").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataFolder, "keys")));
    }

    private static void AddWeb(IServiceCollection services, Settings settings)
    {
        services.AddSharedWeb().AddTexts(typeof(TechMatchApp).Assembly).AddHandlers(typeof(TechMatchApp).Assembly);
        services.AddScoped<IWaitingWork, OperatorsWork>();
        services.AddProblemDetails();
        services.AddOpenApi("v1", ApiDescription.Configure);
        services.AddHealthChecks().AddCheck<OutboxReady>("outbox", tags: ["ready"]).AddCheck<SampleLoaded>("sample", tags: ["ready"]);
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Cultures[0]).AddSupportedCultures(Cultures).AddSupportedUICultures(Cultures);
            options.ApplyCurrentCultureToResponseHeaders = true;
            // A culture in the address would be shared with the link and cached for others.
            options.RequestCultureProviders = [.. options.RequestCultureProviders.Where(provider => provider is not Microsoft.AspNetCore.Localization.QueryStringRequestCultureProvider)];
        });
        services.AddAntiforgery(options => options.HeaderName = "X-CSRF");
        var pages = services.AddRazorPages(options => options.RootDirectory = "/Features");
        foreach (var module in Modules.Assemblies) pages.AddApplicationPart(module);
        services.AddOptions<Microsoft.AspNetCore.Mvc.MvcOptions>().Configure<Texts>(PageSetup.TranslateBinding);
    }

    private static void Use(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseRequestLocalization();
        app.UseMiddleware<PageAnswers>();
        app.UseExceptionHandler("/error");
        app.UseMiddleware<PageFailures>();
        app.UseStatusCodePagesForPages();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference("/api-docs", options => options.WithTitle("TechMatch API").DisableDefaultFonts());
        Preferences.Map(app);
        Modules.Map(app);
        app.MapModule(typeof(TechMatchApp).Assembly, "Administration");
        app.MapRazorPages().WithStaticAssets();
    }
}

/// <summary>Ready once the dispatcher has read the outbox.</summary>
internal sealed class OutboxReady(OutboxDispatcher dispatcher) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(dispatcher.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The outbox has not been read yet."));
}
