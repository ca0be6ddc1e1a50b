using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;

namespace TechMatch.Contracts.Features;

internal sealed class ListRegistrationsPage(IMediator mediator, ICodeLists codes, TimeProvider clock) : PageModel
{
    public ICodeLists Codes { get; } = codes;

    public DateOnly Today { get; } = clock.Today();

    public Page<ContractRow> Queue { get; private set; } = null!;

    // The route has a value called page, too: the name of this file.
    public async Task OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken cancellationToken) =>
        Queue = await mediator.Send(new ListRegistrations(number, null), cancellationToken);
}
