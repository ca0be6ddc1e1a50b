using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TechMatch.Reference.Features;

internal sealed class ShowCodeListPage(IMediator mediator) : PageModel
{
    public CodeListView List { get; private set; } = null!;

    public async Task OnGetAsync(string name, string? version, CancellationToken cancellationToken) =>
        List = await mediator.Send(new ShowCodeList(name, string.IsNullOrEmpty(version) ? null : version), cancellationToken);
}
