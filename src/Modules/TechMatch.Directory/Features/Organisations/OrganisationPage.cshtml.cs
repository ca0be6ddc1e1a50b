using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TechMatch.Integration.Reference;

namespace TechMatch.Directory.Features.Organisations;

internal sealed class OrganisationPage(IMediator mediator, ICodeLists codes) : PageModel
{
    public OrganisationProfile Organisation { get; private set; } = null!;

    public string TypeName => codes.Name("organisation-type", Organisation.Type);

    /// <summary>The place with the province before it; the country's code where there is none.</summary>
    public string Place
    {
        get
        {
            if (Organisation.Region is not { } region) return Organisation.Country;
            var name = codes.Name("region", region);
            return region.Length > 2 ? $"{codes.Name("region", region[..2])} · {name}" : name;
        }
    }

    public async Task OnGetAsync(Guid id, CancellationToken cancellationToken) => Organisation = await mediator.Send(new GetOrganisation(id), cancellationToken);
}
