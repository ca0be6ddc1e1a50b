using System.Globalization;
using System.Resources;
using Shouldly;
using TechMatch.Listings.Domain;
using TechMatch.Listings.Features;
using TechMatch.Reference.Domain;
using TechMatch.Shared.Tables;
using TechMatch.Shared.Web;

namespace TechMatch.UnitTests.Listings;

public sealed class ImportedListingTests : IDisposable
{
    private static readonly Texts Texts = new([new ResourceManager("TechMatch.Shared.Texts", typeof(RowReader).Assembly)]);
    private readonly ReferenceData codes = new(TimeProvider.System);

    public ImportedListingTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    public void Dispose() => codes.Dispose();

    [Fact]
    public void A_full_row_is_read_whole()
    {
        var (read, reader) = Read(
            ("titleZh", "标题"), ("titleEn", "Title"), ("summaryZh", "简介"), ("field", "05"), ("keywords", "防冰，风电"), ("trl", "8"), ("ipKind", "invention"), ("ipStatus", "granted"),
            ("cooperation", "exclusive,equity"), ("priceKind", "range"), ("priceMin", "180万"), ("priceMax", "260万"), ("currency", "CNY"), ("region", "110108"), ("inventors", "邬行简、祝南屏"), ("funding", "national"));
        reader.Notes.ShouldBeEmpty();
        var listing = read.ShouldNotBeNull();
        (listing.Title.Zh, listing.Title.En, listing.Field, listing.Trl).ShouldBe(("标题", "Title", "05", 8));
        (listing.PriceKind, listing.PriceMin, listing.PriceMax).ShouldBe(("range", 1_800_000m, 2_600_000m));
        listing.Keywords.ShouldBe(["防冰", "风电"]);
        listing.Cooperation.ShouldBe(["exclusive", "equity"]);
        listing.Inventors.ShouldBe(["邬行简", "祝南屏"]);
        listing.Region.ShouldBe("110108");
    }

    [Fact]
    public void Names_of_codes_are_taken_for_the_codes()
    {
        var (read, reader) = Read(("title", "Title"), ("field", "新材料及其应用"), ("cooperation", "独占许可，Contribution for equity"), ("region", "北京"));
        reader.Notes.ShouldBeEmpty();
        (read!.Field, read.Region).ShouldBe(("05", "11"));
        read.Cooperation.ShouldBe(["exclusive", "equity"]);
    }

    [Theory]
    [InlineData("面议", "", "negotiable", null, null)]
    [InlineData("", "", "negotiable", null, null)]
    [InlineData("100", "", "fixed", 100, null)]
    [InlineData("100", "100", "fixed", 100, 100)]
    [InlineData("100", "200", "range", 100, 200)]
    [InlineData("", "200", "fixed", 200, 200)]
    public void The_kind_of_price_follows_from_the_amounts(string min, string max, string kind, int? readMin, int? readMax)
    {
        var (read, _) = Read(("title", "Title"), ("priceMin", min), ("priceMax", max));
        (read!.PriceKind, read.PriceMin, read.PriceMax).ShouldBe((kind, readMin, readMax));
    }

    [Fact]
    public void An_amount_in_an_unknown_currency_is_left_out_with_a_warning()
    {
        var (read, reader) = Read(("title", "Title"), ("priceMin", "100"), ("currency", "XAU"));
        (read!.PriceKind, read.PriceMin, read.Currency).ShouldBe(("negotiable", null, "CNY"));
        reader.Notes.Single().ShouldSatisfyAllConditions(note => note.Column.ShouldBe("currency"), note => note.IsWarning.ShouldBeTrue());
    }

    [Theory]
    [InlineData("trl", "0")]
    [InlineData("trl", "10")]
    [InlineData("priceMin", "a lot")]
    [InlineData("priceMin", "-1")]
    [InlineData("priceMax", "many")]
    public void A_bad_value_rejects_the_row_and_names_the_column(string column, string value)
    {
        var (read, reader) = Read(("title", "Title"), (column, value));
        read.ShouldBeNull();
        reader.Notes.Single(note => !note.IsWarning).Column.ShouldBe(column);
    }

    [Fact]
    public void An_upper_end_below_the_lower_end_rejects_the_row()
    {
        var (read, reader) = Read(("title", "Title"), ("priceMin", "2"), ("priceMax", "1"));
        read.ShouldBeNull();
        reader.Notes.Single().Column.ShouldBe("priceMax");
    }

    [Fact]
    public void A_row_without_title_and_text_is_rejected_as_a_whole()
    {
        var (read, reader) = Read(("field", "05"));
        read.ShouldBeNull();
        reader.Notes.Single().Column.ShouldBe("");
    }

    [Fact]
    public void A_row_without_a_title_takes_its_first_sentence()
    {
        var (read, reader) = Read(("text", "用石墨烯防冰。已在四个风场运行。"), ("lang", "zh"));
        (read!.Title.Zh, read.Title.En).ShouldBe(("用石墨烯防冰", null));
        reader.Notes.Single().IsWarning.ShouldBeTrue();
    }

    [Fact]
    public void Everything_wrong_with_a_row_is_said_at_once()
    {
        var (_, reader) = Read(("titleEn", new string('x', Listing.TitleMaxLength + 1)), ("trl", "x"), ("priceMin", "y"), ("field", "z"));
        reader.Notes.Select(note => (note.Column, note.IsWarning)).ShouldBe([("titleEn", false), ("priceMin", false), ("field", true), ("trl", false)], ignoreOrder: true);
    }

    [Fact]
    public void Without_an_id_the_content_is_the_id()
    {
        string Id(params (string, string)[] values) => ImportedListing.Of(1, Reader(values), codes).ExternalId;
        Id(("id", " lst-1 ")).ShouldBe("lst-1");
        Id(("title", "A"), ("text", "B")).ShouldBe(Id(("text", "B"), ("title", "A")));
        Id(("title", "A"), ("text", "B")).ShouldNotBe(Id(("title", "A"), ("text", "C")));
        Id(("title", "AB")).ShouldNotBe(Id(("title", "A"), ("text", "B")));
    }

    private (ListingDetails? Read, RowReader Reader) Read(params (string Column, string Value)[] values)
    {
        var reader = Reader(values);
        return (ImportedListing.Of(1, reader, codes).Content, reader);
    }

    private static RowReader Reader((string Column, string Value)[] values) => new(values.ToDictionary(pair => pair.Column, pair => pair.Value), Texts);
}
