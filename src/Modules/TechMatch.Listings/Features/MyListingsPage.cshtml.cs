using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TechMatch.Listings.Features;

internal sealed class MyListingsPage(IMediator mediator) : PageModel
{
    public MyListings Query { get; private set; } = new();

    public MyListingsFound Mine { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery] MyListings query, CancellationToken cancellationToken)
    {
        Query = query;
        Mine = await mediator.Send(query, cancellationToken);
    }
}
