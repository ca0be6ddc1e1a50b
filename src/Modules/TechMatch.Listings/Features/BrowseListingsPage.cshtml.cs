using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TechMatch.Shared.Web;

namespace TechMatch.Listings.Features;

internal sealed class BrowseListingsPage(IMediator mediator) : PageModel
{
    public const string Path = "/listings";

    public BrowseListings Query { get; private set; } = new();

    public ListingsFound Found { get; private set; } = null!;

    public FacetForm Facets => new(Path, Found.Facets, [("q", Query.Q), ("sort", Query.Sort), ("organisation", Query.Organisation?.ToString())]);

    public async Task<IActionResult> OnGetAsync([FromQuery] BrowseListings query, CancellationToken cancellationToken)
    {
        Query = query;
        Found = await mediator.Send(query, cancellationToken);
        return Request.Headers["HX-Request-Type"] == "partial" ? Partial("_ListingResults", this) : Page();
    }
}
