using System.Globalization;
using System.Resources;
using Shouldly;
using TechMatch.Demands.Domain;
using TechMatch.Demands.Features;
using TechMatch.Reference.Domain;
using TechMatch.Shared.Tables;
using TechMatch.Shared.Web;

namespace TechMatch.UnitTests.Demands;

public sealed class ImportedDemandTests : IDisposable
{
    private static readonly Texts Texts = new([new ResourceManager("TechMatch.Shared.Texts", typeof(RowReader).Assembly)]);
    private readonly ReferenceData codes = new(TimeProvider.System);

    public ImportedDemandTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    public void Dispose() => codes.Dispose();

    [Fact]
    public void A_full_row_is_read_whole()
    {
        var (read, reader) = Read(
            ("titleZh", "叶片防冰"), ("titleEn", "Ice-free blades"), ("problemZh", "叶片结冰。"), ("problemEn", "Blades ice up."), ("targetsEn", "Half the ice."), ("field", "05"), ("keywords", "防冰，风电；ice"),
            ("trlMin", "6"), ("cooperation", "ordinary,equity"), ("budgetMin", "50万"), ("budgetMax", "1.2亿"), ("currency", "CNY"), ("deadline", "2027年3月31日"), ("region", "江苏"), ("anonymous", "是"));
        reader.Notes.ShouldBeEmpty();
        var need = read.ShouldNotBeNull();
        (need.Title.Zh, need.Title.En, need.Problem.Zh, need.Problem.En, need.Targets.En).ShouldBe(("叶片防冰", "Ice-free blades", "叶片结冰。", "Blades ice up.", "Half the ice."));
        (need.Field, need.TrlMin, need.Region, need.IsAnonymous).ShouldBe(("05", 6, "32", true));
        (need.BudgetMin, need.BudgetMax, need.Currency, need.Deadline).ShouldBe((500_000m, 120_000_000m, "CNY", new DateOnly(2027, 3, 31)));
        need.Keywords.ShouldBe(["防冰", "风电", "ice"]);
        need.Cooperation.ShouldBe(["ordinary", "equity"]);
    }

    [Theory]
    [InlineData("防冰", "叶片结冰。", "zh", true)]
    [InlineData("Ice", "Blades ice up.", "en", false)]
    [InlineData("Ice", "Blades ice up.", "zh", true)]
    [InlineData("防冰", "叶片结冰。", "", true)]
    [InlineData("Ice", "Blades ice up.", "", false)]
    public void The_short_form_goes_into_its_language(string title, string text, string lang, bool chinese)
    {
        var (read, reader) = Read(("id", "7"), ("title", title), ("text", text), ("lang", lang));
        reader.Notes.ShouldBeEmpty();
        (read!.Title.Zh, read.Title.En).ShouldBe(chinese ? (title, null) : (null, title));
        (read.Problem.Zh, read.Problem.En).ShouldBe(chinese ? (text, null) : (null, text));
        (read.Currency, read.IsAnonymous, read.BudgetMax, read.Deadline).ShouldBe(("CNY", false, null, null));
    }

    [Theory]
    [InlineData("叶片在冬天结冰。每年停机二十天。", "叶片在冬天结冰", null)]
    [InlineData("Blades ice up in winter. They stand still.", null, "Blades ice up in winter")]
    public void A_row_without_a_title_takes_its_first_sentence_with_a_warning(string text, string? zh, string? en)
    {
        var (read, reader) = Read(("text", text));
        (read!.Title.Zh, read.Title.En).ShouldBe((zh, en));
        reader.Notes.Single().ShouldSatisfyAllConditions(note => note.Column.ShouldBe("title"), note => note.IsWarning.ShouldBeTrue());
    }

    [Fact]
    public void A_provisional_title_is_short()
    {
        var (read, _) = Read(("text", string.Join(' ', Enumerable.Repeat("words", 60))));
        read!.Title.En!.Length.ShouldBeInRange(100, 120);
        read.Title.En.ShouldEndWith("words…");
    }

    [Theory]
    [InlineData("180万", 1_800_000)]
    [InlineData("1.5 万元", 15_000)]
    [InlineData("1,800,000", 1_800_000)]
    [InlineData("¥2亿", 200_000_000)]
    [InlineData("２００", 200)]
    [InlineData("面议", null)]
    public void Amounts_are_read_as_people_write_them(string text, int? amount)
    {
        var (read, reader) = Read(("title", "Ice"), ("budgetMax", text));
        reader.Notes.ShouldBeEmpty();
        read!.BudgetMax.ShouldBe(amount);
    }

    [Theory]
    [InlineData("trlMin", "0")]
    [InlineData("trlMin", "10")]
    [InlineData("trlMin", "六")]
    [InlineData("trlMin", "6.5")]
    [InlineData("deadline", "2027-02-30")]
    [InlineData("deadline", "31.03.2027")]
    [InlineData("deadline", "soon")]
    [InlineData("budgetMin", "-1")]
    [InlineData("budgetMax", "a lot")]
    [InlineData("budgetMax", "99999999亿")]
    public void A_bad_value_rejects_the_row_and_names_the_column(string column, string value)
    {
        var (read, reader) = Read(("title", "Ice"), (column, value));
        read.ShouldBeNull();
        reader.Notes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(note => note.Column.ShouldBe(column), note => note.IsWarning.ShouldBeFalse());
    }

    [Theory]
    [InlineData("titleEn", Demand.TitleMaxLength)]
    [InlineData("title", Demand.TitleMaxLength)]
    [InlineData("problemZh", Demand.ProblemMaxLength)]
    [InlineData("text", Demand.ProblemMaxLength)]
    [InlineData("targetsEn", Demand.TargetsMaxLength)]
    [InlineData("keywords", Demand.KeywordMaxLength)]
    public void A_text_beyond_its_limit_rejects_the_row(string column, int limit)
    {
        Read(("titleZh", "冰"), (column, new string('x', limit))).Read.ShouldNotBeNull();
        var (read, reader) = Read(("titleZh", "冰"), (column, new string('x', limit + 1)));
        read.ShouldBeNull();
        reader.Notes.ShouldHaveSingleItem().Column.ShouldBe(column);
    }

    [Fact]
    public void An_upper_end_below_the_lower_end_rejects_the_row()
    {
        var (read, reader) = Read(("title", "Ice"), ("budgetMin", "2万"), ("budgetMax", "1万"));
        read.ShouldBeNull();
        reader.Notes.ShouldHaveSingleItem().Column.ShouldBe("budgetMax");
        Read(("title", "Ice"), ("budgetMin", "2"), ("budgetMax", "2")).Read.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("field", "99")]
    [InlineData("industry", "Alchemy")]
    [InlineData("cooperation", "barter")]
    [InlineData("region", "Atlantis")]
    public void An_unknown_code_is_left_out_with_a_warning(string column, string value)
    {
        var (read, reader) = Read(("title", "Ice"), (column, value));
        var need = read.ShouldNotBeNull();
        (need.Field, need.Industry, need.Region, need.Cooperation.Count).ShouldBe((null, null, null, 0));
        reader.Notes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(note => note.Column.ShouldBe(column), note => note.IsWarning.ShouldBeTrue(), note => note.Message.ShouldContain(value));
    }

    [Fact]
    public void An_amount_in_an_unknown_currency_is_left_out_with_a_warning()
    {
        var (read, reader) = Read(("title", "Ice"), ("budgetMin", "100"), ("budgetMax", "200"), ("currency", "XAU"));
        (read!.BudgetMin, read.BudgetMax, read.Currency).ShouldBe((null, null, "CNY"));
        reader.Notes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(note => note.Column.ShouldBe("currency"), note => note.IsWarning.ShouldBeTrue());
        Read(("title", "Ice"), ("budgetMax", "200"), ("currency", "EUR")).Read!.Currency.ShouldBe("EUR");
    }

    [Theory]
    [InlineData("yes", true, false)]
    [InlineData("TRUE", true, false)]
    [InlineData("1", true, false)]
    [InlineData("是", true, false)]
    [InlineData("no", false, false)]
    [InlineData("否", false, false)]
    [InlineData("", false, false)]
    [InlineData("perhaps", false, true)]
    public void Anonymous_is_yes_or_no(string text, bool anonymous, bool warned)
    {
        var (read, reader) = Read(("title", "Ice"), ("anonymous", text));
        read!.IsAnonymous.ShouldBe(anonymous);
        reader.Notes.Select(note => (note.Column, note.IsWarning)).ShouldBe(warned ? [("anonymous", true)] : []);
    }

    [Fact]
    public void A_row_without_title_and_text_is_rejected_as_a_whole()
    {
        var (read, reader) = Read(("field", "05"), ("keywords", "ice"));
        read.ShouldBeNull();
        reader.Notes.ShouldHaveSingleItem().Column.ShouldBe("");
    }

    [Fact]
    public void Everything_wrong_with_a_row_is_said_at_once()
    {
        var (_, reader) = Read(("titleEn", new string('x', Demand.TitleMaxLength + 1)), ("trlMin", "x"), ("budgetMin", "y"), ("deadline", "z"), ("field", "?"));
        reader.Notes.Select(note => (note.Column, note.IsWarning)).ShouldBe([("titleEn", false), ("budgetMin", false), ("field", true), ("trlMin", false), ("deadline", false)], ignoreOrder: true);
    }

    [Fact]
    public void Without_an_id_the_content_is_the_id()
    {
        string Id(params (string, string)[] values) => ImportedDemand.Of(1, Reader(values), codes).ExternalId;
        Id(("id", " need-1 ")).ShouldBe("need-1");
        Id(("title", "A"), ("text", "B")).ShouldBe(Id(("text", "B"), ("title", "A")));
        Id(("title", "A"), ("text", "B")).ShouldNotBe(Id(("title", "A"), ("text", "C")));
        Id(("title", "AB")).ShouldNotBe(Id(("title", "A"), ("text", "B")));
        Id(("title", "A")).Length.ShouldBeLessThanOrEqualTo(Demand.ExternalIdMaxLength);
    }

    [Fact]
    public void An_id_beyond_its_limit_rejects_the_row()
    {
        var reader = Reader([("id", new string('x', Demand.ExternalIdMaxLength + 1)), ("title", "Ice")]);
        var row = ImportedDemand.Of(1, reader, codes);
        row.ExternalId.Length.ShouldBe(Demand.ExternalIdMaxLength);
        row.Content.ShouldBeNull();
        reader.Notes.ShouldHaveSingleItem().Column.ShouldBe("id");
    }

    private (DemandDetails? Read, RowReader Reader) Read(params (string Column, string Value)[] values)
    {
        var reader = Reader(values);
        return (ImportedDemand.Of(1, reader, codes).Content, reader);
    }

    private static RowReader Reader((string Column, string Value)[] values) => new(values.ToDictionary(pair => pair.Column, pair => pair.Value), Texts);
}
