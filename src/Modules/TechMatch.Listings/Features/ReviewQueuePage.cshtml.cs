using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TechMatch.Shared.Domain;

namespace TechMatch.Listings.Features;

internal sealed class ReviewQueuePage(IMediator mediator) : PageModel
{
    public Page<WaitingListing> Waiting { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery] ReviewQueue query, CancellationToken cancellationToken) => Waiting = await mediator.Send(query, cancellationToken);
}
