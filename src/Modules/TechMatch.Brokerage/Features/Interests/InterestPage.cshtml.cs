using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features.Interests;

internal sealed class InterestPage(IMediator mediator, Texts texts, ICodeLists codes) : FormPage(mediator, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public InterestForm Form { get; set; } = new();

    public InterestView Interest { get; private set; } = null!;

    public IEnumerable<SelectListItem> Reasons => codes.Choices(BrokerageCodes.DeclineReason);

    public string ReasonName(string? code) => codes.Name(BrokerageCodes.DeclineReason, code);

    public Task OnGetAsync(CancellationToken cancellationToken) => Load(cancellationToken);

    public Task<IActionResult> OnPostAcknowledgeAsync(CancellationToken cancellationToken) =>
        Do(async () => (await Mediator.Send(new AcknowledgeInterest(Id, Form.Version), cancellationToken)).Id, "brokerage.interest.acknowledged", cancellationToken);

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellationToken) => Try(
        async () =>
        {
            var accepted = await Mediator.Send(new AcceptInterest(Id, Form.Version), cancellationToken);
            Notice("brokerage.interest.accepted");
            return LocalRedirect($"/deals/{accepted.DealId}");
        },
        cancellationToken);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellationToken) => Do(
        async () => (await Mediator.Send(new DeclineInterest(Id, Form.Version, Form.DeclineReason ?? "", Form.DeclineNote), cancellationToken)).Id, "brokerage.interest.declined", cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        Do(async () => (await Mediator.Send(new WithdrawInterest(Id, Form.Version), cancellationToken)).Id, "brokerage.interest.withdrawn", cancellationToken);

    protected override async Task Load(CancellationToken cancellationToken) => Interest = await Mediator.Send(new ViewInterest(Id), cancellationToken);

    private Task<IActionResult> Do(Func<Task<Guid>> send, string notice, CancellationToken cancellationToken) => Try(
        async () =>
        {
            var id = await send();
            Notice(notice);
            return LocalRedirect($"/interests/{id}");
        },
        cancellationToken);
}

internal sealed class InterestForm
{
    public long Version { get; set; }

    public string? DeclineReason { get; set; }

    public string? DeclineNote { get; set; }
}
