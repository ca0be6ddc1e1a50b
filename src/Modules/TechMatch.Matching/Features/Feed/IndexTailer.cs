using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechMatch.Integration.Matching;
using TechMatch.Matching.Domain;
using TechMatch.Matching.Persistence;

namespace TechMatch.Matching.Features.Feed;

/// <summary>
/// Reads the feed into this node's index: all of it at the start, then what is new, at once when this node wrote it and by
/// asking twice a second when another did.
/// </summary>
internal sealed class IndexTailer(IServiceScopeFactory services, MarketIndex index, FeedTraffic traffic, TimeProvider clock, ILogger<IndexTailer> log) : BackgroundService
{
    private const int Batch = 1000;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly MarketSide[] Sides = Enum.GetValues<MarketSide>();

    private long position;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await ReadBatch(stoppingToken) == Batch)
                {
                }
                index.Ready();
                await traffic.Listen(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                log.LogError(failure, "The index feed could not be read from {Position}; trying again", position);
                await Task.Delay(Poll, clock, stoppingToken);
            }
        }
    }

    private async Task<int> ReadBatch(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchingDbContext>();
        var lines = await db.Documents.AsNoTracking().Where(line => line.FeedPosition > position).OrderBy(line => line.FeedPosition).Take(Batch)
            .Select(line => new Line(line.Side, line.Id, line.IsRemoved ? null : line.Content, line.FeedPosition)).ToListAsync(cancellationToken);
        if (lines.Count == 0) return 0;
        await Task.WhenAll(Sides.Select(side => Task.Run(() => Apply(side, lines.Where(line => line.Side == side)), cancellationToken)));
        position = lines[^1].Position;
        return lines.Count;
    }

    private void Apply(MarketSide side, IEnumerable<Line> lines)
    {
        var (put, removed) = (new List<MarketDocument>(), new List<Guid>());
        foreach (var line in lines)
        {
            if (Read(line) is { } document) put.Add(document);
            else removed.Add(line.Id);
        }
        index.Apply(side, put, removed);
    }

    // One line that cannot be read must not keep the rest of the market out of the index.
    private MarketDocument? Read(Line line)
    {
        if (line.Content is null) return null;
        try
        {
            return MarketDocument.Read(line.Side, line.Content);
        }
        catch (System.Text.Json.JsonException failure)
        {
            log.LogError(failure, "{Side} {Id} cannot be read from the index feed; rebuild the index", line.Side, line.Id);
            return null;
        }
    }

    private sealed record Line(MarketSide Side, Guid Id, string? Content, long Position);
}
