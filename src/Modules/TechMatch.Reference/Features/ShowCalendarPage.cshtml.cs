using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TechMatch.Reference.Features;

internal sealed class ShowCalendarPage(IMediator mediator) : PageModel
{
    public CalendarView Calendar { get; private set; } = null!;

    public async Task OnGetAsync(string name, CancellationToken cancellationToken) => Calendar = await mediator.Send(new ShowCalendar(name), cancellationToken);
}
