using MediatR;
using Microsoft.AspNetCore.Mvc;
using TechMatch.Demands.Domain;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Demands.Features;

internal sealed class PostDemandPage(IMediator mediator, Texts texts, ICodeLists codes, ICurrentUser user) : DemandFormPage(mediator, texts, codes)
{
    public void OnGet()
    {
        user.Require(Permissions.ManageDemands);
        Form = new() { Currency = Demand.UsualCurrency };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Send(asDraft: false, cancellationToken);

    public Task<IActionResult> OnPostDraftAsync(CancellationToken cancellationToken) => Send(asDraft: true, cancellationToken);

    private Task<IActionResult> Send(bool asDraft, CancellationToken cancellationToken) => Try(async () =>
    {
        var saved = await Mediator.Send(new PostDemand(Form) { AsDraft = asDraft }, cancellationToken);
        Notice(asDraft ? "demands.notice.drafted" : "demands.notice.posted");
        return LocalRedirect(asDraft ? $"/demands/{saved.Id}" : $"/matches?demand={saved.Id}");
    }, cancellationToken);
}
