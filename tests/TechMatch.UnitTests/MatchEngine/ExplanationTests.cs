using System.Globalization;
using CsCheck;
using Shouldly;
using TechMatch.MatchEngine;
using Xunit;

namespace TechMatch.UnitTests.MatchEngine;

public class ExplanationTests
{
    private const string Need = "Coating for turbine blades. It must withstand 1,400 °C in salty air, per MIL-STD-810.";
    private const string Title = "Ceramic coating";
    private const string Body = "We make pumps. Our ceramic protects turbine blades at 1,400 ℃ and passed ＭＩＬ-STD-810.";

    private static readonly MatchDocument Document = new("d", [new MatchField(FieldRole.Title, Title), new MatchField(FieldRole.Body, Body)]);

    private static readonly Gen<MatchQuery> Queries = Gen.Select(Corpus.Text(1, 40), Gen.Int[0, 3]).Select((text, tier) => new MatchQuery([new MatchField(FieldRole.Body, text)], tier));

    [Fact]
    public void Contributions_add_up_to_the_score_of_the_ranking_exactly() => Gen.Select(Corpus.Document(40, highestTier: 3).Array[1, 40], Queries).Sample(
        (documents, query) =>
        {
            var index = new MatchIndex();
            foreach (var document in documents)
            {
                index.Upsert(document);
            }

            foreach (var hit in index.Rank(query, 1000))
            {
                var explanation = index.Explain(query, hit.Id)!;
                explanation.Score.ShouldBe(hit.Score);
                explanation.Contributions.Reverse().Sum(contribution => contribution.Amount).ShouldBe(hit.Score);
                explanation.Contributions.ShouldAllBe(contribution => contribution.Amount > 0 && contribution.Weight > 0);
                explanation.Contributions.Select(contribution => contribution.Amount).ShouldBeInOrder(SortDirection.Descending);
            }
        },
        seed: Corpus.Seed,
        iter: 100,
        threads: 1);

    [Fact]
    public void Every_met_word_and_pair_is_shown_with_its_places_in_both_original_texts()
    {
        var explanation = Explain(Need, Document);

        var met = explanation.Contributions.ToDictionary(
            contribution => (contribution.Kind, contribution.Term),
            contribution => string.Join('|', contribution.DocumentSpans.Select(span => Document.Fields[span.Field].Text.Substring(span.Start, span.Length))));
        met[(FeatureKind.Word, "Coating")].ShouldBe("coating");
        met[(FeatureKind.Word, "blades")].ShouldBe("blades");
        met[(FeatureKind.AdjacentPair, "turbine blades")].ShouldBe("turbine blades");
        met[(FeatureKind.Compound, "1,400 °C")].ShouldBe("1,400 ℃");
        met[(FeatureKind.Compound, "MIL-STD-810")].ShouldBe("ＭＩＬ-STD-810");
        met.Keys.ShouldNotContain(key => key.Term == "salty" || key.Term == "It");
    }

    [Fact]
    public void A_span_names_its_field_and_role()
    {
        var coating = Explain(Need, Document).Contributions.Single(contribution => contribution.Term == "Coating");

        coating.DocumentSpans.ShouldBe([new TextSpan(0, FieldRole.Title, 8, 7)]);
        coating.NeedSpans.ShouldBe([new TextSpan(0, FieldRole.Body, 0, 7)]);
    }

    [Fact]
    public void Chinese_contributions_point_at_their_characters()
    {
        var document = Corpus.Body("d", "一种高温合金的制备");

        var bigram = Explain("需要高温炉", document).Contributions.Single(contribution => contribution.Kind == FeatureKind.Bigram);

        (bigram.Term, bigram.DocumentSpans.Single()).ShouldBe(("高温", new TextSpan(0, FieldRole.Body, 2, 2)));
    }

    [Theory]
    [InlineData("We pay for results. {0} Call us.", "Founded in 1990. {0} Call for a quote.")]
    [InlineData("{0} We pay for results. Call us.", "Founded in 1990. It is cheap. Call for a quote. {0}")]
    [InlineData("We pay for results.\nWe are nice!\nCall us. {0}", "{0}")]
    public void The_sentences_with_most_in_common_are_named(string needAround, string textAround)
    {
        const string needed = "Blades must withstand 1.5 % salty air!";
        const string offered = "Our coating lets blades withstand salty air;";
        var need = string.Format(CultureInfo.InvariantCulture, needAround, needed);
        var text = string.Format(CultureInfo.InvariantCulture, textAround, offered);

        var pair = Explain(need, Corpus.Body("d", text)).BestSentences!.Value;

        need.Substring(pair.Need.Start, pair.Need.Length).ShouldBe(needed);
        text.Substring(pair.Document.Start, pair.Document.Length).ShouldBe(offered);
    }

    [Fact]
    public void A_document_with_nothing_in_common_has_an_empty_explanation()
    {
        var explanation = Explain("laser", Document);

        explanation.Score.ShouldBe(0);
        explanation.Contributions.ShouldBeEmpty();
        explanation.BestSentences.ShouldBeNull();
    }

    [Fact]
    public void An_unknown_document_has_no_explanation() => new MatchIndex().Explain(MatchQuery.FromText("laser"), "d").ShouldBeNull();

    [Fact]
    public void Taking_a_met_word_out_of_the_document_lowers_its_score() => Gen.Select(Corpus.Document(20).Array[2, 20], Corpus.Text(3, 30)).Sample(
        (documents, text) =>
        {
            var index = new MatchIndex();
            index.Upsert(documents);
            var query = MatchQuery.FromText(text);
            foreach (var hit in index.Rank(query, 3))
            {
                var document = documents.Last(other => other.Id == hit.Id);
                var word = index.Explain(query, hit.Id)!.Contributions.First(contribution => contribution.Kind == FeatureKind.Word);

                // The filler keeps the length, so that nothing but the word changes.
                index.Upsert(Blank(document, word.DocumentSpans));

                var after = index.Explain(query, hit.Id)!;
                after.Score.ShouldBeLessThanOrEqualTo(hit.Score - word.Amount);
                after.Contributions.ShouldNotContain(contribution => contribution.Kind == FeatureKind.Word && contribution.Term == word.Term);
                index.Upsert(document);
            }
        },
        seed: Corpus.Seed,
        iter: 100,
        threads: 1);

    private static MatchExplanation Explain(string need, MatchDocument document)
    {
        var index = new MatchIndex();
        index.Upsert([document, Corpus.Body("other", "pumps in salty air")]);
        return index.Explain(MatchQuery.FromText(need), document.Id)!;
    }

    private static MatchDocument Blank(MatchDocument document, IReadOnlyList<TextSpan> spans)
    {
        var texts = document.Fields.Select(field => field.Text.ToCharArray()).ToArray();
        foreach (var span in spans)
        {
            texts[span.Field].AsSpan(span.Start, span.Length).Fill('q');
        }

        return document with { Fields = [.. document.Fields.Select((field, i) => field with { Text = new string(texts[i]) })] };
    }
}
