using MediatR;
using Microsoft.AspNetCore.Mvc;
using TechMatch.Integration.Directory;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Demands.Features;

internal sealed class EditDemandPage(IMediator mediator, Texts texts, ICodeLists codes, ICurrentUser user) : DemandFormPage(mediator, texts, codes)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public long Version { get; set; }

    public DemandView Item { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        user.Require(Permissions.ManageDemands);
        await Load(cancellationToken);
        if (!Item.IsOwn) throw new ForbiddenException();
        Version = Item.Version;
        Form = new()
        {
            TitleZh = Item.TitleZh,
            TitleEn = Item.TitleEn,
            ProblemZh = Item.ProblemZh,
            ProblemEn = Item.ProblemEn,
            TargetsZh = Item.TargetsZh,
            TargetsEn = Item.TargetsEn,
            Field = Item.Field,
            Industry = Item.Industry,
            Keywords = Item.Keywords,
            TrlMin = Item.TrlMin,
            Cooperation = Item.Cooperation,
            BudgetMin = Item.BudgetMin,
            BudgetMax = Item.BudgetMax,
            Currency = Item.Currency,
            Deadline = Item.Deadline,
            Region = Item.Region,
            IsAnonymous = Item.IsAnonymous,
        };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Try(async () =>
    {
        await Mediator.Send(new EditDemand(Form) { Id = Id, Version = Version }, cancellationToken);
        Notice("demands.notice.saved");
        return LocalRedirect($"/demands/{Id}");
    }, cancellationToken);

    protected override async Task Load(CancellationToken cancellationToken) => Item = await Mediator.Send(new ViewDemand(Id), cancellationToken);
}
