using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TechMatch.Shared.Web;

namespace TechMatch.Statistics.Features;

internal sealed class ViewContractFiguresPage(IMediator mediator, Texts texts) : PageModel
{
    internal sealed class Span
    {
        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }
    }

    [BindProperty(SupportsGet = true, Name = "")]
    public Span Form { get; set; } = new();

    public MarketView Market { get; private set; } = null!;

    public ContractFigures ByMonth { get; private set; } = null!;

    public ContractFigures ByFlow { get; private set; } = null!;

    public ContractFigures ByType { get; private set; } = null!;

    public ContractFigures ByField { get; private set; } = null!;

    public ContractFigures ByYear { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Market = await mediator.Send(new ViewMarket(), cancellationToken);
        try
        {
            // What does not bind is shown as refused; the figures are then those of the usual span.
            if (!ModelState.IsValid) Form = new();
            await Read(cancellationToken);
        }
        catch (ValidationException refusal)
        {
            foreach (var failure in refusal.Errors) ModelState.AddModelError(failure.PropertyName, failure.ErrorMessage);
            Form = new();
            await Read(cancellationToken);
        }
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    public IReadOnlyList<(string Label, decimal Value)> Bars => [.. ByMonth.Rows.Select(row => (row.Name, row.Value))];

    /// <summary>A figure that is in per cent already.</summary>
    public static string Percent(decimal perCent) => Format.Percent(perCent / 100);

    /// <summary>Growth with its sign; a dash where there was nothing to grow from.</summary>
    public string Grown(decimal? perCent) => perCent is not { } rate ? "–" : texts["stats.kpi.growth", (rate > 0 ? "+" : "") + Percent(rate)];

    public string Query(string by) => $"?from={Format.Day(ByMonth.From)}&to={Format.Day(ByMonth.To)}&by={by}";

    private async Task Read(CancellationToken cancellationToken)
    {
        ByMonth = await mediator.Send(new ViewContractFigures(Form.From, Form.To, Dimension.Month), cancellationToken);
        Form = new() { From = ByMonth.From, To = ByMonth.To };
        ByFlow = await Figures(Dimension.Flow);
        ByType = await Figures(Dimension.Type);
        ByField = await Figures(Dimension.Field);
        ByYear = await Figures(Dimension.Year);

        Task<ContractFigures> Figures(string by) => mediator.Send(new ViewContractFigures(Form.From, Form.To, by), cancellationToken);
    }
}
