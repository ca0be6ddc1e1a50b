using Shouldly;
using TechMatch.MatchEngine;
using Xunit;

namespace TechMatch.UnitTests.MatchEngine;

public class ConcurrencyTests
{
    private const int Documents = 30;
    private const int Versions = 400;

    [Fact]
    public async Task Readers_see_each_update_whole_while_it_is_written()
    {
        var index = new MatchIndex();
        index.Upsert(Version(0));
        using var done = new CancellationTokenSource();
        var query = MatchQuery.FromText("turbine laser");

        // All documents of one version are alike: a reader who saw half an update would see two scores, or too few documents.
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var (reads, scores) = (0, new HashSet<double>());
            do
            {
                var hits = index.Rank(query, 1000);
                hits.Count.ShouldBe(Documents);
                hits.Select(hit => hit.Score).Distinct().Count().ShouldBe(1);
                hits.Select(hit => hit.Id).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
                index.Explain(query, "d3").ShouldNotBeNull().Score.ShouldBeGreaterThan(0);
                scores.Add(hits[0].Score);
                reads++;
            }
            while (!done.IsCancellationRequested);
            return (reads, scores.Count);
        })).ToList();

        for (var version = 1; version <= Versions; version++)
        {
            index.Upsert(Version(version));
            index.Upsert(Corpus.Body("noise", "pump"));
            index.Remove("noise");
        }

        await done.CancelAsync();
        var seen = await Task.WhenAll(readers);
        seen.ShouldAllBe(reader => reader.reads > 0);
        index.Count.ShouldBe(Documents);
    }

    [Fact]
    public async Task Writers_wait_for_each_other()
    {
        var index = new MatchIndex();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                index.Upsert(Corpus.Body($"{writer}-{i}", "turbine"));
                if (i % 2 == 0)
                {
                    index.Remove($"{writer}-{i}");
                }
            }
        })));

        index.Count.ShouldBe(400);
        index.Rank(MatchQuery.FromText("turbine"), 1000).Count.ShouldBe(400);
    }

    private static MatchDocument[] Version(int version) =>
    [
        .. Enumerable.Range(0, Documents).Select(i => Corpus.Body($"d{i}", string.Concat(Enumerable.Repeat("turbine ", 1 + (version % 5))) + "laser")),
    ];
}
