using CsCheck;
using Shouldly;
using TechMatch.Directory.Domain;

namespace TechMatch.UnitTests.Directory;

public class CreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    // Made by another program from the standard's formula; their check digits span the alphabet.
    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("12290720P1ND83RRC0")]
    [InlineData("121454755FFN518Y0Y")]
    [InlineData("52447460AY9FX94F0X")]
    [InlineData("912915063AJXKH4AL1")]
    [InlineData("91110108MA01ABCD1E")]
    [InlineData("12100000400000000W")]
    public void A_code_with_its_check_digit_is_right(string code) => CreditCode.IsValid(code).ShouldBeTrue();

    [Theory]
    [InlineData("91350100M000100Y44", "wrong check digit")]
    [InlineData("91350100M000100Y4", "too short")]
    [InlineData("91350100M000100Y433", "too long")]
    [InlineData("91350100M0O0100Y43", "a letter outside the alphabet")]
    [InlineData("9135A100M000100Y43", "a letter in the registering place")]
    [InlineData("91350100m000100y43", "not cleaned")]
    [InlineData("", "empty")]
    public void Anything_else_is_wrong(string code, string why) => CreditCode.IsValid(code).ShouldBeFalse(why);

    [Fact]
    public void One_mistyped_character_never_goes_unseen() =>
        (from body in Gen.Char[Alphabet].Array[17]
         from place in Gen.Int[0, 16]
         from other in Gen.Char[Alphabet]
         select (Body: new string(body), place, other))
        .Where(sample => sample.Body[sample.place] != sample.other)
        .Sample(sample =>
        {
            var mistyped = sample.Body.Remove(sample.place, 1).Insert(sample.place, sample.other.ToString());
            return CreditCode.CheckDigit(mistyped) != CreditCode.CheckDigit(sample.Body);
        });

    [Fact]
    public void Two_neighbours_exchanged_never_go_unseen() =>
        (from body in Gen.Char[Alphabet].Array[17]
         from place in Gen.Int[0, 15]
         select (Body: new string(body), place))
        .Where(sample => sample.Body[sample.place] != sample.Body[sample.place + 1])
        .Sample(sample =>
        {
            var exchanged = sample.Body.ToCharArray();
            (exchanged[sample.place], exchanged[sample.place + 1]) = (exchanged[sample.place + 1], exchanged[sample.place]);
            return CreditCode.CheckDigit(new string(exchanged)) != CreditCode.CheckDigit(sample.Body);
        });

    [Theory]
    [InlineData(" 9135 0100 m000 100y 43 ", "91350100M000100Y43")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void Blanks_and_small_letters_are_mended(string? typed, string? clean) => CreditCode.Clean(typed).ShouldBe(clean);
}
