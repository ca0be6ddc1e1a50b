using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Web;

namespace TechMatch.Directory.Features.Organisations;

internal sealed class OrganisationsPage(IMediator mediator, Texts texts, ICodeLists codes) : FormPage(mediator, texts)
{
    public sealed class FormFields
    {
        public Guid Id { get; set; }

        public long Version { get; set; }
    }

    [BindProperty]
    public FormFields Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "verified")]
    public bool? Verified { get; set; }

    // From the query only: the route has a value of that name, the page's own.
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    public Page<OrganisationRow> Found { get; private set; } = null!;

    public string TypeName(OrganisationRow row) => codes.Name("organisation-type", row.Type);

    public string Place(OrganisationRow row) => row.Region is { } region ? codes.Name("region", region) : row.Country;

    /// <summary>This list as it is now filtered.</summary>
    /// <param name="handler">What a form asks for; null for the list itself.</param>
    public string Address(string? handler = null) => Request.Path + QueryString.Create(new Dictionary<string, string?>
    {
        ["handler"] = handler,
        ["q"] = Search,
        ["verified"] = Verified is { } verified ? (verified ? "true" : "false") : null,
        ["page"] = Number?.ToString(CultureInfo.InvariantCulture),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public Task OnGetAsync(CancellationToken cancellationToken) => Load(cancellationToken);

    public Task<IActionResult> OnPostVerifyAsync(CancellationToken cancellationToken) => Change(new VerifyOrganisation(Form.Id, Form.Version), "directory.verify.done", cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) => Change(new WithdrawVerification(Form.Id, Form.Version), "directory.verify.withdrawn", cancellationToken);

    private Task<IActionResult> Change(IRequest<Saved> request, string notice, CancellationToken cancellationToken) => Try(
        async () =>
        {
            await Mediator.Send(request, cancellationToken);
            Notice(notice);
            return LocalRedirect(Address());
        },
        cancellationToken);

    protected override async Task Load(CancellationToken cancellationToken) => Found = await Mediator.Send(new ListOrganisations(Search, Verified, PageRequest.From(Number, null)), cancellationToken);
}
