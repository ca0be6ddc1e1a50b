using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TechMatch.Shared.Web;

namespace TechMatch.Demands.Features;

internal sealed class BrowseDemandsPage(IMediator mediator) : PageModel
{
    public const string Path = "/demands";

    public BrowseDemands Query { get; private set; } = new();

    public DemandsFound Found { get; private set; } = null!;

    public FacetForm Facets => new(Path, Found.Facets, [("q", Query.Q), ("sort", Query.Sort), ("organisation", Query.Organisation?.ToString())]);

    public IReadOnlyList<string> Orders => Query.HasText ? ["relevance", "newest", "deadline"] : ["newest", "deadline"];

    public async Task<IActionResult> OnGetAsync([FromQuery] BrowseDemands query, CancellationToken cancellationToken)
    {
        Query = query;
        Found = await mediator.Send(query, cancellationToken);
        return Request.Headers["HX-Request-Type"] == "partial" ? Partial("_DemandResults", this) : Page();
    }
}
