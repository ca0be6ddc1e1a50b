using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TechMatch.Brokerage.Domain;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Web;

namespace TechMatch.Brokerage.Features.Deals;

/// <summary>The board; with a column or a state named, the whole list of it in pages.</summary>
internal sealed class DealBoardPage(IMediator mediator, Texts texts, ICurrentUser user, Actors actors) : FormPage(mediator, texts)
{
    // What a dropped card says instead of a stage: the column that it was dropped into.
    private const string ColumnPrefix = "column:";

    [BindProperty(SupportsGet = true, Name = "tab")]
    public DealTab? AskedTab { get; set; }

    [BindProperty(SupportsGet = true, Name = "column")]
    public BoardColumn? Column { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public DealState? State { get; set; }

    [FromQuery(Name = "page")]
    public int? Number { get; set; }

    /// <summary>The reader may not take deals before an operator has verified their organisation.</summary>
    public bool AwaitsVerification { get; private set; }

    public Board? Board { get; private set; }

    public Page<DealRow>? Deals { get; private set; }

    public IReadOnlyList<DealTab> Tabs => user.Has(Permissions.BrokerDeals) ? Enum.GetValues<DealTab>() : user.Has(Permissions.Operate) ? [DealTab.All, DealTab.Mine] : [DealTab.Mine];

    public DealTab Tab => AskedTab is { } asked && Tabs.Contains(asked) ? asked : user.Has(Permissions.Operate) ? DealTab.All : DealTab.Mine;

    public bool IsBroker => user.Has(Permissions.BrokerDeals);

    /// <summary>Cards can be dragged where the reader may move some of them.</summary>
    public bool IsMovable => Tab is not DealTab.Leads;

    public static string DropInto(BoardColumn column) => ColumnPrefix + column;

    public Task OnGetAsync(CancellationToken cancellationToken) => Load(cancellationToken);

    public async Task<IActionResult> OnPostMoveAsync(Guid id, long version, string to, CancellationToken cancellationToken)
    {
        var answer = await Try(
            async () =>
            {
                await Mediator.Send(new MoveDeal(id, version, await StageFor(id, to ?? "", cancellationToken), null), cancellationToken);
                if (!IsPart) return LocalRedirect($"/deals?tab={Tab}");
                await Load(cancellationToken);
                return BoardPart();
            },
            cancellationToken);
        if (answer is not PageResult { StatusCode: { } status } || !IsPart) return answer;
        Response.StatusCode = status;
        return BoardPart();
    }

    protected override async Task Load(CancellationToken cancellationToken)
    {
        AwaitsVerification = await actors.IsUnverifiedBroker(cancellationToken);
        if (Column is null && State is null) Board = await Mediator.Send(new ViewBoard(Tab), cancellationToken);
        else Deals = await Mediator.Send(new ListDeals(Tab, Column is { } column ? DealStages.StagesOf(column) : [], State, PageRequest.From(Number, null)), cancellationToken);
    }

    private bool IsPart => Request.Headers.ContainsKey("HX-Request");

    private PartialViewResult BoardPart() => Partial("_DealBoard", this);

    /// <summary>A column stands for the neighbouring stage in it; where there is none, for its nearest stage, which the deal then refuses by name.</summary>
    private async Task<string> StageFor(Guid id, string to, CancellationToken cancellationToken)
    {
        if (!to.StartsWith(ColumnPrefix, StringComparison.Ordinal)) return to;
        if (DealStages.Find<BoardColumn>(to[ColumnPrefix.Length..]) is not { } column) return "";
        var deal = (await Mediator.Send(new ViewDeal(id), cancellationToken)).Summary;
        foreach (var neighbour in new[] { deal.Next, deal.Previous })
            if (DealStages.Find(neighbour) is { } stage && DealStages.ColumnOf(stage) == column) return stage.ToString();
        var stages = DealStages.StagesOf(column);
        return (stages[0] > DealStages.Find(deal.Stage) ? stages[0] : stages[^1]).ToString();
    }
}
