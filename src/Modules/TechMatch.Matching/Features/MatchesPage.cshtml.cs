using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TechMatch.Matching.Features;

/// <summary>The matches of one listing or need; without either, all of one's own with their best.</summary>
internal sealed class MatchesPage(IMediator mediator) : PageModel
{
    public MatchList? List { get; private set; }

    public OwnMatches? Own { get; private set; }

    public bool SeesAll { get; private set; }

    public async Task OnGetAsync([FromQuery] Guid? listing, [FromQuery] Guid? demand, [FromQuery] string? side, [FromQuery(Name = "page")] int? number, [FromServices] MatchView view, CancellationToken cancellationToken)
    {
        SeesAll = view.SeesAll;
        if (listing is null && demand is null) Own = await mediator.Send(new ListOwnMatches { Side = side, Page = number }, cancellationToken);
        else List = await mediator.Send(new FindMatches { Listing = listing, Demand = demand, Page = number, Size = 10 }, cancellationToken);
    }
}
