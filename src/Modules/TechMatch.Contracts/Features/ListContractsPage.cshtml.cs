using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;

namespace TechMatch.Contracts.Features;

internal sealed class ListContractsPage(IMediator mediator, ICodeLists codes) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Deal { get; set; }

    public ICodeLists Codes { get; } = codes;

    public Page<ContractRow> Contracts { get; private set; } = null!;

    // The route has a value called page, too: the name of this file.
    public async Task OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancellationToken) =>
        Contracts = await mediator.Send(new ListContracts(State, Deal, number, null), cancellationToken);
}
