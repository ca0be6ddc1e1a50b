using System.Globalization;
using System.Text.Json;
using Shouldly;
using TechMatch.Integration.Matching;
using TechMatch.MatchEngine;
using TechMatch.Matching.Domain;
using TechMatch.Shared.Domain;

namespace TechMatch.UnitTests.Matching;

public class MarketDocumentTests
{
    private static readonly LocalizedText Energy = new("新能源与高效节能", "New energy");

    [Fact]
    public void A_listing_gives_the_engine_both_languages_key_words_and_its_fields_names()
    {
        var card = Samples.Listing() with { TitleZh = "钠离子电池正极", SummaryEn = "A summary", AdvantagesZh = "更便宜", ApplicationsEn = "Storage", Keywords = ["cathode", "正极"] };

        var document = MarketDocument.Of(card, Energy);

        document.Texts.Select(text => (text.Name, text.Language, text.Field.Role)).ShouldBe(
        [
            ("title", "zh", FieldRole.Title), ("title", "en", FieldRole.Title), ("summary", "en", FieldRole.Body), ("advantages", "zh", FieldRole.Body),
            ("applications", "en", FieldRole.Body), ("keywords", "", FieldRole.Keywords), ("field", "zh", FieldRole.Keywords), ("field", "en", FieldRole.Keywords),
        ]);
        document.AsDocument.Fields.ShouldBe(document.Texts.Select(text => text.Field));
    }

    [Fact]
    public void A_snapshot_comes_back_as_it_went_in_whatever_language_it_was_written_in()
    {
        var card = Samples.Demand() with { TitleZh = "更便宜的正极", ProblemZh = "成本过高 <b>", Keywords = ["钠", "a, b"], Cooperation = ["assign"], BudgetMax = 1.5m, Deadline = new(2027, 1, 2), IsAnonymous = true };
        CultureInfo.CurrentUICulture = new("zh");
        var chinese = MarketDocument.Write(card, Energy);
        CultureInfo.CurrentUICulture = new("en");

        MarketDocument.Write(card, Energy).ShouldBe(chinese);
        var read = MarketDocument.Read(MarketSide.Demands, chinese);
        Json(read.Demand!).ShouldBe(Json(card));
        read.Texts.ShouldBe(MarketDocument.Of(card, Energy).Texts);
        read.OrganisationId.ShouldBe(card.OrganisationId);
    }

    [Fact]
    public void A_listings_snapshot_comes_back_too()
    {
        var card = Samples.Listing() with { SummaryZh = "简介", Trl = 6, PriceKind = "fixed", PriceMin = 12, PublishedAt = new(2026, 11, 25, 1, 2, 3, TimeSpan.Zero) };

        Json(MarketDocument.Read(MarketSide.Listings, MarketDocument.Write(card, LocalizedText.None)).Listing!).ShouldBe(Json(card));
    }

    [Fact]
    public void Keys_of_the_engine_and_ids_are_the_same_thing()
    {
        var id = Guid.CreateVersion7();

        MarketDocument.IdOf(MarketDocument.Key(id)).ShouldBe(id);
    }

    private static string Json<T>(T card) => JsonSerializer.Serialize(card);
}
