using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechMatch.Reference.Domain;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Reference.Features;

/// <summary>A year's arrangement of holidays, in its latest version.</summary>
[Anyone]
internal sealed record ShowCalendar(string Name) : IRequest<CalendarView>;

/// <summary>A year's arrangement of holidays.</summary>
/// <param name="Name">For example <c>CN-2026</c>.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="Year">The year.</param>
/// <param name="Version">The version shown.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="IsVerified">Whether somebody checked it against the source.</param>
/// <param name="IsComplete">False while only part of the year's days off are known.</param>
/// <param name="Holidays">Runs of days off, in order.</param>
/// <param name="Workdays">Weekend days that are worked in exchange, in order.</param>
/// <param name="NoteZh">A remark in Chinese, or null.</param>
/// <param name="NoteEn">The same in English, or null.</param>
/// <param name="Versions">All versions, the latest first.</param>
internal sealed record CalendarView(
    string Name, string Country, int Year, string Version, string Source, bool IsVerified, bool IsComplete, IReadOnlyList<DayRun> Holidays, IReadOnlyList<DateOnly> Workdays,
    string? NoteZh, string? NoteEn, IReadOnlyList<VersionRow> Versions)
{
    public string Note => new LocalizedText(NoteZh, NoteEn).In();
}

/// <summary>Days off that follow one another.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
internal sealed record DayRun(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    public static IReadOnlyList<DayRun> Of(IEnumerable<DateOnly> days)
    {
        var runs = new List<DayRun>();
        foreach (var day in days.Order())
        {
            if (runs is [.., var last] && last.To.AddDays(1) == day) runs[^1] = last with { To = day };
            else runs.Add(new(day, day));
        }
        return runs;
    }
}

internal sealed class ShowCalendarHandler(ReferenceData data) : IRequestHandler<ShowCalendar, CalendarView>
{
    public Task<CalendarView> Handle(ShowCalendar request, CancellationToken cancellationToken)
    {
        var calendar = data.Current.Newest<Calendar>(request.Name) ?? throw new NotFoundException("Calendar", request.Name);
        return Task.FromResult(new CalendarView(
            calendar.Name, calendar.Country, calendar.Year, calendar.Edition, calendar.Source!, calendar.IsVerified, calendar.IsComplete,
            DayRun.Of(calendar.Holidays), [.. calendar.Workdays.Order()], calendar.NoteZh, calendar.NoteEn, VersionRow.Of(data.Current.Versions(PublicationKind.Calendar, request.Name))));
    }
}

internal sealed class ShowCalendarEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/reference/calendars/{name}", (string name, IMediator mediator, CancellationToken ct) => mediator.Send(new ShowCalendar(name), ct))
        .Produces<CalendarView>().ProducesProblem(StatusCodes.Status404NotFound)
        .WithSummary("A year's arrangement of holidays, for example CN-2026");
}
