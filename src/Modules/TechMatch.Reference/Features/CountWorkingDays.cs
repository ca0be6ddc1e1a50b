using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Reference.Features;

/// <summary>The day that lies some working days after another.</summary>
[Anyone]
internal sealed record CountWorkingDays(DateOnly From, int Days) : IRequest<WorkingDaysCounted>
{
    /// <summary>Four years: longer periods are months and years in law.</summary>
    public const int MostDays = 1000;
}

/// <summary>Where the count ends.</summary>
/// <param name="From">The starting day; not counted.</param>
/// <param name="Days">The working days counted.</param>
/// <param name="Until">The last of them.</param>
/// <param name="IsCertain">False when a year on the way has no complete calendar, so that the day may lie too early.</param>
internal sealed record WorkingDaysCounted(DateOnly From, int Days, DateOnly Until, bool IsCertain);

internal sealed class CountWorkingDaysValidator : AbstractValidator<CountWorkingDays>
{
    public CountWorkingDaysValidator()
    {
        RuleFor(x => x.Days).InclusiveBetween(0, CountWorkingDays.MostDays);
        RuleFor(x => x.From).LessThan(DateOnly.MaxValue.AddYears(-10));
    }
}

internal sealed class CountWorkingDaysHandler(IWorkingDays workingDays) : IRequestHandler<CountWorkingDays, WorkingDaysCounted>
{
    public Task<WorkingDaysCounted> Handle(CountWorkingDays request, CancellationToken cancellationToken)
    {
        var until = workingDays.After(request.From, request.Days);
        var certain = Enumerable.Range(request.From.Year, until.Year - request.From.Year + 1).All(workingDays.IsKnown);
        return Task.FromResult(new WorkingDaysCounted(request.From, request.Days, until, certain));
    }
}

internal sealed class CountWorkingDaysEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/reference/working-days", (DateOnly from, int days, IMediator mediator, CancellationToken ct) => mediator.Send(new CountWorkingDays(from, days), ct))
        .Produces<WorkingDaysCounted>().ProducesValidationProblem()
        .WithSummary("The day that lies some working days after another, by the calendar of mainland China");
}
