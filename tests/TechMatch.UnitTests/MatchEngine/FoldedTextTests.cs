using System.Text;
using CsCheck;
using Shouldly;
using TechMatch.MatchEngine.Text;
using Xunit;

namespace TechMatch.UnitTests.MatchEngine;

public class FoldedTextTests
{
    private const string Seed = "0N0XIzNsQ0O2";

    /// <summary>Pieces that normalisation joins, splits, reorders or leaves alone.</summary>
    private static readonly string[] Pieces =
    [
        "a", "Z", "9", " ", ".", "é", "e\u0301", "\u0301", "\u0323", "\u0327", "ﬁ", "㎞", "½", "²", "①", "℃", "Å", "µ", "ＡＢ", "１２", "％", "中", "文", "\uF900",
        "ｶﾞ", "ﾊﾟ", "ガ", "\u1100", "\u1161", "\u11A8", "가", "각", "ㄱ", "ㅏ", "ﾡ", "ￂ", "\U00020000", "\U0001D400", "\U00011099\U000110BA", "ﷺ", "…", "―", "İ", "ß",
        "\u0F73", "\u0344", "ｰ", "　", "\u09C7\u09BE", "\u0DD9\u0DCF",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Array[0, 24].Select(picks => string.Concat(picks.Select(pick => Pieces[pick])));

    [Fact]
    public void Folding_piece_by_piece_equals_normalising_the_whole_text() => Texts.Sample(
        text =>
        {
            var folded = new FoldedText();
            folded.Fold(text);
            folded.Characters.ToString().ShouldBe(string.Concat(text.Normalize(NormalizationForm.FormKC).Select(char.ToLowerInvariant)));
        },
        seed: Seed,
        iter: 3000,
        threads: 1);

    [Fact]
    public void Every_folded_character_comes_from_the_piece_of_the_original_that_folds_to_it() => Texts.Sample(
        text =>
        {
            var folded = new FoldedText();
            folded.Fold(text);
            for (var i = 0; i < folded.Length; i++)
            {
                var (start, end) = (folded.OriginalStart(i), folded.OriginalEnd(i));
                text[start..end].Normalize(NormalizationForm.FormKC).Select(char.ToLowerInvariant).ShouldContain(folded.Characters[i]);
                (i == 0 || (folded.OriginalStart(i - 1) <= start && folded.OriginalEnd(i - 1) <= end)).ShouldBeTrue();
            }
        },
        seed: Seed,
        iter: 1000,
        threads: 1);

    [Theory]
    [InlineData("xﬁlm", "xfilm", 2, 1, 2)]
    [InlineData("5㎞ away", "5km away", 2, 1, 2)]
    [InlineData("ＡZ", "az", 0, 0, 1)]
    [InlineData("cafe\u0301s", "cafés", 3, 3, 5)]
    [InlineData("ｶﾞス", "ガス", 0, 0, 2)]
    public void A_folded_character_knows_its_place_in_the_original(string text, string expected, int index, int start, int end)
    {
        var folded = new FoldedText();

        folded.Fold(text);

        folded.Characters.ToString().ShouldBe(expected);
        (folded.OriginalStart(index), folded.OriginalEnd(index)).ShouldBe((start, end));
    }

    [Theory]
    [InlineData(0xD800)]
    [InlineData(0xDC00)]
    [InlineData(0xFFFE)]
    public void What_is_no_character_becomes_a_blank(int unit)
    {
        // Attributes are stored in UTF-8, which cannot hold half a surrogate pair.
        var folded = new FoldedText();

        folded.Fold($"a{(char)unit}\u0301\u0301x{(char)unit}");

        folded.Characters.ToString().ShouldBe("a \u0301\u0301x ");
        (folded.OriginalStart(4), folded.OriginalEnd(4)).ShouldBe((4, 5));
    }

    [Fact]
    public void A_text_longer_than_the_buffers_is_folded_whole()
    {
        var folded = new FoldedText();
        var text = string.Concat(Enumerable.Repeat("ﷺ", 3000)) + "END";

        folded.Fold(text);

        folded.Length.ShouldBe((3000 * 18) + 3);
        folded.OriginalStart(folded.Length - 1).ShouldBe(3002);
    }
}
