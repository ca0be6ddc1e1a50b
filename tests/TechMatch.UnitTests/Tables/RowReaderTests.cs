using System.Globalization;
using System.Resources;
using Shouldly;
using TechMatch.Shared.Tables;
using TechMatch.Shared.Web;

namespace TechMatch.UnitTests.Tables;

public class RowReaderTests
{
    private static readonly Texts Texts = new([new ResourceManager("TechMatch.Shared.Texts", typeof(RowReader).Assembly)]);

    public RowReaderTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    [Theory]
    [InlineData("1800000", "1800000")]
    [InlineData("1,800,000", "1800000")]
    [InlineData("１８０万", "1800000")]
    [InlineData("180万", "1800000")]
    [InlineData("180 万元", "1800000")]
    [InlineData("￥12.5万", "125000")]
    [InlineData("1.2亿", "120000000")]
    [InlineData("0", "0")]
    [InlineData("99.99", "99.99")]
    public void Amounts_are_read_as_people_write_them(string text, string amount)
    {
        var row = Row(("price", text));
        row.Amount("price").ShouldBe(decimal.Parse(amount, CultureInfo.InvariantCulture));
        row.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("面议")]
    [InlineData("Negotiable")]
    [InlineData("")]
    [InlineData("  ")]
    public void An_open_price_is_no_amount_and_no_error(string text)
    {
        var row = Row(("price", text));
        row.Amount("price").ShouldBeNull();
        row.IsBroken.ShouldBeFalse();
    }

    [Theory]
    [InlineData("about 5", "“about 5” is not a number.")]
    [InlineData("1e5", "“1e5” is not a number.")]
    [InlineData("-3", "An amount cannot be negative.")]
    [InlineData("-3万", "An amount cannot be negative.")]
    [InlineData("99999999亿", "The amount is too large.")]
    [InlineData("79228162514264337593543950335万", "The amount is too large.")]
    [InlineData("万", "“万” is not a number.")]
    public void What_is_no_amount_is_refused_with_its_column(string text, string message)
    {
        var row = Row(("price", text));
        row.Amount("price").ShouldBeNull();
        row.Notes.ShouldBe([new("price", message, IsWarning: false)]);
    }

    [Theory]
    [InlineData("2027-03-31")]
    [InlineData("2027-3-31")]
    [InlineData("2027/03/31")]
    [InlineData("2027.3.31")]
    [InlineData("20270331")]
    [InlineData("2027年3月31日")]
    [InlineData("2027-03-31T00:00:00")]
    public void Days_are_read_in_the_usual_forms(string text) => Row(("deadline", text)).Day("deadline").ShouldBe(new DateOnly(2027, 3, 31));

    [Theory]
    [InlineData("2027-02-30")]
    [InlineData("31.03.2027")]
    [InlineData("soon")]
    public void What_is_no_day_is_refused(string text)
    {
        var row = Row(("deadline", text));
        row.Day("deadline").ShouldBeNull();
        row.Notes.Single().Column.ShouldBe("deadline");
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("９", 9)]
    [InlineData("0", null)]
    [InlineData("10", null)]
    [InlineData("4.5", null)]
    [InlineData("four", null)]
    public void A_whole_number_must_lie_within_its_bounds(string text, int? number)
    {
        var row = Row(("trl", text));
        row.Whole("trl", 1, 9).ShouldBe(number);
        row.IsBroken.ShouldBe(number is null);
    }

    [Fact]
    public void Lists_are_separated_by_commas_and_semicolons_of_both_scripts() =>
        Row(("keywords", "石墨烯，防冰、风电; blade icing；wind,,石墨烯 ")).List("keywords", 15, 60).ShouldBe(["石墨烯", "防冰", "风电", "blade icing", "wind"]);

    [Fact]
    public void An_unknown_code_is_left_out_with_a_warning()
    {
        var row = Row(("cooperation", "exclusive,barter"));
        row.Codes("cooperation", code => code == "exclusive" ? code : null).ShouldBe(["exclusive"]);
        row.Notes.ShouldBe([new("cooperation", "“barter” is not known and was left out.", IsWarning: true)]);
        row.IsBroken.ShouldBeFalse();
    }

    [Theory]
    [InlineData("石墨烯防冰", null, "石墨烯防冰", null)]
    [InlineData("Graphene", null, null, "Graphene")]
    [InlineData("石墨烯 in English", "en", null, "石墨烯 in English")]
    [InlineData("Graphene", "zh", "Graphene", null)]
    [InlineData("Graphen", "de", null, "Graphen")]
    public void A_text_goes_to_its_language(string text, string? language, string? zh, string? en)
    {
        var row = language is null ? Row(("title", text)) : Row(("title", text), ("lang", language));
        var read = row.Localized("title", "title", 200);
        (read.Zh, read.En).ShouldBe((zh, en));
    }

    [Fact]
    public void A_text_beyond_its_limit_is_refused_in_the_users_language()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh");
        var row = Row(("titleZh", new string('字', 201)));
        row.Localized("title", 200);
        row.Notes.ShouldBe([new("titleZh", "不得超过200个字符，当前为201个。", IsWarning: false)]);
    }

    [Theory]
    [InlineData("是", true, false)]
    [InlineData("TRUE", true, false)]
    [InlineData("否", false, false)]
    [InlineData("", false, false)]
    [InlineData("perhaps", false, true)]
    public void Yes_and_no_are_read_in_both_languages(string text, bool flag, bool warns)
    {
        var row = Row(("anonymous", text));
        row.Flag("anonymous").ShouldBe(flag);
        row.Notes.Count.ShouldBe(warns ? 1 : 0);
    }

    [Theory]
    [InlineData("First one. Second one.", "First one")]
    [InlineData("第一句。第二句。", "第一句")]
    [InlineData("Version 2.5 is out. More", "Version 2.5 is out")]
    [InlineData("No end", "No end")]
    [InlineData("A word that is far too long for it", "A word that is…")]
    public void The_first_sentence_is_found_and_cut_at_a_word(string text, string sentence) => RowReader.FirstSentence(text, 18).ShouldBe(sentence);

    [Fact]
    public void A_cut_never_halves_a_character() => RowReader.FirstSentence(new string('字', 8) + "𠮷𠮷𠮷", 10).ShouldBe(new string('字', 8) + "…");

    private static RowReader Row(params (string Column, string Value)[] values) => new(values.ToDictionary(pair => pair.Column, pair => pair.Value), Texts);
}
