using System.Diagnostics;

namespace TechMatch.MatchEngine.Evaluation;

/// <summary>What one evaluation measured.</summary>
/// <param name="Figures">Quality.</param>
/// <param name="Rankings">For each demand its hits after exclusion, at most 100.</param>
/// <param name="DemandsPerSecond">Demands ranked per second on one thread, one after the other.</param>
/// <param name="MedianMilliseconds">Half of the demands took at most so long.</param>
/// <param name="Percentile95Milliseconds">95 of 100 demands took at most so long.</param>
/// <param name="ResultsIndexedPerSecond">Results added per second on one thread, in one update.</param>
/// <param name="IndexBytesPerResult">
/// Growth of the managed heap by indexing, from <see cref="GC.GetTotalMemory"/> after full collections before and after, over the number
/// of results. The texts themselves are not in it, because the set holds them anyway. Other work in the process disturbs it.
/// </param>
public sealed record EvaluationReport(
    RankingFigures Figures,
    IReadOnlyDictionary<string, IReadOnlyList<MatchHit>> Rankings,
    double DemandsPerSecond,
    double MedianMilliseconds,
    double Percentile95Milliseconds,
    double ResultsIndexedPerSecond,
    double IndexBytesPerResult);

/// <summary>Measures quality and speed of the engine on an evaluation set.</summary>
public static class Evaluator
{
    private const int Depth = 100;
    private const int WarmUpDemands = 50;

    /// <summary>Indexes the results of a set and ranks them for each of its demands, on the calling thread.</summary>
    /// <param name="set">The set.</param>
    /// <param name="settings">Constants of the ranking; the tuned defaults when null.</param>
    /// <param name="progress">Told the number of demands done, after each.</param>
    /// <returns>Quality and speed. Some demands are ranked beforehand, untimed, to warm up.</returns>
    public static EvaluationReport Run(EvaluationSet set, MatchSettings? settings = null, IProgress<int>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        var heapBefore = GC.GetTotalMemory(forceFullCollection: true);
        var index = new MatchIndex(settings);
        var indexing = Stopwatch.StartNew();
        index.Upsert(set.Results);
        indexing.Stop();
        var heap = GC.GetTotalMemory(forceFullCollection: true) - heapBefore;

        foreach (var demand in set.Demands.Take(WarmUpDemands))
        {
            index.Rank(new MatchQuery(demand.Fields), Depth);
        }

        var rankings = new Dictionary<string, IReadOnlyList<MatchHit>>(StringComparer.Ordinal);
        var times = new List<double>();
        foreach (var demand in set.Demands)
        {
            var excluded = set.Exclusions.GetValueOrDefault(demand.Id);
            var start = Stopwatch.GetTimestamp();
            var hits = index.Rank(new MatchQuery(demand.Fields), Depth + (excluded?.Count ?? 0));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            rankings[demand.Id] = excluded is null ? hits : [.. hits.Where(hit => !excluded.Contains(hit.Id)).Take(Depth)];
            progress?.Report(times.Count);
        }

        var total = times.Sum();
        times.Sort();
        return new EvaluationReport(
            RankingFigures.Measure(set.Grades, rankings, set.Exclusions),
            rankings,
            PerSecond(times.Count, total),
            Percentile(times, 0.50),
            Percentile(times, 0.95),
            PerSecond(set.Results.Count, indexing.Elapsed.TotalMilliseconds),
            set.Results.Count == 0 ? 0 : (double)heap / set.Results.Count);
    }

    private static double PerSecond(int count, double milliseconds) => milliseconds > 0 ? count * 1000 / milliseconds : 0;

    /// <summary>The smallest time that at least this share of all does not exceed.</summary>
    private static double Percentile(List<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
