using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Contracts.Features;

internal sealed class CompleteContractPage(IMediator mediator, ICodeLists codes, Texts texts) : FormPage(mediator, texts)
{
    internal sealed class Facts
    {
        public long? Version { get; set; }

        public string? ProjectNameZh { get; set; }

        public string? ProjectNameEn { get; set; }

        public string? ContractType { get; set; }

        public string? ContractSubtype { get; set; }

        public decimal? TotalAmount { get; set; }

        public decimal? TechnicalAmount { get; set; }

        public string? Currency { get; set; }

        public DateOnly? StartsOn { get; set; }

        public DateOnly? EndsOn { get; set; }

        public string? PaymentForm { get; set; }

        public string? Field { get; set; }

        public string? PlanSource { get; set; }

        public string? Objective { get; set; }

        public bool? IsRelatedParty { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Facts Form { get; set; } = new();

    public ICodeLists Codes { get; } = codes;

    public ContractView Contract { get; private set; } = null!;

    public IEnumerable<SelectListItem> YesOrNo => [new(T["contracts.view.yes"], bool.TrueString), new(T["contracts.view.no"], bool.FalseString)];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await Load(cancellationToken);
        if (!Contract.May.Complete) throw new ForbiddenException();
        Form = new()
        {
            Version = Contract.Version,
            ProjectNameZh = Contract.ProjectNameZh,
            ProjectNameEn = Contract.ProjectNameEn,
            ContractType = Contract.ContractType,
            ContractSubtype = Contract.ContractSubtype,
            TotalAmount = Contract.TotalAmount,
            TechnicalAmount = Contract.TechnicalAmount,
            Currency = Contract.Currency,
            StartsOn = Contract.StartsOn,
            EndsOn = Contract.EndsOn,
            PaymentForm = Contract.PaymentForm,
            Field = Contract.Field,
            PlanSource = Contract.PlanSource,
            Objective = Contract.Objective,
            IsRelatedParty = Contract.IsRelatedParty,
        };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Try(
        async () =>
        {
            await Mediator.Send(
                new CompleteContract(
                    Id, Form.Version, Form.ProjectNameZh, Form.ProjectNameEn, Form.ContractType ?? "", Form.ContractSubtype, Form.TotalAmount ?? 0, Form.TechnicalAmount, Form.Currency ?? "",
                    Form.StartsOn, Form.EndsOn, Form.PaymentForm, Form.Field, Form.PlanSource, Form.Objective, Form.IsRelatedParty),
                cancellationToken);
            Notice("contracts.notice.saved");
            return LocalRedirect($"/contracts/{Id}");
        },
        cancellationToken);

    protected override async Task Load(CancellationToken cancellationToken) => Contract = await Mediator.Send(new ViewContract(Id), cancellationToken);
}
