using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Demands.Domain;
using TechMatch.Demands.Persistence;
using TechMatch.Integration.Directory;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Demands.Features;

/// <summary>The needs of one's own organisation, the latest change first.</summary>
[RequirePermission(Permissions.ManageDemands)]
internal sealed record MyDemands : IRequest<MyDemandsFound>
{
    [FromQuery(Name = "status")]
    public string? Status { get; init; }

    [FromQuery(Name = "page")]
    public int? Page { get; init; }

    [FromQuery(Name = "size")]
    public int? Size { get; init; }
}

internal sealed record MyDemand(Guid Id, long Version, string? ExternalId, string Title, string Status, bool IsAnonymous, DateOnly? Deadline, DateTimeOffset ChangedAt);

/// <param name="ByStatus">How many there are in each state, whatever is shown.</param>
internal sealed record MyDemandsFound(IReadOnlyList<MyDemand> Items, int Total, int Number, int Size, IReadOnlyDictionary<string, int> ByStatus) : Page<MyDemand>(Items, Total, Number, Size);

internal sealed class MyDemandsHandler(DemandsDbContext db, ICurrentUser user) : IRequestHandler<MyDemands, MyDemandsFound>
{
    public async Task<MyDemandsFound> Handle(MyDemands request, CancellationToken cancellationToken)
    {
        var page = PageRequest.From(request.Page, request.Size);
        var organisation = user.OrganisationId;
        var mine = db.Demands.AsNoTracking().Where(demand => demand.OrganisationId == organisation);
        var counts = await mine.GroupBy(demand => demand.Status).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        DemandStatus? status = Enum.TryParse<DemandStatus>(request.Status, out var asked) ? asked : null;
        if (status is not null) mine = mine.Where(demand => demand.Status == status);
        var rows = await mine.OrderByDescending(demand => demand.ChangedAt).ThenBy(demand => demand.Id).Skip(page.Skip).Take(page.Size)
            .Select(demand => new { demand.Id, demand.Version, demand.ExternalId, Zh = demand.Title.Zh, En = demand.Title.En, demand.Status, demand.IsAnonymous, demand.Deadline, demand.ChangedAt })
            .ToListAsync(cancellationToken);
        return new(
            [.. rows.Select(row => new MyDemand(row.Id.Value, row.Version, row.ExternalId, new LocalizedText(row.Zh, row.En).In(), row.Status.ToString(), row.IsAnonymous, row.Deadline, row.ChangedAt))],
            counts.Where(count => status is null || count.Key == status).Sum(count => count.Count), page.Number, page.Size, counts.ToDictionary(count => count.Key.ToString(), count => count.Count));
    }
}

internal sealed class MyDemandsEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/my/demands", async ([AsParameters] MyDemands query, IMediator mediator, CancellationToken cancellationToken) =>
            TypedResults.Ok(await mediator.Send(query, cancellationToken)))
        .WithSummary("The needs of one's own organisation.");
}
