using MediatR;
using Microsoft.EntityFrameworkCore;
using TechMatch.Brokerage.Domain;
using TechMatch.Brokerage.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;

namespace TechMatch.Brokerage.Features.Deals;

/// <summary>The board: six columns, in each the deals that wait longest, and how many there are.</summary>
[SignedIn]
internal sealed record ViewBoard(DealTab Tab) : IRequest<Board>;

/// <param name="Column">Which column.</param>
/// <param name="Total">How many deals stand in it.</param>
/// <param name="Deals">The first of them, at most <see cref="Board.ColumnSize"/>.</param>
internal sealed record BoardLane(BoardColumn Column, int Total, IReadOnlyList<DealRow> Deals);

internal sealed record Board(IReadOnlyList<BoardLane> Lanes, int Leads)
{
    public const int ColumnSize = 20;

    public int Total => Lanes.Sum(lane => lane.Total);
}

internal sealed class ViewBoardHandler(BrokerageDbContext db, DealRows rows, Actors actors) : IRequestHandler<ViewBoard, Board>
{
    public async Task<Board> Handle(ViewBoard request, CancellationToken cancellationToken)
    {
        var reader = await actors.Current(cancellationToken);
        var found = db.Deals.AsNoTracking().For(reader, request.Tab).Where(deal => deal.State != DealState.Lost);
        var counts = await found.GroupBy(deal => deal.Stage).Select(group => new { Stage = group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var deals = new List<Deal>();
        foreach (var column in DealStages.Columns.Where(column => counts.Any(count => DealStages.ColumnOf(count.Stage) == column)))
        {
            var stages = DealStages.StagesOf(column);
            deals.AddRange(await found.Where(deal => stages.Contains(deal.Stage)).OrderBy(deal => deal.StageSince).ThenBy(deal => deal.Id).Take(Board.ColumnSize).ToListAsync(cancellationToken));
        }
        var shown = (await rows.Of(deals, reader, cancellationToken)).ToLookup(row => DealStages.ColumnOf(DealStages.Find(row.Stage)!.Value));
        var lanes = DealStages.Columns.Select(column =>
            new BoardLane(column, counts.Where(count => DealStages.ColumnOf(count.Stage) == column).Sum(count => count.Count), [.. shown[column]]));
        return new([.. lanes], await db.Deals.For(reader, DealTab.Leads).CountAsync(cancellationToken));
    }
}
