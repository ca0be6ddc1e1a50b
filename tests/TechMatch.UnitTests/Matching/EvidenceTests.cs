using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Shouldly;
using TechMatch.MatchEngine;
using TechMatch.Matching.Domain;

namespace TechMatch.UnitTests.Matching;

public class EvidenceTests
{
    [Fact]
    public void Overlapping_pairs_of_characters_read_as_one_phrase_whose_shares_add_up()
    {
        MatchField[] asking = [new(FieldRole.Body, "钠离子电池正极，钠离子")];
        MatchContribution[] contributions =
        [
            Met("钠离", FeatureKind.Bigram, 4, (0, 0, 2), (0, 8, 2)), Met("离子", FeatureKind.Bigram, 2, (0, 1, 2), (0, 9, 2)),
            Met("子电", FeatureKind.Bigram, 1, (0, 2, 2)), Met("钠", FeatureKind.Character, 1, (0, 0, 1), (0, 8, 1)), Met("极", FeatureKind.Character, 0.5, (0, 6, 1)),
        ];

        var phrases = Evidence.Phrases(contributions, asking);

        phrases.ShouldBe([new("钠离子电", 4.5), new("钠离子", 3.5), new("极", 0.5)]);
        phrases.Sum(phrase => phrase.Amount).ShouldBe(contributions.Sum(contribution => contribution.Amount));
    }

    [Fact]
    public void The_same_phrase_in_other_letters_is_counted_once_as_first_written()
    {
        MatchField[] asking = [new(FieldRole.Title, "Cathode"), new(FieldRole.Body, "a cathode")];

        Evidence.Phrases([Met("Cathode", FeatureKind.Word, 3, (0, 0, 7), (1, 2, 7))], asking).ShouldBe([new("Cathode", 3)]);
    }

    [Fact]
    public void Weak_words_and_single_characters_are_not_marked()
    {
        MatchContribution[] contributions = [Met("rare", FeatureKind.Word, 10, (0, 0, 4)), Met("the", FeatureKind.Word, 0.4, (0, 5, 3)), Met("钠", FeatureKind.Character, 9, (0, 9, 1))];

        Evidence.MarksInNeed(contributions, 0).ShouldBe([new(0, 4)]);
        Evidence.MarksInNeed(contributions, 1).ShouldBeEmpty();
        Evidence.MarksInDocument(contributions, 0).ShouldBe([new(0, 4)]);
    }

    [Fact]
    public void Marks_that_overlap_touch_or_lie_within_become_one() =>
        Evidence.Union([new Stretch(8, 2), new Stretch(0, 4)], [new Stretch(2, 4), new Stretch(6, 1), new Stretch(3, 1)]).ShouldBe([new(0, 7), new(8, 2)]);

    [Theory]
    [InlineData("a <b> & c", "0:1", "<mark>a</mark> &lt;b&gt; &amp; c")]
    [InlineData("<script>", "0:8", "<mark>&lt;script&gt;</mark>")]
    [InlineData("abcdef", "1:3 2:3", "a<mark>bcd</mark><mark>e</mark>f")]
    [InlineData("abc", "2:1 0:1", "<mark>a</mark>b<mark>c</mark>")]
    [InlineData("abc", "1:99 -4:2 7:1", "a<mark>bc</mark>")]
    [InlineData("abc", "", "abc")]
    [InlineData("", "0:2", "")]
    public void A_marked_text_is_encoded_everywhere(string text, string marks, string html) => Html(text, marks).ShouldBe(html);

    [Fact]
    public void A_part_of_a_text_keeps_the_marks_within_it() => Html("one two three", "0:5 8:5", new Stretch(4, 6)).ShouldBe("<mark>t</mark>wo <mark>th</mark>");

    private static string Html(string text, string marks, Stretch? part = null)
    {
        var stretches = marks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(mark => mark.Split(':')).Select(mark => new Stretch(int.Parse(mark[0], CultureInfo.InvariantCulture), int.Parse(mark[1], CultureInfo.InvariantCulture)));
        using var writer = new StringWriter();
        Highlight.Html(text, stretches, HtmlEncoder.Default, part).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static MatchContribution Met(string term, FeatureKind kind, double amount, params (int Field, int Start, int Length)[] spans)
    {
        TextSpan[] places = [.. spans.Select(span => new TextSpan(span.Field, FieldRole.Body, span.Start, span.Length))];
        return new(term, kind, amount, amount, places, places);
    }
}
