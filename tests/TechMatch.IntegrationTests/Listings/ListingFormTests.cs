using System.Text.Json;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Listings;

/// <summary>The owner's forms, as a browser without JavaScript sends them.</summary>
public abstract class ListingFormTests(Market market) : MarketTests(market)
{
    private const string New = "/my/listings/new";

    [Fact]
    public async Task What_was_written_on_the_page_is_saved_whole_as_a_draft()
    {
        var university = await Market.NewUniversity();
        using var browser = await university.Browser();
        await browser.Get(New);

        var page = await browser.Submit(new()
        {
            ["Form.TitleEn"] = "Ice-free blades",
            ["Form.SummaryEn"] = "A coating.",
            ["Form.Keywords"] = "ice, wind，防冰",
            ["Form.Inventors"] = "邬行简、祝南屏",
            ["Form.Cooperation"] = "exclusive\nequity",
            ["Form.Trl"] = "7",
            ["Form.PriceKind"] = "fixed",
            ["Form.PriceMin"] = "900000",
        });

        page.Path.ShouldStartWith("/listings/");
        page.Text.ShouldContain("The draft is saved.");
        var listing = await university.Api.Get("/api" + page.Path);
        listing.GetProperty("status").GetString().ShouldBe("Draft");
        Words(listing, "keywords").ShouldBe(["ice", "wind", "防冰"]);
        Words(listing, "inventors").ShouldBe(["邬行简", "祝南屏"]);
        Words(listing, "cooperation").ShouldBe(["exclusive", "equity"]);
        (listing.GetProperty("trl").GetInt32(), listing.GetProperty("priceMin").GetDecimal(), listing.GetProperty("currency").GetString()).ShouldBe((7, 900_000m, "CNY"));
    }

    [Theory]
    [InlineData("en", "Fill this in, in Chinese or in English.", "Must not be below the lower end.", "“99” is not one of the known values.")]
    [InlineData("zh", "请至少用中文或英文填写一项。", "不得低于下限。", "“99”不在可选范围内。")]
    public async Task A_bad_draft_comes_back_with_its_errors_beside_the_fields_and_nothing_is_saved(string language, string noTitle, string belowMin, string unknown)
    {
        var university = await Market.NewUniversity();
        using var browser = await university.Browser(language);
        await browser.Get(New);

        var page = await browser.Submit(new() { ["Form.SummaryZh"] = "叶片防冰。", ["Form.PriceKind"] = "range", ["Form.PriceMin"] = "20", ["Form.PriceMax"] = "10", ["Form.Field"] = "99" });

        page.Status.ShouldBe(422);
        page.ErrorOf("Form.TitleZh").ShouldBe(noTitle);
        page.ErrorOf("Form.PriceMax").ShouldBe(belowMin);
        page.ErrorOf("Form.Field").ShouldBe(unknown);
        page.ErrorOf("Form.SummaryZh").ShouldBeNull();
        page.Document.QuerySelector("[name='Form.SummaryZh']")!.TextContent.Trim().ShouldBe("叶片防冰。");
        page.Document.QuerySelector("[name='Form.PriceMin']")!.GetAttribute("value").ShouldBe("20");
        page.Document.QuerySelectorAll("[name='Form.PriceKind'] option[selected]").ShouldHaveSingleItem().GetAttribute("value").ShouldBe("range");
        (await university.Api.Get("/api/my/listings")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task A_word_where_a_number_belongs_is_refused_beside_its_field(string language)
    {
        var university = await Market.NewUniversity();
        using var browser = await university.Browser(language);
        await browser.Get(New);

        var page = await browser.Submit(new() { ["Form.TitleEn"] = "Blades", ["Form.PriceMin"] = "lots" });

        page.Status.ShouldBe(422);
        page.ErrorOf("Form.PriceMin").ShouldNotBeNull().Any(letter => letter >= '\u3400').ShouldBe(language == "zh");
        (await university.Api.Get("/api/my/listings")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task The_edit_page_keeps_what_was_not_changed()
    {
        var university = await Market.NewUniversity();
        // A place below a province that the list does not have must come through.
        var draft = await university.Draft(content => content["region"] = "110199");
        using var browser = await university.Browser();
        await browser.Get($"/my/listings/{draft.Id()}/edit");

        var page = await browser.Submit(new() { ["Form.TitleEn"] = "Better title" });

        page.Path.ShouldBe($"/listings/{draft.Id()}");
        var listing = await university.Api.Get($"/api/listings/{draft.Id()}");
        foreach (var (field, value) in ListingActs.Content(content => (content["region"], content["titleEn"]) = ("110199", "Better title")).Where(pair => pair.Value is string))
            listing.GetProperty(field).GetString().ShouldBe((string?)value, field);
        (listing.GetProperty("priceMin").GetDecimal(), listing.GetProperty("priceMax").GetDecimal(), listing.GetProperty("trl").GetInt32()).ShouldBe((1_800_000m, 2_600_000m, 7));
        Words(listing, "keywords").ShouldBe(["graphene", "防冰"]);
        Words(listing, "inventors").ShouldBe(["邬行简"]);
        Words(listing, "cooperation").ShouldBe(["exclusive", "equity"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("en", "At most 15 entries of at most 60 characters each.")]
    [InlineData("zh", "最多填写15项，每项不超过60个字符。")]
    public async Task A_refused_edit_saves_none_of_its_fields(string language, string tooMany)
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.Reviewer());
        var published = await university.Publish(reviewer);
        using var browser = await university.Browser(language);
        await browser.Get($"/my/listings/{published.Id()}/edit");

        var page = await browser.Submit(new() { ["Form.TitleEn"] = "Half of a change", ["Form.Keywords"] = new string('x', 61) });

        page.Status.ShouldBe(422);
        page.ErrorOf("Form.Keywords").ShouldBe(tooMany);
        page.ErrorOf("Form.TitleEn").ShouldBeNull();
        page.Document.QuerySelector("[name='Form.TitleEn']")!.GetAttribute("value").ShouldBe("Half of a change");
        var listing = await university.Api.Get($"/api/listings/{published.Id()}");
        (listing.GetProperty("titleEn").GetString(), listing.Version()).ShouldBe(("Graphene anti-icing coating", published.Version()));
    }

    [Theory]
    [InlineData("en", "Somebody changed this in the meantime.")]
    [InlineData("zh", "在您编辑期间内容已被他人修改")]
    public async Task Two_people_who_edit_at_once_do_not_overwrite_each_other(string language, string stale)
    {
        var university = await Market.NewUniversity();
        var draft = await university.Draft();
        using var browser = await university.Browser(language);
        await browser.Get($"/my/listings/{draft.Id()}/edit");
        await university.Api.Put($"/api/listings/{draft.Id()}", ListingActs.Content(content => content["titleEn"] = "The first"), ifMatch: draft.Version());

        var page = await browser.Submit(new() { ["Form.TitleEn"] = "The second" });

        page.Status.ShouldBe(412);
        page.Text.ShouldContain(stale);
        page.Document.QuerySelector("[name='Form.TitleEn']")!.GetAttribute("value").ShouldBe("The second");
        (await university.Api.Get($"/api/listings/{draft.Id()}")).GetProperty("titleEn").GetString().ShouldBe("The first");
    }

    [Fact]
    public async Task The_forms_open_for_those_who_may_send_them()
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.Reviewer());
        var (draft, published) = (await university.Draft(), await university.Publish(reviewer));
        using var visitor = Market.Browser();
        foreach (var path in new[] { New, Edit(published) }) (await visitor.Get(path)).Path.ShouldStartWith("/account/sign-in");
        foreach (var actor in new[] { await Market.NewCompany(), await Market.NewBroker(), reviewer })
        {
            using var browser = await actor.Browser();
            foreach (var path in new[] { New, Edit(published) }) (await browser.Get(path)).Status.ShouldBe(403, path);
        }
        using var other = await (await Market.NewUniversity()).Browser();
        (await other.Get(New)).Status.ShouldBe(200);
        (await other.Get(Edit(published))).Status.ShouldBe(403);
        (await other.Get(Edit(draft))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Another_organisation_that_sends_the_forms_all_the_same_changes_nothing()
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.Reviewer());
        var (draft, published) = (await university.Draft(), await university.Publish(reviewer));
        var stranger = await Market.NewUniversity();
        using var browser = await stranger.Browser();
        var own = await stranger.Draft();

        foreach (var (listing, refusal) in new[] { (draft, 404), (published, 403) })
        {
            await browser.Get(Edit(own));
            var spoilt = new Dictionary<string, string?> { ["Form.TitleEn"] = "Mine", ["Version"] = $"{listing.Version()}" };
            (await browser.Submit(spoilt, to: Edit(listing))).Status.ShouldBe(refusal);
            foreach (var handler in new[] { "Submit", "Withdraw" })
            {
                await browser.Get($"/listings/{own.Id()}");
                (await browser.Submit(new() { ["Version"] = $"{listing.Version()}" }, to: $"/listings/{listing.Id()}?handler={handler}")).Status.ShouldBe(refusal, handler);
            }
            var present = await university.Api.Get($"/api/listings/{listing.Id()}");
            (present.GetProperty("titleEn").GetString(), present.Version()).ShouldBe(("Graphene anti-icing coating", listing.Version()));
        }
    }

    [Theory]
    [InlineData("en", "Submitted for review.", "In review")]
    [InlineData("zh", "已提交评审。", "评审中")]
    public async Task A_draft_is_submitted_on_its_page_once(string language, string notice, string status)
    {
        var university = await Market.NewUniversity();
        var draft = await university.Draft();
        using var browser = await university.Browser(language);
        using var twice = await university.Browser(language);
        await twice.Get($"/listings/{draft.Id()}");
        await browser.Get($"/listings/{draft.Id()}");

        var page = await browser.Submit([], "main form[action*='Submit']");

        page.Path.ShouldBe($"/listings/{draft.Id()}");
        page.Text.ShouldContain(status);
        page.Html.ShouldContain(notice);
        page.Document.QuerySelector("main form[action*='Submit'], main a[href$='/edit']").ShouldBeNull();
        (await twice.Submit([], "main form[action*='Submit']")).Status.ShouldBe(412);
        (await university.Api.Get($"/api/listings/{draft.Id()}")).Version().ShouldBe(draft.Version() + 1);
    }

    [Theory]
    [InlineData("en", "summary")]
    [InlineData("zh", "请先填写中文或英文的成果简介。")]
    public async Task A_draft_without_a_summary_stays_a_draft_and_its_page_says_why(string language, string why)
    {
        var university = await Market.NewUniversity();
        var draft = await university.Draft(content => (content["summaryZh"], content["summaryEn"]) = (null, null));
        using var browser = await university.Browser(language);
        await browser.Get($"/listings/{draft.Id()}");

        var page = await browser.Submit([], "main form[action*='Submit']");

        page.Status.ShouldBe(409);
        page.Document.QuerySelector("main [role=alert]").ShouldNotBeNull().TextContent.ShouldContain(why);
        (await university.Api.Get($"/api/listings/{draft.Id()}")).GetProperty("status").GetString().ShouldBe("Draft");
    }

    private static string Edit(JsonElement listing) => $"/my/listings/{listing.Id()}/edit";

    private static IEnumerable<string?> Words(JsonElement listing, string field) => listing.GetProperty(field).EnumerateArray().Select(word => word.GetString());
}

public sealed class ListingFormTestsOnSqlite(SqliteMarket market) : ListingFormTests(market);

public sealed class ListingFormTestsOnPostgreSql(PostgreSqlMarket market) : ListingFormTests(market);
