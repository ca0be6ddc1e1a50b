using CsCheck;
using Shouldly;
using TechMatch.MatchEngine;
using Xunit;

namespace TechMatch.UnitTests.MatchEngine;

public class TierTests
{
    private static readonly MatchDocument Tiered = new("d", [
        new MatchField(FieldRole.Title, "turbine"),
        new MatchField(FieldRole.Body, "blade coating with hafnium", 1),
        new MatchField(FieldRole.Body, "turbine sintered by microwave", 3)]);

    [Theory]
    [InlineData(0, "turbine", true)]
    [InlineData(0, "hafnium", false)]
    [InlineData(1, "hafnium", true)]
    [InlineData(1, "microwave", false)]
    [InlineData(2, "microwave", false)]
    [InlineData(3, "microwave", true)]
    [InlineData(9, "microwave", true)]
    [InlineData(-1, "turbine", false)]
    public void A_word_is_found_only_by_viewers_of_its_tier_and_above(int viewerTier, string word, bool found)
    {
        var index = new MatchIndex();
        index.Upsert([Tiered, Corpus.Body("other", "pump")]);

        index.Rank(new MatchQuery([new MatchField(FieldRole.Body, word)], viewerTier), 10).Count.ShouldBe(found ? 1 : 0);
    }

    [Fact]
    public void What_a_viewer_sees_is_as_if_higher_fields_did_not_exist() =>
        Gen.Select(Corpus.Document(30, highestTier: 3).Array[1, 40], Corpus.Text(1, 30), Gen.Int[0, 4]).Sample(
            (documents, text, viewerTier) =>
            {
                var (whole, visible) = (new MatchIndex(), new MatchIndex());
                foreach (var document in documents)
                {
                    whole.Upsert(document);
                    visible.Remove(document.Id);
                    if (document.Fields.Any(field => field.Tier <= viewerTier))
                    {
                        visible.Upsert(document with { Fields = [.. document.Fields.Where(field => field.Tier <= viewerTier)] });
                    }
                }

                var query = new MatchQuery([new MatchField(FieldRole.Body, text)], viewerTier);
                whole.Rank(query, 100).ShouldBe(visible.Rank(query, 100));
            },
            seed: Corpus.Seed,
            iter: 200,
            threads: 1);

    [Fact]
    public void Fields_of_the_need_above_the_viewers_tier_do_not_count()
    {
        var index = new MatchIndex();
        index.Upsert([Corpus.Body("open", "turbine"), Corpus.Body("secret", "hafnium")]);
        MatchField[] need = [new MatchField(FieldRole.Body, "turbine"), new MatchField(FieldRole.Body, "hafnium", 2)];

        index.Rank(new MatchQuery(need), 10).Select(hit => hit.Id).ShouldBe(["open"]);
        index.Rank(new MatchQuery(need, 2), 10).Select(hit => hit.Id).ShouldBe(["open", "secret"]);
        index.Explain(new MatchQuery(need), "secret")!.Contributions.ShouldBeEmpty();
    }

    [Fact]
    public void Words_of_a_higher_tier_appear_in_no_contribution_span_or_sentence()
    {
        var index = new MatchIndex();
        index.Upsert([Tiered, Corpus.Body("other", "pump")]);
        var need = new MatchField(FieldRole.Body, "Microwave sintered turbine. Blade coating with hafnium by microwave.");

        var explanation = index.Explain(new MatchQuery([need], 1), "d")!;

        var spans = explanation.Contributions.SelectMany(contribution => contribution.DocumentSpans).Append(explanation.BestSentences!.Value.Document).ToList();
        spans.ShouldContain(span => span.Field == 1);
        spans.ShouldAllBe(span => Tiered.Fields[span.Field].Tier <= 1);
        explanation.Contributions.ShouldNotContain(contribution => contribution.Term.Contains("icrowave", StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_of_which_a_viewer_sees_nothing_cannot_be_explained_to_him()
    {
        var index = new MatchIndex();
        index.Upsert(Corpus.Body("d", "turbine", 2));

        index.Explain(new MatchQuery([new MatchField(FieldRole.Body, "turbine")], 1), "d").ShouldBeNull();
        index.Explain(new MatchQuery([new MatchField(FieldRole.Body, "turbine")], 2), "d").ShouldNotBeNull();
    }

    [Fact]
    public void Replacing_and_removing_reach_every_tier()
    {
        var index = new MatchIndex();
        index.Upsert(Tiered);
        index.Upsert(Corpus.Body("d", "laser"));
        index.Rank(new MatchQuery([new MatchField(FieldRole.Body, "turbine hafnium microwave")], 9), 10).ShouldBeEmpty();

        index.Upsert(Tiered);
        index.Remove("d");
        index.Count.ShouldBe(0);
        index.Rank(new MatchQuery([new MatchField(FieldRole.Body, "turbine hafnium microwave")], 9), 10).ShouldBeEmpty();
    }
}
