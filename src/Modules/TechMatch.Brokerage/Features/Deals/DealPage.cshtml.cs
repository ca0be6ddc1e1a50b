using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using TechMatch.Brokerage.Domain;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features.Deals;

internal sealed class DealPage(IMediator mediator, Texts texts, ICodeLists codes) : FormPage(mediator, texts)
{
    // Each act has a form of its own, so that a refusal stands beside the field that it is about.
    private string prefix = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "open")]
    public string? Opened { get; set; }

    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public DealNoteForm Back { get; set; } = new();

    [BindProperty]
    public DealNoteForm Rest { get; set; } = new();

    [BindProperty]
    public DealNoteForm Line { get; set; } = new();

    [BindProperty]
    public DealLossForm Loss { get; set; } = new();

    [BindProperty]
    public DealSignatureForm Terms { get; set; } = new();

    public DealView Deal { get; private set; } = null!;

    public Page<DealEventRow>? Timeline { get; private set; }

    public IEnumerable<SelectListItem> Cooperations => codes.Choices(BrokerageCodes.Cooperation);

    public IEnumerable<SelectListItem> Currencies => codes.Choices(BrokerageCodes.Currency);

    public IEnumerable<SelectListItem> ExitReasons => codes.Choices(BrokerageCodes.ExitReason);

    protected override string FieldPrefix => prefix;

    public string NameOf(string list, string? code) => codes.Name(list, code);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await Load(cancellationToken);
        Terms.Currency = "CNY";
    }

    /// <summary>Whether the deal has come past a column of the board.</summary>
    public bool IsBehind(BoardColumn column) =>
        DealStages.Find(Deal.Summary.Stage) is { } stage && (stage is DealStage.Completed || column < DealStages.ColumnOf(stage));

    public Task<IActionResult> OnPostTakeAsync(CancellationToken cancellationToken) =>
        Do(new TakeDeal(Id, Version), "", "", "brokerage.deal.taken", cancellationToken);

    public Task<IActionResult> OnPostReleaseAsync(CancellationToken cancellationToken) => Try(
        async () =>
        {
            await Mediator.Send(new ReleaseDeal(Id, Version), cancellationToken);
            Notice("brokerage.deal.released");
            return LocalRedirect("/deals");
        },
        cancellationToken);

    public Task<IActionResult> OnPostForwardAsync(string to, CancellationToken cancellationToken) =>
        Do(new MoveDeal(Id, Version, to ?? "", null), "", "", "brokerage.deal.moved", cancellationToken);

    public Task<IActionResult> OnPostBackAsync(string to, CancellationToken cancellationToken) =>
        Do(new MoveDeal(Id, Version, to ?? "", Back.Note), nameof(Back), "back", "brokerage.deal.moved", cancellationToken);

    public Task<IActionResult> OnPostSignAsync(CancellationToken cancellationToken) =>
        Do(new SignDeal(Id, Version, Terms.Cooperation ?? "", Terms.Amount, Terms.Currency ?? "", Terms.SignedOn), nameof(Terms), "sign", "brokerage.deal.signed", cancellationToken);

    public Task<IActionResult> OnPostSuspendAsync(CancellationToken cancellationToken) =>
        Do(new SuspendDeal(Id, Version, Rest.Note ?? ""), nameof(Rest), "rest", "brokerage.deal.suspended", cancellationToken);

    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancellationToken) =>
        Do(new ResumeDeal(Id, Version), "", "", "brokerage.deal.resumed", cancellationToken);

    public Task<IActionResult> OnPostLoseAsync(CancellationToken cancellationToken) =>
        Do(new LoseDeal(Id, Version, Loss.ExitReason ?? "", Loss.Note), nameof(Loss), "loss", "brokerage.deal.lost", cancellationToken);

    public Task<IActionResult> OnPostNoteAsync(CancellationToken cancellationToken) =>
        Do(new AddDealNote(Id, Line.Note ?? ""), nameof(Line), "", "brokerage.deal.noted", cancellationToken);

    protected override async Task Load(CancellationToken cancellationToken)
    {
        Deal = await Mediator.Send(new ViewDeal(Id), cancellationToken);
        if (Deal.May.ReadTimeline) Timeline = await Mediator.Send(new ListDealEvents(Id, PageRequest.From(Number, null)), cancellationToken);
    }

    private Task<IActionResult> Do(IRequest<Saved> request, string form, string open, string notice, CancellationToken cancellationToken)
    {
        (prefix, Opened) = (form.Length == 0 ? "" : form + ".", open);
        return Try(
            async () =>
            {
                await Mediator.Send(request, cancellationToken);
                Notice(notice);
                return LocalRedirect($"/deals/{Id}");
            },
            cancellationToken);
    }
}

internal sealed class DealNoteForm
{
    public string? Note { get; set; }
}

internal sealed class DealLossForm
{
    public string? ExitReason { get; set; }

    public string? Note { get; set; }
}

internal sealed class DealSignatureForm
{
    public string? Cooperation { get; set; }

    public decimal? Amount { get; set; }

    public string? Currency { get; set; }

    public DateOnly? SignedOn { get; set; }
}
