using System.Net;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Listings;

public abstract class ListingLifeTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task A_draft_is_kept_as_it_was_written()
    {
        var university = await Market.NewUniversity();
        var saved = await university.Draft();
        var listing = await university.Api.Get($"/api/listings/{saved.Id()}");
        listing.GetProperty("status").GetString().ShouldBe("Draft");
        listing.GetProperty("titleZh").GetString().ShouldBe("石墨烯防冰涂层");
        listing.GetProperty("priceMax").GetDecimal().ShouldBe(2_600_000m);
        listing.GetProperty("cooperation").EnumerateArray().Select(mode => mode.GetString()).ShouldBe(["exclusive", "equity"]);
        listing.GetProperty("keywords").EnumerateArray().Select(word => word.GetString()).ShouldBe(["graphene", "防冰"]);
        listing.GetProperty("organisationId").GetGuid().ShouldBe(university.OrganisationId);
    }

    [Fact]
    public async Task A_draft_is_not_found_by_visitors_and_other_organisations()
    {
        var saved = await (await Market.NewUniversity()).Draft();
        await Market.Visitor().Get($"/api/listings/{saved.Id()}", HttpStatusCode.NotFound);
        await (await Market.NewUniversity()).Api.Get($"/api/listings/{saved.Id()}", HttpStatusCode.NotFound);
        await (await Market.NewOperator()).Api.Get($"/api/listings/{saved.Id()}");
        using var browser = Market.Browser();
        (await browser.Get($"/listings/{saved.Id()}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_listing_goes_from_draft_to_the_market_and_off_it()
    {
        var (university, reviewer, visitor) = (await Market.NewUniversity(), await Market.NewOperator(), Market.Visitor());
        var reviewed = await university.Publish(reviewer);
        reviewed.GetProperty("status").GetString().ShouldBe("Published");
        reviewed.GetProperty("sum").GetInt32().ShouldBe(16);

        var listing = await visitor.Get($"/api/listings/{reviewed.Id()}");
        listing.GetProperty("publishedAt").GetDateTimeOffset().AddMonths(12).ShouldBe(listing.GetProperty("expiresAt").GetDateTimeOffset());
        listing.GetProperty("review").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        await university.Api.Post($"/api/listings/{reviewed.Id()}/withdrawal", null, ifMatch: reviewed.Version());
        await visitor.Get($"/api/listings/{reviewed.Id()}", HttpStatusCode.NotFound);
        (await university.Api.Get($"/api/listings/{reviewed.Id()}")).GetProperty("status").GetString().ShouldBe("Withdrawn");
        (await university.Api.Post($"/api/listings/{reviewed.Id()}/withdrawal", null, HttpStatusCode.Conflict, reviewed.Version() + 1)).Code().ShouldBe("listing.not-withdrawable");
    }

    [Fact]
    public async Task A_published_listing_can_be_improved_and_stays_published()
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.NewOperator());
        var published = await university.Publish(reviewer);
        var edited = await university.Api.Put($"/api/listings/{published.Id()}", ListingActs.Content(content => content["titleEn"] = "Better title"), ifMatch: published.Version());
        edited.Version().ShouldBe(published.Version() + 1);
        var listing = await Market.Visitor().Get($"/api/listings/{published.Id()}");
        listing.GetProperty("titleEn").GetString().ShouldBe("Better title");
        listing.GetProperty("status").GetString().ShouldBe("Published");
    }

    [Fact]
    public async Task A_listing_under_review_stands_still()
    {
        var university = await Market.NewUniversity();
        var submitted = await university.Submit(await university.Draft());
        (await university.Api.Put($"/api/listings/{submitted.Id()}", ListingActs.Content(), HttpStatusCode.Conflict, submitted.Version())).Code().ShouldBe("listing.not-editable");
        (await university.Api.Post($"/api/listings/{submitted.Id()}/submission", null, HttpStatusCode.Conflict, submitted.Version())).Code().ShouldBe("listing.not-submittable");
    }

    [Theory]
    [InlineData(2, "OnHold")]
    [InlineData(1, "Rejected")]
    [InlineData(0, "OnHold")]
    public async Task A_weak_listing_does_not_come_onto_the_market(int score, string status)
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.NewOperator());
        var submitted = await university.Submit(await university.Draft());
        var scores = score == 2 ? new { advantages = 2, clarity = 2, cooperation = 1, language = 1, comment = "Say by how much." } : new { advantages = score, clarity = score, cooperation = score, language = score, comment = "Say by how much." };
        var reviewed = await reviewer.Api.Post($"/api/listings/{submitted.Id()}/review", scores, ifMatch: submitted.Version());
        reviewed.GetProperty("status").GetString().ShouldBe(status);
        await Market.Visitor().Get($"/api/listings/{submitted.Id()}", HttpStatusCode.NotFound);
        (await university.Api.Get($"/api/listings/{submitted.Id()}")).GetProperty("review").GetProperty("comment").GetString().ShouldBe("Say by how much.");
    }

    [Fact]
    public async Task A_returned_listing_is_corrected_and_submitted_again()
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.NewOperator());
        var submitted = await university.Submit(await university.Draft());
        (await reviewer.Api.Post($"/api/listings/{submitted.Id()}/review", new { @return = true }, HttpStatusCode.BadRequest, submitted.Version())).Errors("comment").ShouldNotBeEmpty();
        var returned = await reviewer.Api.Post($"/api/listings/{submitted.Id()}/review", new { @return = true, comment = "Against what?" }, ifMatch: submitted.Version());
        returned.GetProperty("status").GetString().ShouldBe("Returned");
        var edited = await university.Api.Put($"/api/listings/{submitted.Id()}", ListingActs.Content(), ifMatch: returned.Version());
        await university.Submit(edited);
    }

    [Theory]
    [InlineData("advantages", 6)]
    [InlineData("language", -1)]
    [InlineData("clarity", null)]
    public async Task A_score_outside_its_scale_is_refused(string criterion, int? score)
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.NewOperator());
        var submitted = await university.Submit(await university.Draft());
        var scores = new Dictionary<string, object?> { ["advantages"] = 3, ["clarity"] = 3, ["cooperation"] = 3, ["language"] = 3, [criterion] = score };
        (await reviewer.Api.Post($"/api/listings/{submitted.Id()}/review", scores, HttpStatusCode.BadRequest, submitted.Version())).Errors(criterion).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Each_role_may_do_its_own_and_no_more()
    {
        var (university, company, reviewer, visitor) = (await Market.NewUniversity(), await Market.NewCompany(), await Market.NewOperator(), Market.Visitor());
        await visitor.Post("/api/listings", ListingActs.Content(), HttpStatusCode.Unauthorized);
        await company.Api.Post("/api/listings", ListingActs.Content(), HttpStatusCode.Forbidden);
        await (await Market.NewBroker()).Api.Post("/api/listings", ListingActs.Content(), HttpStatusCode.Forbidden);
        await (await Market.NewRegistrar()).Api.Get("/api/my/listings", HttpStatusCode.Forbidden);
        await visitor.Get("/api/my/listings", HttpStatusCode.Unauthorized);

        var submitted = await university.Submit(await university.Draft());
        await university.Api.Post($"/api/listings/{submitted.Id()}/review", new { advantages = 5, clarity = 5, cooperation = 5, language = 5 }, HttpStatusCode.Forbidden, submitted.Version());
        await university.Api.Get("/api/listings/reviews", HttpStatusCode.Forbidden);
        var published = await reviewer.Review(submitted, 5);
        // Another organisation sees it now, so that it is told no instead of not found.
        var other = await Market.NewUniversity();
        await other.Api.Put($"/api/listings/{published.Id()}", ListingActs.Content(), HttpStatusCode.Forbidden, published.Version());
        await other.Api.Post($"/api/listings/{published.Id()}/withdrawal", null, HttpStatusCode.Forbidden, published.Version());
        var draft = await university.Draft();
        await other.Api.Put($"/api/listings/{draft.Id()}", ListingActs.Content(), HttpStatusCode.NotFound, draft.Version());
        // And of a stale version a stranger learns nothing.
        await other.Api.Put($"/api/listings/{draft.Id()}", ListingActs.Content(), HttpStatusCode.NotFound, 99);
    }

    [Fact]
    public async Task A_change_must_name_the_present_version()
    {
        var university = await Market.NewUniversity();
        var draft = await university.Draft();
        var path = $"/api/listings/{draft.Id()}";
        await university.Api.Put(path, ListingActs.Content(), HttpStatusCode.PreconditionRequired);
        await university.Api.Put(path, ListingActs.Content(), HttpStatusCode.PreconditionFailed, draft.Version() + 1);
        await university.Api.Post(path + "/submission", null, HttpStatusCode.PreconditionRequired);
        await university.Api.Post(path + "/submission", null, HttpStatusCode.PreconditionFailed, draft.Version() + 1);
        await university.Api.Post(path + "/withdrawal", null, HttpStatusCode.PreconditionFailed, draft.Version() + 1);
        await university.Submit(draft);
    }

    [Theory]
    [InlineData("titleZh", 201)]
    [InlineData("titleEn", 201)]
    [InlineData("summaryZh", 20_001)]
    [InlineData("summaryEn", 20_001)]
    [InlineData("advantagesZh", 4_001)]
    [InlineData("applicationsEn", 4_001)]
    public async Task A_text_beyond_its_limit_is_refused_at_its_field(string field, int length)
    {
        var university = await Market.NewUniversity();
        (await university.Api.Post("/api/listings", ListingActs.Content(content => content[field] = new string('x', length)), HttpStatusCode.BadRequest)).Errors(field).ShouldHaveSingleItem();
        await university.Api.Post("/api/listings", ListingActs.Content(content => content[field] = new string('x', length - 1)), HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("field", "99")]
    [InlineData("ipKind", "magic")]
    [InlineData("ipStatus", "maybe")]
    [InlineData("priceKind", "cheap")]
    [InlineData("currency", "XXX")]
    [InlineData("region", "99")]
    [InlineData("funding", "luck")]
    [InlineData("trl", 0)]
    [InlineData("trl", 10)]
    [InlineData("priceMin", -1)]
    [InlineData("priceMax", 1)]
    public async Task A_bad_value_is_refused_at_its_field_in_both_languages(string field, object value)
    {
        var university = await Market.NewUniversity();
        var content = ListingActs.Content(content => content[field] = value);
        var english = (await university.Api.Post("/api/listings", content, HttpStatusCode.BadRequest)).Errors(field).ShouldHaveSingleItem();
        var chinese = (await university.ApiIn("zh").Post("/api/listings", content, HttpStatusCode.BadRequest)).Errors(field).ShouldHaveSingleItem();
        english.ShouldNotContain(letter => letter >= '\u3400');
        chinese.ShouldContain(letter => letter >= '\u3400');
    }

    [Fact]
    public async Task Lists_have_their_limits_and_their_codes()
    {
        var university = await Market.NewUniversity();
        async Task<string[]> Refused(string field, object value) => (await university.Api.Post("/api/listings", ListingActs.Content(content => content[field] = value), HttpStatusCode.BadRequest)).Errors(field);
        (await Refused("keywords", Enumerable.Range(0, 16).Select(number => $"word{number}"))).ShouldHaveSingleItem();
        (await Refused("keywords", new[] { new string('x', 61) })).ShouldHaveSingleItem();
        (await Refused("cooperation", new[] { "exclusive", "barter" })).ShouldHaveSingleItem().ShouldContain("barter");
        (await Refused("trl", "seven")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_title_is_enough_and_none_is_refused()
    {
        var university = await Market.NewUniversity();
        await university.Draft(content => content.Remove("titleZh"));
        await university.Draft(content => content.Remove("titleEn"));
        (await university.Api.Post("/api/listings", ListingActs.Content(content => (content["titleZh"], content["titleEn"]) = (" ", null)), HttpStatusCode.BadRequest)).Errors("titleZh").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_listing_without_a_summary_cannot_be_submitted()
    {
        var university = await Market.NewUniversity();
        var draft = await university.Draft(content => (content["summaryZh"], content["summaryEn"]) = (null, null));
        var refusal = await university.ApiIn("zh").Post($"/api/listings/{draft.Id()}/submission", null, HttpStatusCode.Conflict, draft.Version());
        refusal.Code().ShouldBe("listing.summary-missing");
        refusal.GetProperty("detail").GetString().ShouldBe("请先填写中文或英文的成果简介。");
    }

    [Fact]
    public async Task The_owners_list_shows_every_state_and_the_next_step()
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.NewOperator());
        await university.Draft();
        await university.Submit(await university.Draft());
        await university.Publish(reviewer);
        var mine = await university.Api.Get("/api/my/listings");
        mine.GetProperty("total").GetInt32().ShouldBe(3);
        mine.GetProperty("byStatus").GetProperty("Submitted").GetInt32().ShouldBe(1);
        mine.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("nextAction").GetString()).ShouldBe(["matches", "wait", "submit"]);
        var drafts = await university.Api.Get("/api/my/listings?status=Draft");
        drafts.GetProperty("items").GetArrayLength().ShouldBe(1);
        drafts.GetProperty("total").GetInt32().ShouldBe(1);
        (await university.Api.Get("/api/my/listings?status=nonsense")).GetProperty("total").GetInt32().ShouldBe(3);
        (await (await Market.NewUniversity()).Api.Get("/api/my/listings")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task The_review_queue_shows_the_oldest_first()
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.NewOperator());
        var first = await university.Submit(await university.Draft());
        var second = await university.Submit(await university.Draft());
        var ids = new List<Guid>();
        for (var page = 1; ; page++)
        {
            var queue = await reviewer.Api.Get($"/api/listings/reviews?size=100&page={page}");
            ids.AddRange(queue.GetProperty("items").EnumerateArray().Select(item => item.Id()));
            if (page >= queue.GetProperty("pages").GetInt32()) break;
        }
        ids.IndexOf(first.Id()).ShouldBeGreaterThanOrEqualTo(0);
        ids.IndexOf(second.Id()).ShouldBeGreaterThan(ids.IndexOf(first.Id()));
    }
}

public sealed class ListingLifeTestsOnSqlite(SqliteMarket market) : ListingLifeTests(market);

public sealed class ListingLifeTestsOnPostgreSql(PostgreSqlMarket market) : ListingLifeTests(market);

public sealed class ListingLifeTestsOnSqlServer(SqlServerMarket market) : ListingLifeTests(market);
