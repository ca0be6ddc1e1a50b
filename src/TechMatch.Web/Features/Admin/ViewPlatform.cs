using MediatR;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Jobs;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Messaging;

namespace TechMatch.Web.Features.Admin;

/// <summary>How the platform is doing, in a few figures.</summary>
[RequirePermission(Permissions.Operate)]
internal sealed record ViewPlatform : IRequest<PlatformState>;

/// <summary>The answer to <see cref="ViewPlatform"/>.</summary>
internal sealed record PlatformState(OutboxState Outbox, int FailedJobs, IReadOnlyList<TimerRow> FailingTimers)
{
    public bool IsWell => Outbox.Dead == 0 && FailedJobs == 0 && FailingTimers.Count == 0;
}

internal sealed class ViewPlatformHandler(DeadLetters letters, JobQueue queue) : IRequestHandler<ViewPlatform, PlatformState>
{
    public async Task<PlatformState> Handle(ViewPlatform request, CancellationToken cancellationToken) => new(
        await letters.State(cancellationToken),
        await queue.CountFailed(cancellationToken),
        [.. (await queue.Timers(cancellationToken)).Where(timer => timer.LastError is not null)]);
}
