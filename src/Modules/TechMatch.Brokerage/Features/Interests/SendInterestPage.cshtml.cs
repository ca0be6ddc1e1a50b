using MediatR;
using Microsoft.AspNetCore.Mvc;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features.Interests;

internal sealed class SendInterestPage(IMediator mediator, Texts texts) : FormPage(mediator, texts)
{
    [BindProperty(SupportsGet = true, Name = "listing")]
    public Guid Listing { get; set; }

    [BindProperty(SupportsGet = true, Name = "demand")]
    public Guid? Demand { get; set; }

    [BindProperty]
    public SendInterestForm Form { get; set; } = new();

    public InterestDraft Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await Load(cancellationToken);
        if (Draft.OpenInterestId is not { } open) return Page();
        Notice("interest.already-open");
        return LocalRedirect($"/interests/{open}");
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Try(
        async () =>
        {
            var saved = await Mediator.Send(new SendInterest(Listing, Demand, Form.CooperationSought ?? "", Form.Missing ?? "", Form.AboutUs ?? ""), cancellationToken);
            Notice("brokerage.interest.sent");
            return LocalRedirect($"/interests/{saved.Id}");
        },
        cancellationToken);

    protected override async Task Load(CancellationToken cancellationToken) => Draft = await Mediator.Send(new PrepareInterest(Listing, Demand), cancellationToken);
}

internal sealed class SendInterestForm
{
    public string? CooperationSought { get; set; }

    public string? Missing { get; set; }

    public string? AboutUs { get; set; }
}
