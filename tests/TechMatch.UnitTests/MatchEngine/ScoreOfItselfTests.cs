using Shouldly;
using TechMatch.MatchEngine;

namespace TechMatch.UnitTests.MatchEngine;

public class ScoreOfItselfTests
{
    private const string Need = "Sodium-ion cathode with low cost. 钠离子电池正极";

    [Fact]
    public void A_document_of_the_same_words_scores_about_as_much_as_the_need_against_itself()
    {
        var index = Filled();
        index.Upsert(new MatchDocument("same", [new MatchField(FieldRole.Body, Need)]));

        var hit = index.Rank(MatchQuery.FromText(Need), 1)[0];

        hit.Id.ShouldBe("same");
        (hit.Score / index.ScoreOfItself(MatchQuery.FromText(Need))).ShouldBe(1, 0.01);
    }

    [Fact]
    public void Words_that_no_document_uses_make_a_full_match_larger()
    {
        var index = Filled();

        index.ScoreOfItself(MatchQuery.FromText(Need + " perovskite")).ShouldBeGreaterThan(index.ScoreOfItself(MatchQuery.FromText(Need)));
    }

    [Fact]
    public void An_empty_need_and_an_empty_index_are_no_trouble()
    {
        Filled().ScoreOfItself(new MatchQuery([])).ShouldBe(0);
        new MatchIndex().ScoreOfItself(MatchQuery.FromText(Need)).ShouldBeGreaterThan(0);
    }

    private static MatchIndex Filled()
    {
        var index = new MatchIndex();
        index.Upsert([.. Enumerable.Range(0, 30).Select(number => new MatchDocument($"d{number}", [new MatchField(FieldRole.Body, $"Another text about matter number {number}, with cost. 其他文本")]))]);
        return index;
    }
}
