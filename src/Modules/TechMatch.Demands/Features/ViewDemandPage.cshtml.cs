using MediatR;
using Microsoft.AspNetCore.Mvc;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Web;

namespace TechMatch.Demands.Features;

internal sealed class ViewDemandPage(IMediator mediator, Texts texts, ICurrentUser user) : FormPage(mediator, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Version { get; set; }

    public DemandView Item { get; private set; } = null!;

    public bool MayManage => Item.IsOwn && user.Has(Permissions.ManageDemands);

    public bool MayPublish => MayManage && Item.Status is ("Draft" or "Expired");

    public bool MayEdit => MayManage && Item.Status is ("Draft" or "Published" or "Expired");

    public bool MayClose => MayManage && Item.Status is not ("Solved" or "Withdrawn");

    public Task OnGetAsync(CancellationToken cancellationToken) => Load(cancellationToken);

    public Task<IActionResult> OnPostPublishAsync(CancellationToken cancellationToken) => Try(async () =>
    {
        await Mediator.Send(new PublishDemand(Id, Version), cancellationToken);
        Notice("demands.notice.posted");
        return LocalRedirect($"/matches?demand={Id}");
    }, cancellationToken);

    public Task<IActionResult> OnPostSolveAsync(CancellationToken cancellationToken) => Close(isSolved: true, cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) => Close(isSolved: false, cancellationToken);

    protected override async Task Load(CancellationToken cancellationToken) => Item = await Mediator.Send(new ViewDemand(Id), cancellationToken);

    private Task<IActionResult> Close(bool isSolved, CancellationToken cancellationToken) => Try(async () =>
    {
        await Mediator.Send(new CloseDemand(Id, Version, isSolved), cancellationToken);
        Notice(isSolved ? "demands.notice.solved" : "demands.notice.withdrawn");
        return LocalRedirect("/my/demands");
    }, cancellationToken);
}
