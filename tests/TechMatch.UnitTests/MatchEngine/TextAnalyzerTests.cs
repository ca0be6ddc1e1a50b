using CsCheck;
using Shouldly;
using TechMatch.MatchEngine;
using TechMatch.MatchEngine.Text;
using Xunit;

namespace TechMatch.UnitTests.MatchEngine;

public class TextAnalyzerTests
{
    private static readonly string[] Pieces =
    [
        "Rotor", "blades", "the", "of", "AZ31B", "MIL", "STD", "10", "2.5", "1,000", "nm", "GHz", "℃", "ﬁlm", "½", "㎏", "ＬＥＤ", "é", "e\u0301", "中", "文", "的", "钢",
        "\U00020000", "ガ", "ｶﾞ", "가", " ", " ", " ", "-", "/", ".", ",", "'s", "’", "\n", "。", "\uD800", "㏂", "°", "μ",
    ];

    private static readonly Gen<string> Texts =
        Gen.Int[0, Pieces.Length - 1].Array[0, 30].Select(picks => string.Concat(picks.Select(pick => Pieces[pick])));

    [Fact]
    public void The_original_text_under_every_span_gives_that_same_feature() => Texts.Sample(
        text =>
        {
            foreach (var feature in Feature.Of(text))
            {
                Feature.Of(text[feature.Start..feature.End]).ShouldContain(alone => alone.Key == feature.Key && alone.Start == 0);
            }
        },
        seed: "0N0XIzNsQ0O2",
        iter: 3000,
        threads: 1);

    [Fact]
    public void A_plain_word_is_named_by_the_stem_of_its_folded_text() => Texts.Sample(
        text =>
        {
            foreach (var feature in Feature.Of(text).Where(feature => feature.Kind == FeatureKind.Word))
            {
                var folded = text[feature.Start..feature.End].Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant().ToCharArray();
                if (folded.All(char.IsAsciiLetterLower))
                {
                    feature.Key.ShouldBe(FeatureKey.Of(folded.AsSpan(0, EnglishStemmer.Stem(folded))));
                }
            }
        },
        seed: "0N0XIzNsQ0O2",
        iter: 1000,
        threads: 1);

    [Theory]
    [InlineData("Turbines", "turbine")]
    [InlineData("ＬＥＤ", "led")]
    [InlineData("ﬁlm", "films")]
    [InlineData("cafe\u0301", "CAFÉ")]
    [InlineData("10 nm", "10nm")]
    [InlineData("10-nm", "10nm")]
    [InlineData("10 ℃", "10 °C")]
    [InlineData("2.5 GHz", "2.5GHz")]
    [InlineData("1,000", "1000")]
    [InlineData("AZ-31B", "AZ31B")]
    [InlineData("MIL-STD-1553B", "MIL/STD/1553B")]
    [InlineData("co-design", "codesigns")]
    [InlineData("rotor's", "rotor")]
    [InlineData("CO₂", "co2")]
    [InlineData("5 µm", "5 μm")]
    [InlineData("ﾊﾝﾀﾞ", "ハンダ")]
    public void Two_ways_of_writing_the_same_meet(string one, string other) =>
        Feature.Of(one).Select(feature => feature.Key).Intersect(Feature.Of(other).Select(feature => feature.Key)).ShouldContain(Longest(one));

    [Theory]
    [InlineData("2.5 GHz", "25 GHz")]
    [InlineData("10 nm", "10 mm")]
    [InlineData("AZ31B", "AZ31C")]
    [InlineData("\U00010428", "\U00010429")]
    public void Different_quantities_part_numbers_and_rare_letters_do_not_meet(string one, string other) =>
        Feature.Of(other).ShouldNotContain(feature => feature.Key == Longest(one));

    [Fact]
    public void Chinese_gives_characters_and_overlapping_bigrams()
    {
        Feature.Texts("高温合金", FeatureKind.Character).ShouldBe(["高", "温", "合", "金"]);
        Feature.Texts("高温合金", FeatureKind.Bigram).ShouldBe(["高温", "温合", "合金"]);
    }

    [Fact]
    public void Bigrams_do_not_cross_punctuation_particles_or_words() =>
        Feature.Texts("高温,合金的强度LED照明", FeatureKind.Bigram).ShouldBe(["高温", "合金", "强度", "照明"]);

    [Fact]
    public void A_character_outside_the_basic_plane_stays_whole() =>
        Feature.Texts("\U00020000中", FeatureKind.Bigram).ShouldBe(["\U00020000中"]);

    [Fact]
    public void Pairs_skip_stop_words_and_end_with_the_sentence() =>
        Feature.Texts("fatigue of the blade. Rotor hub", FeatureKind.AdjacentPair).ShouldBe(["fatigue of the blade", "Rotor hub"]);

    [Fact]
    public void A_pair_has_an_order() => Feature.Of("heat pump").ShouldNotContain(
        feature => feature.Kind == FeatureKind.AdjacentPair && feature.Key == Feature.Of("pump heat").Single(other => other.Kind == FeatureKind.AdjacentPair).Key);

    [Fact]
    public void Stop_words_are_no_features() => Feature.Of("It is not of the").ShouldBeEmpty();

    [Fact]
    public void A_part_number_is_kept_whole_beside_its_parts()
    {
        Feature.Texts("bus MIL-STD-1553B", FeatureKind.Compound).ShouldBe(["MIL-STD-1553B"]);
        Feature.Texts("bus MIL-STD-1553B", FeatureKind.Word).ShouldBe(["bus", "MIL", "STD", "1553B"]);
    }

    [Fact]
    public void A_comma_belongs_to_a_number_only_before_a_group_of_three() =>
        Feature.Texts("1,000 or 10,20 or 3,0000 or 2.5.", FeatureKind.Word).ShouldBe(["1,000", "10", "20", "3", "0000", "2.5"]);

    [Fact]
    public void A_number_and_a_word_that_is_no_unit_are_no_compound() => Feature.Texts("10 rotors", FeatureKind.Compound).ShouldBeEmpty();

    [Fact]
    public void A_word_of_any_length_is_one_feature() => Feature.Of(new string('x', 5000)).Count.ShouldBe(1);

    /// <summary>The key of the feature that covers the whole text, but for a possessive.</summary>
    private static ulong Longest(string text) =>
        Feature.Of(text).Where(feature => feature.Kind != FeatureKind.AdjacentPair).MaxBy(feature => feature.End - feature.Start)!.Key;
}
