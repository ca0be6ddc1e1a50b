using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TechMatch.Web.Features.Admin;

internal sealed class AdminOverviewPage(IMediator mediator) : PageModel
{
    public PlatformState State { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => State = await mediator.Send(new ViewPlatform(), cancellationToken);
}
