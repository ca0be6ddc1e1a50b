using Shouldly;
using TechMatch.MatchEngine;
using TechMatch.MatchEngine.Evaluation;
using Xunit;

namespace TechMatch.UnitTests.MatchEngine;

public sealed class EvaluationTests : IDisposable
{
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("techmatch-set-");

    public EvaluationTests()
    {
        Write("results.jsonl", """
            {"id": "a", "title": "Turbine blade coating", "text": "Ceramic on blades.", "lang": "en"}
            {"id": "b", "text": "Pumps for brine.", "keywords": ["pump", "brine"]}

            {"id": "c", "title": null, "text": "高温合金", "keywords": "合金"}
            """);
        Write("demands.jsonl", """
            {"id": "q1", "text": "Coating for a turbine blade"}
            {"id": "q2", "title": "Pump", "text": "brine"}
            {"id": "q3", "text": "unjudged"}
            """);
        Write("qrels.tsv", "q1\ta\t2\nq1\tb\t0\nq2\tb\t1\n");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_set_is_read_with_titles_texts_and_key_words()
    {
        var set = EvaluationSet.Load(_folder.FullName);

        set.Results.Select(result => result.Id).ShouldBe(["a", "b", "c"]);
        set.Results[0].Fields.ShouldBe([new MatchField(FieldRole.Title, "Turbine blade coating"), new MatchField(FieldRole.Body, "Ceramic on blades.")]);
        set.Results[1].Fields.ShouldBe([new MatchField(FieldRole.Body, "Pumps for brine."), new MatchField(FieldRole.Keywords, "pump; brine")]);
        set.Results[2].Fields.ShouldBe([new MatchField(FieldRole.Body, "高温合金"), new MatchField(FieldRole.Keywords, "合金")]);
        set.Demands.Count.ShouldBe(3);
        set.Grades["q1"].ShouldBe(new Dictionary<string, double> { ["a"] = 2, ["b"] = 0 }, ignoreOrder: true);
        set.Exclusions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("results.jsonl")]
    [InlineData("demands.jsonl")]
    [InlineData("qrels.tsv")]
    public void A_missing_file_is_named(string file)
    {
        File.Delete(Path.Combine(_folder.FullName, file));

        ShouldFail(file, 0);
    }

    [Theory]
    [InlineData("results.jsonl", "{\"id\": \"a\"}\n\n{\"id\": ", 3)]
    [InlineData("results.jsonl", "{\"id\": \"a\"}\n[1]", 2)]
    [InlineData("results.jsonl", "{\"id\": \"a\"}\n{\"id\": \"a\"}", 2)]
    [InlineData("results.jsonl", "{\"text\": \"no id\"}", 1)]
    [InlineData("results.jsonl", "{\"id\": \"a b\"}", 1)]
    [InlineData("demands.jsonl", "{\"id\": 5}", 1)]
    [InlineData("demands.jsonl", "{\"id\": \"a\", \"text\": 7}", 1)]
    [InlineData("demands.jsonl", "{\"id\": \"a\", \"keywords\": [7]}", 1)]
    [InlineData("qrels.tsv", "q1\ta\t1\nq1\tb\tgood", 2)]
    [InlineData("qrels.tsv", "q1\ta\tNaN", 1)]
    [InlineData("qrels.tsv", "q1\ta\t1,5", 1)]
    [InlineData("qrels.tsv", "q1\ta\t1\n\nq1 b 1", 3)]
    [InlineData("exclude.tsv", "q1", 1)]
    public void A_bad_line_is_named(string file, string content, int line)
    {
        Write(file, content);

        ShouldFail(file, line);
    }

    [Fact]
    public void Ndcg_recall_and_mrr_equal_a_small_case_worked_by_hand()
    {
        var grades = Grades(("q", "a", 3), ("q", "b", 1), ("q", "c", 0), ("q", "d", 2));
        var rankings = Rankings(("q", [("c", 3), ("a", 2), ("d", 1)]));

        var figures = RankingFigures.Measure(grades, rankings);

        var gain = (3 / Math.Log2(3)) + (2 / Math.Log2(4));
        var ideal = 3 + (2 / Math.Log2(3)) + (1 / Math.Log2(4));
        figures.Demands.ShouldBe(1);
        figures.NdcgAt10.ShouldBe(gain / ideal, 1e-12);
        figures.RecallAt100.ShouldBe(2.0 / 3, 1e-12);
        figures.MrrAt10.ShouldBe(0.5, 1e-12);
    }

    /// <summary>The expected figures were computed by the reference script in Python from the same judgments, run and exclusions.</summary>
    [Theory]
    [InlineData(true, 0.28505729980193745, 0.5333333333333333, 0.22000000000000003)]
    [InlineData(false, 0.271431305808739, 0.6, 0.3)]
    public void Ties_repetitions_gaps_exclusions_and_missing_demands_count_as_in_the_reference(bool exclude, double ndcg, double recall, double mrr)
    {
        var grades = Grades(
            ("q1", "a", 3), ("q1", "b", 1), ("q1", "c", 0), ("q1", "d", 2), ("q2", "a", 1), ("q2", "e", 0.5), ("q3", "b", 0), ("q4", "c", 4),
            ("q5", "e", 1), ("q5", "x", 1), ("q6", "z", 1), ("q5", "f", -1));
        var rankings = Rankings(
            ("q1", [("b", 9.5), ("c", 8), ("a", 7.25), ("e", 7.25), ("d", 3), ("a", 2)]),
            ("q2", [("c", 1), ("a", 2.5), ("e", 2.5), ("b", 3)]),
            ("q3", [("b", 1)]),
            ("q5", [("g", 20), ("f", 19.5), ("h", 19), .. Enumerable.Range(0, 8).Select(i => ($"n{i}", 18 - (i / 16.0))), ("e", 1.5), ("x", 0.5)]),
            ("q6", [.. Enumerable.Range(0, 100).Select(i => ($"n{i}", 200.0 - i)), ("z", 50)]));
        var exclusions = new Dictionary<string, IReadOnlySet<string>> { ["q1"] = new HashSet<string> { "b" }, ["q5"] = new HashSet<string> { "g", "h" } };

        var figures = RankingFigures.Measure(grades, rankings, exclude ? exclusions : null);

        figures.Demands.ShouldBe(5);
        figures.NdcgAt10.ShouldBe(ndcg, 1e-12);
        figures.RecallAt100.ShouldBe(recall, 1e-12);
        figures.MrrAt10.ShouldBe(mrr, 1e-12);
    }

    [Fact]
    public void Without_an_answer_in_the_truth_all_figures_are_zero() =>
        RankingFigures.Measure(Grades(("q", "a", 0)), Rankings(("q", [("a", 1)]))).ShouldBe(default);

    [Fact]
    public void A_run_is_written_as_lines_of_six_columns()
    {
        using var writer = new StringWriter();

        TrecRun.Write(writer, Rankings(("q1", [("a", 2.5), ("b", 0.1)]), ("q2", [])), "tag");

        writer.ToString().ShouldBe("q1 Q0 a 1 2.5 tag\nq1 Q0 b 2 0.1 tag\n");
    }

    [Fact]
    public void A_run_cannot_carry_blanks()
    {
        Should.Throw<ArgumentException>(() => TrecRun.Write(TextWriter.Null, Rankings(("q 1", [])), "tag"));
        Should.Throw<ArgumentException>(() => TrecRun.Write(TextWriter.Null, Rankings(("q1", [("a b", 1)])), "tag"));
        Should.Throw<ArgumentException>(() => TrecRun.Write(TextWriter.Null, Rankings(), ""));
    }

    [Fact]
    public void An_evaluation_ranks_every_demand_and_leaves_out_what_is_excluded()
    {
        Write("exclude.tsv", "q2\tb\n");
        var set = EvaluationSet.Load(_folder.FullName);
        var progress = new Recorder();

        var report = Evaluator.Run(set, progress: progress);

        report.Rankings["q1"].Select(hit => hit.Id).ShouldBe(["a"]);
        report.Rankings["q2"].ShouldBeEmpty();
        report.Figures.ShouldBe(new RankingFigures(2, 0.5, 0.5, 0.5));
        progress.Reports.ShouldBe([1, 2, 3]);
        report.DemandsPerSecond.ShouldBeGreaterThan(0);
        report.ResultsIndexedPerSecond.ShouldBeGreaterThan(0);
        report.Percentile95Milliseconds.ShouldBeGreaterThanOrEqualTo(report.MedianMilliseconds);
    }

    [Fact]
    public void Excluded_results_do_not_shorten_a_ranking()
    {
        Write("results.jsonl", string.Join('\n', Enumerable.Range(0, 120).Select(i => $$"""{"id": "r{{i:000}}", "text": "turbine blade"}""")));
        Write("exclude.tsv", string.Concat(Enumerable.Range(0, 20).Select(i => $"q1\tr{i:000}\n")));

        var ranking = Evaluator.Run(EvaluationSet.Load(_folder.FullName)).Rankings["q1"];

        ranking.Select(hit => hit.Id).ShouldBe(Enumerable.Range(20, 100).Select(i => $"r{i:000}"));
    }

    private void Write(string file, string content) => File.WriteAllText(Path.Combine(_folder.FullName, file), content);

    private void ShouldFail(string file, int line)
    {
        var failure = Should.Throw<EvaluationSetException>(() => EvaluationSet.Load(_folder.FullName));
        failure.File.ShouldBe(Path.Combine(_folder.FullName, file));
        failure.Line.ShouldBe(line);
        failure.Message.ShouldContain(file);
    }

    private static Dictionary<string, IReadOnlyDictionary<string, double>> Grades(params (string Demand, string Result, double Grade)[] judgments) =>
        judgments.GroupBy(judgment => judgment.Demand).ToDictionary(
            group => group.Key,
            IReadOnlyDictionary<string, double> (group) => group.ToDictionary(judgment => judgment.Result, judgment => judgment.Grade));

    private static Dictionary<string, IReadOnlyList<MatchHit>> Rankings(params (string Demand, (string Id, double Score)[] Hits)[] rankings) =>
        rankings.ToDictionary(
            ranking => ranking.Demand,
            IReadOnlyList<MatchHit> (ranking) => [.. ranking.Hits.Select(hit => new MatchHit(hit.Id, hit.Score))]);

    private sealed class Recorder : IProgress<int>
    {
        public List<int> Reports { get; } = [];

        public void Report(int value) => Reports.Add(value);
    }
}
