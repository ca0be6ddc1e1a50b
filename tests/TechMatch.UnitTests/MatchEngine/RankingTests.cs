using CsCheck;
using Shouldly;
using TechMatch.MatchEngine;
using Xunit;

namespace TechMatch.UnitTests.MatchEngine;

public class RankingTests
{
    private static readonly Gen<MatchQuery> Queries = Gen.Select(Corpus.Text(0, 3), Corpus.Text(1, 40)).Select((title, body) =>
        new MatchQuery([new MatchField(FieldRole.Title, title), new MatchField(FieldRole.Body, body)]));

    [Fact]
    public void A_ranking_equals_the_formula_written_out() => Gen.Select(Corpus.Document(40).Array[0, 60], Queries).Sample(
        (documents, query) =>
        {
            var index = new MatchIndex();
            index.Upsert(documents);
            var survivors = documents.ToLookup(document => document.Id).Select(group => group.Last()).ToList();

            ShouldEqualTheFormula(index, query, survivors);
        },
        seed: Corpus.Seed,
        iter: 200,
        threads: 1);

    [Fact]
    public void A_ranking_after_many_single_updates_and_removals_equals_that_of_what_is_left() =>
        Gen.Select(Gen.Select(Corpus.Document(30), Gen.Bool).Array[0, 120], Queries).Sample(
            (steps, query) =>
            {
                var index = new MatchIndex();
                var left = new Dictionary<string, MatchDocument>();
                foreach (var (document, isRemoval) in steps)
                {
                    if (isRemoval)
                    {
                        index.Remove(document.Id).ShouldBe(left.Remove(document.Id));
                    }
                    else
                    {
                        index.Upsert(document);
                        left[document.Id] = document;
                    }
                }

                index.Count.ShouldBe(left.Count);
                ShouldEqualTheFormula(index, query, left.Values);
            },
            seed: Corpus.Seed,
            iter: 100,
            threads: 1);

    [Fact]
    public void The_top_of_a_ranking_is_its_beginning() => Gen.Select(Corpus.Document(60).Array[1, 60], Queries, Gen.Int[1, 10]).Sample(
        (documents, query, top) =>
        {
            var index = new MatchIndex();
            index.Upsert(documents);

            index.Rank(query, top).ShouldBe(index.Rank(query, 1000).Take(top));
        },
        seed: Corpus.Seed,
        iter: 100,
        threads: 1);

    [Fact]
    public void The_order_in_which_documents_come_does_not_matter() => Gen.Select(Corpus.Document(1000).Array[1, 30], Queries).Sample(
        (documents, query) =>
        {
            documents = [.. documents.DistinctBy(document => document.Id)];
            var (forward, backward) = (new MatchIndex(), new MatchIndex());
            forward.Upsert(documents);
            foreach (var document in documents.Reverse())
            {
                backward.Upsert(document);
            }

            backward.Rank(query, 100).ShouldBe(forward.Rank(query, 100));
        },
        seed: Corpus.Seed,
        iter: 100,
        threads: 1);

    [Fact]
    public void Of_documents_of_one_length_without_repetition_the_one_equal_to_the_need_ranks_first() =>
        Gen.Shuffle(Enumerable.Range(1, 30).ToArray()).Select(numbers => string.Join(' ', numbers.Take(12).Select(number => $"w{number}x"))).Array[2, 30].Sample(
            texts =>
            {
                var index = new MatchIndex();
                index.Upsert([.. texts.Distinct().Select((text, i) => Corpus.Body($"d{i}", text))]);

                index.Rank(MatchQuery.FromText(texts[0]), 1).Single().Id.ShouldBe("d0");
            },
            seed: Corpus.Seed,
            iter: 100,
            threads: 1);

    [Fact]
    public void A_document_that_shares_nothing_is_not_found_and_drives_nothing_out() => Gen.Select(Corpus.Document(40).Array[1, 40], Queries).Sample(
        (documents, query) =>
        {
            var index = new MatchIndex();
            index.Upsert(documents);
            var before = index.Rank(query, 1000).Select(hit => hit.Id).Order().ToList();

            index.Upsert(Corpus.Body("unrelated", "nothing whatever shared here"));

            index.Rank(query, 1000).Select(hit => hit.Id).Order().ShouldBe(before);
        },
        seed: Corpus.Seed,
        iter: 100,
        threads: 1);

    [Fact]
    public void Equal_scores_are_ordered_by_id()
    {
        var index = new MatchIndex();
        foreach (var id in new[] { "b", "a10", "c", "a9", "B" })
        {
            index.Upsert(Corpus.Body(id, "turbine blade"));
        }

        index.Rank(MatchQuery.FromText("turbine blade"), 3).Select(hit => hit.Id).ShouldBe(["B", "a10", "a9"]);
    }

    [Fact]
    public void Upsert_replaces_the_document_of_that_id()
    {
        var index = new MatchIndex();
        index.Upsert([Corpus.Body("d", "turbine"), Corpus.Body("other", "turbine pump")]);

        index.Upsert(Corpus.Body("d", "laser"));

        index.Count.ShouldBe(2);
        index.Rank(MatchQuery.FromText("turbine"), 10).Select(hit => hit.Id).ShouldBe(["other"]);
        index.Rank(MatchQuery.FromText("laser"), 10).Select(hit => hit.Id).ShouldBe(["d"]);
    }

    [Fact]
    public void The_last_of_several_documents_with_one_id_counts()
    {
        var index = new MatchIndex();

        index.Upsert([Corpus.Body("d", "turbine"), Corpus.Body("d", "laser")]);

        index.Count.ShouldBe(1);
        index.Rank(MatchQuery.FromText("turbine laser"), 10).Count.ShouldBe(1);
        index.Rank(MatchQuery.FromText("turbine"), 10).ShouldBeEmpty();
    }

    [Fact]
    public void A_removed_document_is_not_found_and_can_come_back()
    {
        var index = new MatchIndex();
        index.Upsert([Corpus.Body("d", "turbine"), Corpus.Body("e", "turbine")]);

        index.Remove("d").ShouldBeTrue();
        index.Remove("d").ShouldBeFalse();
        index.Count.ShouldBe(1);
        index.Rank(MatchQuery.FromText("turbine"), 10).Select(hit => hit.Id).ShouldBe(["e"]);
        index.Explain(MatchQuery.FromText("turbine"), "d").ShouldBeNull();

        index.Upsert(Corpus.Body("d", "turbine"));
        index.Rank(MatchQuery.FromText("turbine"), 10).Select(hit => hit.Id).ShouldBe(["d", "e"]);
    }

    [Fact]
    public void An_update_of_more_documents_than_one_segment_takes_is_found_whole()
    {
        var index = new MatchIndex();
        index.Upsert([.. Enumerable.Range(0, 20_000).Select(i => Corpus.Body($"d{i}", i % 1000 == 7 ? "turbine" : "pump"))]);

        index.Count.ShouldBe(20_000);
        index.Rank(MatchQuery.FromText("turbine"), 100).Count.ShouldBe(20);
    }

    [Fact]
    public void An_empty_index_and_an_empty_need_find_nothing()
    {
        var index = new MatchIndex();
        index.Rank(MatchQuery.FromText("turbine"), 10).ShouldBeEmpty();
        index.Upsert([Corpus.Body("d", "turbine"), new MatchDocument("empty", []), Corpus.Body("blank", " . ")]);

        index.Count.ShouldBe(3);
        index.Rank(MatchQuery.FromText(" the "), 10).ShouldBeEmpty();
        index.Rank(new MatchQuery([]), 10).ShouldBeEmpty();
        index.Rank(MatchQuery.FromText("turbine"), 10).Select(hit => hit.Id).ShouldBe(["d"]);
    }

    [Fact]
    public void A_need_of_a_hundred_thousand_words_keeps_its_scores_in_range()
    {
        var index = new MatchIndex();
        index.Upsert([Corpus.Body("once", "turbine pump"), Corpus.Body("twice", "turbine turbine"), Corpus.Body("none", "laser beam")]);

        var hits = index.Rank(MatchQuery.FromText(string.Concat(Enumerable.Repeat("turbine ", 100_000))), 10);

        hits.Select(hit => hit.Id).ShouldBe(["twice", "once"]);
        hits[1].Score.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void Bad_documents_are_refused_and_nothing_of_their_update_is_added()
    {
        var index = new MatchIndex();

        Should.Throw<ArgumentException>(() => index.Upsert([Corpus.Body("good", "turbine"), Corpus.Body("", "turbine")]));
        Should.Throw<ArgumentException>(() => index.Upsert([Corpus.Body("good", "turbine"), Corpus.Body("tier", "turbine", -1)]));
        Should.Throw<ArgumentException>(() => index.Upsert([Corpus.Body("good", "turbine"), Corpus.Body("text", null!)]));

        index.Count.ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => index.Rank(MatchQuery.FromText("turbine"), 0));
    }

    private static void ShouldEqualTheFormula(MatchIndex index, MatchQuery query, IEnumerable<MatchDocument> documents)
    {
        var expected = Corpus.Score(query, documents, MatchSettings.Default);
        var hits = index.Rank(query, 1000);
        hits.Select(hit => hit.Id).Order().ShouldBe(expected.Keys.Order());
        hits.ShouldBe(hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id, StringComparer.Ordinal));
        foreach (var hit in hits)
        {
            hit.Score.ShouldBe(expected[hit.Id], 1e-3 + (1e-5 * expected[hit.Id]));
        }
    }
}
