using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TechMatch.Demands.Features;

internal sealed class MyDemandsPage(IMediator mediator) : PageModel
{
    public MyDemands Query { get; private set; } = new();

    public MyDemandsFound Mine { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery] MyDemands query, CancellationToken cancellationToken)
    {
        Query = query;
        Mine = await mediator.Send(query, cancellationToken);
    }
}
