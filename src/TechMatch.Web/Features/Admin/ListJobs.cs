using MediatR;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Jobs;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Web.Features.Admin;

/// <summary>The work in the background: queued jobs, newest first, and the recurring ones.</summary>
[RequirePermission(Permissions.Operate)]
internal sealed record ListJobs(int? Page, int? Size) : IRequest<BackgroundWork>;

/// <summary>The answer to <see cref="ListJobs"/>.</summary>
internal sealed record BackgroundWork(Page<JobRow> Jobs, IReadOnlyList<TimerRow> Timers);

internal sealed class ListJobsHandler(JobQueue queue) : IRequestHandler<ListJobs, BackgroundWork>
{
    public async Task<BackgroundWork> Handle(ListJobs request, CancellationToken cancellationToken) =>
        new(await queue.List(PageRequest.From(request.Page, request.Size), cancellationToken), await queue.Timers(cancellationToken));
}

internal sealed class ListJobsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/admin/jobs", (int? page, int? size, IMediator mediator, CancellationToken ct) => mediator.Send(new ListJobs(page, size), ct))
        .WithSummary("Queued jobs, newest first, and recurring ones");
}
