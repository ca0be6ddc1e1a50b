using MediatR;
using Microsoft.AspNetCore.Mvc;
using TechMatch.Contracts.Domain;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Web;

namespace TechMatch.Contracts.Features;

internal sealed class ViewContractPage(IMediator mediator, ICodeLists codes, TimeProvider clock, Texts texts) : FormPage(mediator, texts)
{
    internal sealed class Step
    {
        public long? Version { get; set; }

        public string? Correction { get; set; }

        public string? Reason { get; set; }

        public string? RegistrationNumber { get; set; }

        public DateOnly? RegisteredOn { get; set; }

        public string? ContractType { get; set; }

        public string? ContractSubtype { get; set; }

        public decimal? TechnicalAmount { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Step Form { get; set; } = new();

    public ICodeLists Codes { get; } = codes;

    public DateOnly Today { get; } = clock.Today();

    public ContractView Contract { get; private set; } = null!;

    /// <summary>The way of an application, as the stepper shows it.</summary>
    public IEnumerable<(string State, int Number, bool IsDone, bool IsNow)> Way
    {
        get
        {
            string[] way =
            [
                nameof(ContractState.Recorded),
                Contract.State == nameof(ContractState.Returned) ? nameof(ContractState.Returned) : nameof(ContractState.Submitted),
                nameof(ContractState.Accepted),
                Contract.State == nameof(ContractState.NotRegistered) ? nameof(ContractState.NotRegistered) : nameof(ContractState.Registered),
            ];
            var now = Array.IndexOf(way, Contract.State);
            return way.Select((state, place) => (state, place + 1, place < now || (place == now && state == nameof(ContractState.Registered)), place == now));
        }
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await Load(cancellationToken);
        Form = new()
        {
            RegisteredOn = Today < Contract.SignedOn ? Contract.SignedOn : Today,
            ContractType = Contract.ContractType,
            ContractSubtype = Contract.ContractSubtype,
            TechnicalAmount = Contract.TechnicalAmount,
        };
    }

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken cancellationToken) =>
        Take(new SubmitRegistration(Id, Form.Version), "contracts.notice.submitted", cancellationToken);

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellationToken) =>
        Take(new AcceptRegistration(Id, Form.Version), "contracts.notice.accepted", cancellationToken);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancellationToken) =>
        Take(new ReturnRegistration(Id, Form.Version, Form.Correction ?? ""), "contracts.notice.returned", cancellationToken);

    public Task<IActionResult> OnPostRegisterAsync(CancellationToken cancellationToken) => Take(
        new RegisterContract(Id, Form.Version, Form.RegistrationNumber ?? "", Form.RegisteredOn, Form.ContractType, Form.ContractSubtype, Form.TechnicalAmount),
        "contracts.notice.registered", cancellationToken);

    public Task<IActionResult> OnPostRefuseAsync(CancellationToken cancellationToken) =>
        Take(new RefuseRegistration(Id, Form.Version, Form.Reason ?? ""), "contracts.notice.refused", cancellationToken);

    protected override async Task Load(CancellationToken cancellationToken) => Contract = await Mediator.Send(new ViewContract(Id), cancellationToken);

    private Task<IActionResult> Take(IRequest<Saved> step, string notice, CancellationToken cancellationToken) => Try(
        async () =>
        {
            await Mediator.Send(step, cancellationToken);
            Notice(notice);
            return LocalRedirect($"/contracts/{Id}");
        },
        cancellationToken);
}
