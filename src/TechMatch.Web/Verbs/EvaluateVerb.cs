using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using TechMatch.MatchEngine.Evaluation;

namespace TechMatch.Web.Verbs;

/// <summary><c>evaluate SETDIR</c>: ranks a set with relevance truth by the product's engine and settings, and prints the figures.</summary>
internal static class EvaluateVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private sealed record Line(
        string Set, int Demands, double Ndcg10, double Recall100, double Mrr10, double DemandsPerSecond, double P50Ms, double P95Ms, double IndexDocsPerSecond, double IndexBytesPerDoc);

    public static Command Command()
    {
        var folder = new Argument<string>("SETDIR") { Description = "Folder with results.jsonl, demands.jsonl and qrels.tsv" };
        var run = new Option<string?>("--run") { Description = "Write the ranking as a TREC run file" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object" };
        var command = new Command("evaluate", "Measure match quality and speed on a set with relevance truth") { folder, run, json };
        command.SetAction((parsed, _) => CommandLine.Guard(() => Task.FromResult(Run(parsed.GetValue(folder)!, parsed.GetValue(run), parsed.GetValue(json)))));
        return command;
    }

    private static int Run(string folder, string? runFile, bool json)
    {
        var set = EvaluationSet.Load(folder);
        var report = json ? Evaluator.Run(set) : WithBar(set);
        if (runFile is not null)
        {
            using var writer = new StreamWriter(runFile);
            TrecRun.Write(writer, report.Rankings, "techmatch");
        }
        var figures = report.Figures;
        var line = new Line(Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar)), figures.Demands, figures.NdcgAt10, figures.RecallAt100, figures.MrrAt10,
            report.DemandsPerSecond, report.MedianMilliseconds, report.Percentile95Milliseconds, report.ResultsIndexedPerSecond, report.IndexBytesPerResult);
        if (json) Console.WriteLine(JsonSerializer.Serialize(line, Json));
        else Print(line);
        return 0;
    }

    private static EvaluationReport WithBar(EvaluationSet set)
    {
        EvaluationReport? report = null;
        AnsiConsole.Progress().Start(bars =>
        {
            var bar = bars.AddTask("demands", maxValue: Math.Max(1, set.Demands.Count));
            report = Evaluator.Run(set, progress: new Bar(bar));
        });
        return report!;
    }

    private static void Print(Line line)
    {
        var table = new Table().AddColumn("figure").AddColumn(new TableColumn(Markup.Escape(line.Set)).RightAligned());
        table.AddRow("demands", Text(line.Demands, "N0"));
        table.AddRow("nDCG@10", Text(line.Ndcg10, "0.0000"));
        table.AddRow("Recall@100", Text(line.Recall100, "0.0000"));
        table.AddRow("MRR@10", Text(line.Mrr10, "0.0000"));
        table.AddRow("demands per second, one thread", Text(line.DemandsPerSecond, "N0"));
        table.AddRow("p50 ms", Text(line.P50Ms, "0.00"));
        table.AddRow("p95 ms", Text(line.P95Ms, "0.00"));
        table.AddRow("indexed documents per second", Text(line.IndexDocsPerSecond, "N0"));
        table.AddRow("index bytes per document", Text(line.IndexBytesPerDoc, "N0"));
        AnsiConsole.Write(table);

        static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
    }

    private sealed class Bar(ProgressTask bar) : IProgress<int>
    {
        public void Report(int value) => bar.Value = value;
    }
}
