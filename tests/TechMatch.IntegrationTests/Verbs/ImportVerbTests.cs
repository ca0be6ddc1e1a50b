using System.Text.Json;
using MiniExcelLibs;
using Shouldly;

namespace TechMatch.IntegrationTests.Verbs;

public sealed class ImportVerbTests : IDisposable
{
    private const string Good = """{"id":"a1","lang":"en","title":"Anti-icing coating for blades","text":"A coating on which ice adheres with 28 kPa only.","trl":7}""";
    private const string Untitled = """{"id":"a2","lang":"zh","text":"石墨烯电热层用于风机叶片防冰。面电阻均匀。"}""";
    private const string Bad = """{"id":"a3","title":"Too ready","text":"x","trl":12}""";

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("techmatch-import-").FullName;

    [Fact]
    public async Task Good_rows_go_in_bad_ones_are_reported_and_a_second_run_adds_nothing()
    {
        await Write("rows.jsonl", Good, Untitled, Bad, "not json");

        var first = await Import("listings", "rows.jsonl", "--publish");
        var report = await File.ReadAllLinesAsync(Path.Combine(folder, "rows.jsonl.errors.csv"));
        var second = await Import("listings", "rows.jsonl", "--publish");
        var check = await Run.Of(folder, "check");

        first.Code.ShouldBe(1, first.Output + first.Error);
        Counts(first).ShouldBe([2, 0, 2]);
        report[0].ShouldBe("row,field,reason,kind");
        report.ShouldContain(line => line.StartsWith("2,title,", StringComparison.Ordinal) && line.EndsWith(",warning", StringComparison.Ordinal));
        report.ShouldContain(line => line.StartsWith("3,trl,", StringComparison.Ordinal) && line.EndsWith(",error", StringComparison.Ordinal));
        report.ShouldContain(line => line.StartsWith("4,,", StringComparison.Ordinal) && line.EndsWith(",error", StringComparison.Ordinal));
        Counts(second).ShouldBe([0, 2, 2]);
        check.Code.ShouldBe(0, check.Output + check.Error);
        check.Output.ShouldContain("2 listings");
    }

    [Fact]
    public async Task A_dry_run_counts_and_saves_nothing()
    {
        await Write("rows.jsonl", Good, Untitled);

        var dry = await Import("listings", "rows.jsonl", "--dry-run");
        var real = await Import("listings", "rows.jsonl");

        dry.Code.ShouldBe(0, dry.Output + dry.Error);
        Counts(dry).ShouldBe([2, 0, 0]);
        Counts(real).ShouldBe([2, 0, 0]);
    }

    [Fact]
    public async Task A_table_of_commas_and_a_workbook_are_read_like_lines_of_JSON()
    {
        await Write("rows.csv", "id,titleEn,problemEn,budgetMax,deadline", "n1,\"Coating, wanted\",\"Ice on blades, every winter\",30万,2027-06-30", "n2,Second,Another problem,abc,2027-06-30");
        MiniExcel.SaveAs(Path.Combine(folder, "rows.xlsx"), new[] { new { id = "n3", titleEn = "Third", problemEn = "A third problem", budgetMax = 500000.0, deadline = new DateTime(2027, 6, 30) } });

        var csv = await Import("demands", "rows.csv", "--as", "Blade Works", "--publish");
        var workbook = await Import("demands", "rows.xlsx", "--as", "Blade Works", "--publish");

        Counts(csv).ShouldBe([1, 0, 1]);
        csv.Output.ShouldContain("budgetMax");
        workbook.Code.ShouldBe(0, workbook.Output + workbook.Error);
        Counts(workbook).ShouldBe([1, 0, 0]);
    }

    [Theory]
    [InlineData("no-such.jsonl", "There is no file")]
    [InlineData("rows.pdf", "cannot be imported")]
    public async Task A_file_that_cannot_be_read_makes_no_organisation(string file, string message)
    {
        await Write("rows.pdf", "x");

        var run = await Import("listings", file);

        run.Code.ShouldBe(1, run.Output + run.Error);
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain(message);
        File.Exists(Path.Combine(folder, "data", "techmatch.db")).ShouldBeFalse("the database was touched");
    }

    [Fact]
    public async Task Evaluate_prints_one_JSON_object_with_the_figures_and_writes_a_run()
    {
        await Write("set/results.jsonl", """{"id":"r1","text":"graphene coating against ice"}""", """{"id":"r2","text":"soil bacteria against root rot"}""");
        await Write("set/demands.jsonl", """{"id":"d1","text":"ice on the coating of blades"}""");
        await Write("set/qrels.tsv", "d1\tr1\t1");

        var run = await Run.Of(folder, "evaluate", "set", "--json", "--run", "run.txt");

        run.Code.ShouldBe(0, run.Output + run.Error);
        var figures = JsonSerializer.Deserialize<JsonElement>(run.Output);
        figures.EnumerateObject().Select(figure => figure.Name).ShouldBe(["set", "demands", "ndcg10", "recall100", "mrr10", "demandsPerSecond", "p50Ms", "p95Ms", "indexDocsPerSecond", "indexBytesPerDoc"]);
        figures.GetProperty("ndcg10").GetDouble().ShouldBe(1);
        (await File.ReadAllTextAsync(Path.Combine(folder, "run.txt"))).ShouldStartWith("d1 Q0 r1 1 ");
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    private Task<Run> Import(string what, string file, params string[] options) => Run.Of(folder, ["import", what, file, .. options]);

    private async Task Write(string name, params string[] lines)
    {
        var path = Path.Combine(folder, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllLinesAsync(path, lines);
    }

    // The first three cells of the table: added, known already, rejected.
    private static int[] Counts(Run run)
    {
        var row = run.Output.Split('\n').First(line => line.StartsWith('│') && line.Any(char.IsDigit));
        return [.. row.Split('│', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(3).Select(cell => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))];
    }
}
