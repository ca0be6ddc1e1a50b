namespace TechMatch.MatchEngine.Evaluation;

/// <summary>How good a set of rankings is, from 0 to 1 each, as averages over the demands that have an answer.</summary>
/// <param name="Demands">Number of demands averaged over: those with a result of grade 1 or more, whether ranked or not.</param>
/// <param name="NdcgAt10">
/// Normalised discounted cumulative gain within ten: gain = grade, discount 1 / log2(rank + 1), against the best order of all judged
/// results (Järvelin, Kekäläinen 2002, in the form of trec_eval's ndcg_cut).
/// </param>
/// <param name="RecallAt100">Share of the results of grade 1 or more that are within a hundred.</param>
/// <param name="MrrAt10">One over the rank of the first result of grade 1 or more, 0 when it is not within ten.</param>
public readonly record struct RankingFigures(int Demands, double NdcgAt10, double RecallAt100, double MrrAt10)
{
    /// <summary>
    /// Measures rankings. Hits are ordered by falling score; equal scores keep their order in the list; of a repeated result the first
    /// counts. A demand without ranking counts 0. Excluded results are taken out first and leave no gap.
    /// </summary>
    /// <param name="grades">For each demand the grade of each judged result; see <see cref="EvaluationSet.Grades"/>.</param>
    /// <param name="rankings">For each demand its hits.</param>
    /// <param name="exclusions">For some demands the results to take out; see <see cref="EvaluationSet.Exclusions"/>.</param>
    /// <returns>The figures; all 0 when no demand has an answer.</returns>
    public static RankingFigures Measure(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> grades,
        IReadOnlyDictionary<string, IReadOnlyList<MatchHit>> rankings,
        IReadOnlyDictionary<string, IReadOnlySet<string>>? exclusions = null)
    {
        ArgumentNullException.ThrowIfNull(grades);
        ArgumentNullException.ThrowIfNull(rankings);
        var (demands, ndcg, recall, mrr) = (0, 0.0, 0.0, 0.0);
        foreach (var (demand, judged) in grades)
        {
            var answers = judged.Values.Count(grade => grade >= 1);
            if (answers == 0)
            {
                continue;
            }

            demands++;
            var excluded = exclusions?.GetValueOrDefault(demand);
            var hits = rankings.GetValueOrDefault(demand) ?? [];
            var ranked = hits.OrderByDescending(hit => hit.Score).Select(hit => hit.Id).Distinct(StringComparer.Ordinal)
                .Where(id => excluded?.Contains(id) != true).Take(100).Select(id => judged.GetValueOrDefault(id)).ToList();
            var ideal = judged.Values.OrderDescending();
            ndcg += CumulativeGain(ranked) / CumulativeGain(ideal);
            recall += (double)ranked.Count(grade => grade >= 1) / answers;
            var first = ranked.FindIndex(grade => grade >= 1);
            mrr += first is >= 0 and < 10 ? 1.0 / (first + 1) : 0;
        }

        return demands == 0 ? default : new RankingFigures(demands, ndcg / demands, recall / demands, mrr / demands);
    }

    private static double CumulativeGain(IEnumerable<double> grades) =>
        grades.Take(10).Select((grade, rank) => Math.Max(grade, 0) / Math.Log2(rank + 2)).Sum();
}
