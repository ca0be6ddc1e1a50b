using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;

namespace TechMatch.Brokerage.Features.Interests;

internal sealed class MyInterestsPage(IMediator mediator, ICurrentUser user) : PageModel
{
    public InterestDirection Direction { get; private set; }

    public IReadOnlyList<InterestDirection> Directions { get; private set; } = [];

    public Page<InterestRow> Interests { get; private set; } = null!;

    public bool MaySend => user.Has(Permissions.ManageDemands);

    public async Task OnGetAsync([FromQuery] InterestDirection? direction, [FromQuery(Name = "page")] int? number, CancellationToken cancellationToken)
    {
        // Everybody gets both ways that can hold something for them; a university may also have sent some as a buyer.
        Directions = user.Has(Permissions.Operate) ? Enum.GetValues<InterestDirection>() : [InterestDirection.Incoming, InterestDirection.Outgoing];
        var usual = user.Has(Permissions.Operate) ? InterestDirection.All : user.Has(Permissions.ManageListings) ? InterestDirection.Incoming : InterestDirection.Outgoing;
        Direction = direction is { } asked && Directions.Contains(asked) ? asked : usual;
        Interests = await mediator.Send(new ListInterests(Direction, PageRequest.From(number, null)), cancellationToken);
    }
}
