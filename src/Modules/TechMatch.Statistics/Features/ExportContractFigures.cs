using System.Globalization;
using System.Text;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Statistics.Features;

/// <summary>The figures as a CSV file that spreadsheets open as it is.</summary>
[Anyone]
internal sealed record ExportContractFigures(DateOnly? From, DateOnly? To, string? By) : IRequest<byte[]>;

internal sealed class ExportContractFiguresHandler(IMediator mediator) : IRequestHandler<ExportContractFigures, byte[]>
{
    private const string Heading = "by,key,name,currency,contracts,value,technical,technicalSharePct,valueSharePct,countSharePct,average";

    public async Task<byte[]> Handle(ExportContractFigures request, CancellationToken cancellationToken)
    {
        var figures = await mediator.Send(new ViewContractFigures(request.From, request.To, request.By), cancellationToken);
        var lines = figures.Rows
            .Select(row => Line(figures.By, row.Key, row.Name, ContractFigures.Yuan, row.Contracts, row.Value, row.Technical, row.TechnicalShare, row.ValueShare, row.CountShare, row.Average))
            // Other currencies stand apart: no shares, nothing to add them to.
            .Concat(figures.OtherCurrencies.Select(other => Line("currency", other.Currency, other.Currency, other.Currency, other.Contracts, other.Value, other.Technical, "", "", "", "")));
        // With the byte order mark: without it spreadsheets misread Chinese.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Prepend(Heading)) + "\r\n")];
    }

    private static string Line(params IEnumerable<object> cells) => string.Join(',', cells.Select(Cell));

    private static string Cell(object value)
    {
        // Plain figures: a decimal remembers noughts that its computation left.
        var text = value is decimal number ? number.ToString("0.##", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

internal sealed class ExportContractFiguresEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/stats/contracts.csv", async (DateOnly? from, DateOnly? to, string? by, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.File(await mediator.Send(new ExportContractFigures(from, to, by), cancellationToken), "text/csv; charset=utf-8", "contracts.csv"))
        .WithSummary("The figures of /api/statistics/contracts as CSV.");
}
