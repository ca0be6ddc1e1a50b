using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace TechMatch.Shared.Jobs;

/// <summary>Registers jobs and timers.</summary>
public static class JobsSetup
{
    /// <summary>The runners, which every node has.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddScoped<JobQueue>()
        .AddHostedService<RecurringJobRunner>()
        .AddHostedService<JobRunner>();

    /// <summary>A recurring job.</summary>
    /// <typeparam name="TJob">The job.</typeparam>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddRecurringJob<TJob>(this IServiceCollection services)
        where TJob : class, IRecurringJob => services
        .AddScoped<TJob>()
        .AddSingleton(new RecurringJobRegistration(TJob.Name, TJob.Interval, typeof(TJob)));

    /// <summary>The handler of one kind of job.</summary>
    /// <typeparam name="TPayload">What such a job is told.</typeparam>
    /// <typeparam name="THandler">Who does it.</typeparam>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddJob<TPayload, THandler>(this IServiceCollection services)
        where THandler : class, IJobHandler<TPayload> => services
        .AddScoped<IJobHandler<TPayload>, THandler>()
        .AddSingleton(new JobRegistration(typeof(TPayload).Name, (provider, payload, progress, cancellationToken) =>
            provider.GetRequiredService<IJobHandler<TPayload>>().Run(JsonSerializer.Deserialize<TPayload>(payload)!, progress, cancellationToken)));
}
