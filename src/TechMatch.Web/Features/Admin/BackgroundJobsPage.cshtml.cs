using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TechMatch.Shared.Jobs;

namespace TechMatch.Web.Features.Admin;

internal sealed class BackgroundJobsPage(IMediator mediator, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "page")]
    public int? Number { get; set; }

    public BackgroundWork Work { get; private set; } = null!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancellationToken) => Work = await mediator.Send(new ListJobs(Number, null), cancellationToken);

    public static string Tone(JobStatus status) => status switch
    {
        JobStatus.Done => "ok",
        JobStatus.Failed => "bad",
        JobStatus.Running => "info",
        _ => "",
    };
}
