using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;
using TechMatch.Statistics.Domain;
using TechMatch.Statistics.Persistence;

namespace TechMatch.Statistics.Features;

/// <summary>Figures of registered contracts. Without days: the twelve months that end today.</summary>
[Anyone]
internal sealed record ViewContractFigures(DateOnly? From, DateOnly? To, string? By) : IRequest<ContractFigures>;

internal sealed class ViewContractFiguresValidator : AbstractValidator<ViewContractFigures>
{
    /// <summary>Keeps the answer bounded.</summary>
    public const int YearsMax = 20;

    public ViewContractFiguresValidator(Texts texts)
    {
        RuleFor(x => x.By).Must(by => string.IsNullOrEmpty(by) || Dimension.All.Contains(by)).WithMessage(_ => texts["stats.validation.by"]);
        RuleFor(x => x.From).Must((request, from) => from is null || request.To is null || from <= request.To).WithMessage(_ => texts["stats.validation.order"]);
        RuleFor(x => x.To).Must((request, to) => to is null || request.From is null || to.Value.Year - request.From.Value.Year <= YearsMax)
            .WithMessage(_ => texts["stats.validation.span", YearsMax]);
        // The year before must exist, too.
        RuleFor(x => x.From).Must(from => from is null || from.Value.Year > 1900).WithMessage(_ => texts["stats.validation.order"]);
        RuleFor(x => x.To).Must(to => to is null || to.Value.Year is > 1900 and < 9999).WithMessage(_ => texts["stats.validation.order"]);
    }
}

internal sealed class ViewContractFiguresHandler(StatisticsDbContext db, ICodeLists codes, Texts texts, TimeProvider clock) : IRequestHandler<ViewContractFigures, ContractFigures>
{
    public async Task<ContractFigures> Handle(ViewContractFigures request, CancellationToken cancellationToken)
    {
        var (from, to) = Span(request);
        var by = string.IsNullOrEmpty(request.By) ? Dimension.Month : request.By;
        var groups = await Groups(by, from, to, cancellationToken);
        var yuan = groups.Where(group => group.Currency == ContractFigures.Yuan).ToList();
        var sum = Total(yuan);
        var flows = by == Dimension.Flow ? yuan : [.. (await Groups(Dimension.Flow, from, to, cancellationToken)).Where(group => group.Currency == ContractFigures.Yuan)];
        var before = Total([.. (await Groups(Dimension.Flow, from.AddYears(-1), to.AddYears(-1), cancellationToken)).Where(group => group.Currency == ContractFigures.Yuan)]);
        return new(
            by, from, to, sum, [.. Rows(by, from, to, yuan, sum)], Growth.Share(Money.FromHundredths(flows.Where(flow => flow.Key != "local").Sum(flow => flow.Value)), sum.Value),
            [.. Others(groups)], before, Growth.Rate(before.Value, sum.Value));
    }

    private (DateOnly From, DateOnly To) Span(ViewContractFigures request)
    {
        var to = request.To ?? (request.From is { } start && start > clock.Today() ? start : clock.Today());
        var from = request.From ?? new DateOnly(to.Year, to.Month, 1).AddMonths(-11);
        // One open end may lie far away from today.
        var earliest = to.AddYears(-ViewContractFiguresValidator.YearsMax);
        return (from < earliest ? earliest : from, to);
    }

    private sealed class Keyed
    {
        public required string Key { get; init; }

        public required string Currency { get; init; }

        public long Value { get; init; }

        public long Technical { get; init; }
    }

    private sealed record Group(string Key, string Currency, int Count, long Value, long Technical);

    private Task<List<Group>> Groups(string by, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var facts = db.Contracts.AsNoTracking().Where(fact => fact.RegisteredOn >= from && fact.RegisteredOn <= to);
        var keyed = by switch
        {
            Dimension.Month => facts.Select(fact => new Keyed { Key = fact.Month, Currency = fact.Currency, Value = fact.TotalHundredths, Technical = fact.TechnicalHundredths }),
            Dimension.Year => facts.Select(fact => new Keyed { Key = fact.Month.Substring(0, 4), Currency = fact.Currency, Value = fact.TotalHundredths, Technical = fact.TechnicalHundredths }),
            Dimension.Type => facts.Select(fact => new Keyed { Key = fact.Type, Currency = fact.Currency, Value = fact.TotalHundredths, Technical = fact.TechnicalHundredths }),
            Dimension.Field => facts.Select(fact => new Keyed { Key = fact.Field ?? "", Currency = fact.Currency, Value = fact.TotalHundredths, Technical = fact.TechnicalHundredths }),
            Dimension.Flow => facts.Select(fact => new Keyed { Key = fact.Flow, Currency = fact.Currency, Value = fact.TotalHundredths, Technical = fact.TechnicalHundredths }),
            _ => facts.Select(fact => new Keyed { Key = fact.SellerProvince ?? "", Currency = fact.Currency, Value = fact.TotalHundredths, Technical = fact.TechnicalHundredths }),
        };
        return keyed.GroupBy(row => new { row.Key, row.Currency })
            .Select(group => new Group(group.Key.Key, group.Key.Currency, group.Count(), group.Sum(row => row.Value), group.Sum(row => row.Technical)))
            .ToListAsync(cancellationToken);
    }

    private IEnumerable<FigureRow> Rows(string by, DateOnly from, DateOnly to, List<Group> groups, FigureRow sum)
    {
        var found = groups.ToDictionary(group => group.Key);
        var keys = by switch
        {
            Dimension.Month => Months.Between(from, to),
            Dimension.Year => Enumerable.Range(from.Year, to.Year - from.Year + 1).Select(year => year.ToString("0000", CultureInfo.InvariantCulture)),
            // All three are shown, also at nought: the shares must be seen to add up.
            Dimension.Flow => codes.Of("flow").Select(code => code.Value).Union(found.Keys),
            _ => groups.OrderByDescending(group => group.Value).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key),
        };
        foreach (var key in keys)
        {
            var group = found.GetValueOrDefault(key) ?? new(key, ContractFigures.Yuan, 0, 0, 0);
            var value = Money.FromHundredths(group.Value);
            yield return new(key, NameOf(by, key), group.Count, value, Money.FromHundredths(group.Technical), Growth.Share(value, sum.Value), Growth.Share(group.Count, sum.Contracts));
        }
    }

    private string NameOf(string by, string key) => (by, key) switch
    {
        (_, "") => texts["stats.not-given"],
        (Dimension.Type, _) => codes.Name("contract-type", key),
        (Dimension.Field, _) => codes.Name("technology-field", key),
        (Dimension.Flow, _) => codes.Name("flow", key),
        (Dimension.Province, _) => codes.Name("region", key),
        _ => key,
    };

    private FigureRow Total(List<Group> groups) => new(
        "", texts["stats.sum"], groups.Sum(group => group.Count), Money.FromHundredths(groups.Sum(group => group.Value)), Money.FromHundredths(groups.Sum(group => group.Technical)),
        groups.Count > 0 ? 100 : 0, groups.Count > 0 ? 100 : 0);

    private static IEnumerable<CurrencyRow> Others(List<Group> groups) => groups.Where(group => group.Currency != ContractFigures.Yuan)
        .GroupBy(group => group.Currency).OrderBy(currency => currency.Key, StringComparer.Ordinal)
        .Select(currency => new CurrencyRow(
            currency.Key, currency.Sum(group => group.Count), Money.FromHundredths(currency.Sum(group => group.Value)), Money.FromHundredths(currency.Sum(group => group.Technical))));
}

internal sealed class ViewContractFiguresEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/statistics/contracts", (DateOnly? from, DateOnly? to, string? by, IMediator mediator, CancellationToken cancellationToken) =>
            mediator.Send(new ViewContractFigures(from, to, by), cancellationToken))
        .WithSummary("Registered contracts from a day to a day, by month, year, type, field, flow or province of the seller; twelve months by month when not said.");
}
