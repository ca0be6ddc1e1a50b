using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Demands;

public abstract class PostDemandTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task A_need_posted_through_the_api_is_on_the_market_at_once()
    {
        var company = await Market.NewCompany();
        using var answer = await company.Api.PostAsJsonAsync("/api/demands", DemandActs.Content());
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var saved = await answer.Content.ReadFromJsonAsync<JsonElement>();
        answer.Headers.Location!.ToString().ShouldEndWith($"/api/demands/{saved.Id()}");
        answer.Headers.ETag!.Tag.ShouldBe($"\"{saved.Version()}\"");

        using var read = await Market.Visitor().GetAsync(answer.Headers.Location);
        read.Headers.ETag!.Tag.ShouldBe($"\"{saved.Version()}\"");
        var need = await read.Content.ReadFromJsonAsync<JsonElement>();
        need.GetProperty("status").GetString().ShouldBe("Published");
        need.GetProperty("publishedAt").ValueKind.ShouldBe(JsonValueKind.String);
        need.GetProperty("titleZh").GetString().ShouldBe("风电叶片防冰");
        need.GetProperty("problemEn").GetString().ShouldBe("Blades ice up in winter.");
        need.GetProperty("organisationId").GetGuid().ShouldBe(company.OrganisationId);
        need.GetProperty("deadline").GetString().ShouldBe("2099-03-31");
        (need.GetProperty("budgetMin").GetDecimal(), need.GetProperty("budgetMax").GetDecimal()).ShouldBe((500_000m, 2_000_000m));
        need.GetProperty("keywords").EnumerateArray().Select(word => word.GetString()).ShouldBe(["graphene", "防冰"]);
        need.GetProperty("cooperation").EnumerateArray().Select(mode => mode.GetString()).ShouldBe(["ordinary", "equity"]);
        need.GetProperty("isOwn").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_need_posted_on_the_page_leads_to_its_matches()
    {
        var company = await Market.NewCompany();
        using var browser = await company.Browser();
        await browser.Get("/demands/new");
        var page = await browser.Submit(new() { ["Form.TitleEn"] = "Ice-free blades", ["Form.ProblemEn"] = "Blades ice up.", ["Form.Keywords"] = "ice, wind，防冰", ["Form.BudgetMax"] = "2000000" });
        page.Status.ShouldBe(200);
        page.Path.ShouldStartWith("/matches?demand=");
        var id = Guid.Parse(page.Path["/matches?demand=".Length..]);
        var need = await company.Api.Get($"/api/demands/{id}");
        need.GetProperty("status").GetString().ShouldBe("Published");
        need.GetProperty("keywords").EnumerateArray().Select(word => word.GetString()).ShouldBe(["ice", "wind", "防冰"]);
        need.GetProperty("currency").GetString().ShouldBe("CNY");
    }

    [Fact]
    public async Task A_bad_form_comes_back_with_what_was_typed()
    {
        var company = await Market.NewCompany();
        using var browser = await company.Browser("zh");
        await browser.Get("/demands/new");
        var page = await browser.Submit(new() { ["Form.ProblemZh"] = "叶片结冰。", ["Form.BudgetMin"] = "20", ["Form.BudgetMax"] = "10" });
        page.Status.ShouldBe(422);
        page.ErrorOf("Form.TitleZh").ShouldBe("请至少用中文或英文填写一项。");
        page.ErrorOf("Form.BudgetMax").ShouldBe("不得低于下限。");
        page.Document.QuerySelector("[name='Form.ProblemZh']")!.TextContent.Trim().ShouldBe("叶片结冰。");
        (await company.Api.Get("/api/my/demands")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_draft_is_its_organisations_own_until_it_is_published()
    {
        var (company, visitor) = (await Market.NewCompany(), Market.Visitor());
        var draft = await company.DraftNeed();
        (await company.StatusOfNeed(draft.Id())).ShouldBe("Draft");
        await visitor.Get($"/api/demands/{draft.Id()}", HttpStatusCode.NotFound);
        await (await Market.NewCompany()).Api.Get($"/api/demands/{draft.Id()}", HttpStatusCode.NotFound);
        await (await Market.NewOperator()).Api.Get($"/api/demands/{draft.Id()}");
        using var browser = Market.Browser();
        (await browser.Get($"/demands/{draft.Id()}")).Status.ShouldBe(404);

        var published = await company.Api.Post($"/api/demands/{draft.Id()}/publication", null, ifMatch: draft.Version());
        published.Version().ShouldBe(draft.Version() + 1);
        (await visitor.Get($"/api/demands/{draft.Id()}")).GetProperty("status").GetString().ShouldBe("Published");
        (await company.Api.Post($"/api/demands/{draft.Id()}/publication", null, HttpStatusCode.Conflict, published.Version())).Code().ShouldBe("demand.not-publishable");
    }

    [Fact]
    public async Task A_draft_saved_on_the_page_is_published_there_too()
    {
        var company = await Market.NewCompany();
        using var browser = await company.Browser();
        var draft = await company.DraftNeed();
        await browser.Get($"/demands/{draft.Id()}");
        var page = await browser.Submit([], "main form[action*='Publish']");
        page.Path.ShouldBe($"/matches?demand={draft.Id()}");
        (await company.StatusOfNeed(draft.Id())).ShouldBe("Published");
    }

    [Fact]
    public async Task A_need_without_a_problem_waits_as_a_draft()
    {
        var company = await Market.NewCompany();
        var bare = DemandActs.Content(content => (content["problemZh"], content["problemEn"]) = (null, " "));
        (await company.Api.Post("/api/demands", bare, HttpStatusCode.Conflict)).Code().ShouldBe("demand.problem-missing");
        (await company.Api.Get("/api/my/demands")).GetProperty("total").GetInt32().ShouldBe(0);
        bare["asDraft"] = true;
        await company.Api.Post("/api/demands", bare, HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_deadline_that_has_passed_is_refused_in_the_readers_language()
    {
        var company = await Market.NewCompany();
        var late = DemandActs.Content(content => content["deadline"] = "2020-01-01");
        var english = await company.Api.Post("/api/demands", late, HttpStatusCode.Conflict);
        english.Code().ShouldBe("demand.deadline-passed");
        english.GetProperty("detail").GetString()!.ShouldNotContain(letter => letter >= '\u3400');
        (await company.ApiIn("zh").Post("/api/demands", late, HttpStatusCode.Conflict)).GetProperty("detail").GetString()!.ShouldContain(letter => letter >= '\u3400');
    }

    [Theory]
    [InlineData("titleZh", 200)]
    [InlineData("titleEn", 200)]
    [InlineData("problemZh", 20_000)]
    [InlineData("problemEn", 20_000)]
    [InlineData("targetsZh", 4_000)]
    [InlineData("targetsEn", 4_000)]
    public async Task A_text_beyond_its_limit_is_refused_at_its_field(string field, int limit)
    {
        var company = await Market.NewCompany();
        (await company.Api.Post("/api/demands", DemandActs.Content(content => content[field] = new string('x', limit + 1)), HttpStatusCode.BadRequest)).Errors(field).ShouldHaveSingleItem();
        await company.PostNeed(content => content[field] = new string('x', limit));
    }

    [Theory]
    [InlineData("field", "99")]
    [InlineData("industry", "ZZ")]
    [InlineData("currency", "XXX")]
    [InlineData("region", "99")]
    [InlineData("trlMin", 0)]
    [InlineData("trlMin", 10)]
    [InlineData("budgetMin", -1)]
    [InlineData("budgetMax", 1)]
    public async Task A_bad_value_is_refused_at_its_field_in_both_languages(string field, object value)
    {
        var company = await Market.NewCompany();
        var content = DemandActs.Content(content => content[field] = value);
        var english = (await company.Api.Post("/api/demands", content, HttpStatusCode.BadRequest)).Errors(field).ShouldHaveSingleItem();
        var chinese = (await company.ApiIn("zh").Post("/api/demands", content, HttpStatusCode.BadRequest)).Errors(field).ShouldHaveSingleItem();
        english.ShouldNotContain(letter => letter >= '\u3400');
        chinese.ShouldContain(letter => letter >= '\u3400');
    }

    [Fact]
    public async Task Lists_have_their_limits_and_their_codes()
    {
        var company = await Market.NewCompany();
        async Task<string[]> Refused(string field, object value) => (await company.Api.Post("/api/demands", DemandActs.Content(content => content[field] = value), HttpStatusCode.BadRequest)).Errors(field);
        (await Refused("keywords", Enumerable.Range(0, 16).Select(number => $"word{number}"))).ShouldHaveSingleItem();
        (await Refused("keywords", new[] { new string('x', 61) })).ShouldHaveSingleItem();
        (await Refused("cooperation", new[] { "ordinary", "barter" })).ShouldHaveSingleItem().ShouldContain("barter");
        (await Refused("trlMin", "seven")).ShouldHaveSingleItem();
        (await Refused("deadline", "31.03.2099")).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(null, 10)]
    [InlineData(10, null)]
    [InlineData(10, 10)]
    [InlineData(null, null)]
    public async Task Either_end_of_the_budget_may_be_open(int? min, int? max)
    {
        var company = await Market.NewCompany();
        var posted = await company.PostNeed(content => (content["budgetMin"], content["budgetMax"]) = (min, max));
        var need = await company.Api.Get($"/api/demands/{posted.Id()}");
        foreach (var (field, value) in new[] { ("budgetMin", min), ("budgetMax", max) })
            (need.GetProperty(field).ValueKind is JsonValueKind.Null ? null : (int?)need.GetProperty(field).GetDecimal()).ShouldBe(value, field);
    }

    [Fact]
    public async Task One_title_is_enough_and_none_is_refused()
    {
        var company = await Market.NewCompany();
        await company.PostNeed(content => content.Remove("titleZh"));
        await company.PostNeed(content => content.Remove("titleEn"));
        (await company.Api.Post("/api/demands", DemandActs.Content(content => (content["titleZh"], content["titleEn"]) = (" ", null)), HttpStatusCode.BadRequest)).Errors("titleZh").ShouldHaveSingleItem();
    }
}

public sealed class PostDemandTestsOnSqlite(SqliteMarket market) : PostDemandTests(market);

public sealed class PostDemandTestsOnPostgreSql(PostgreSqlMarket market) : PostDemandTests(market);

public sealed class PostDemandTestsOnSqlServer(SqlServerMarket market) : PostDemandTests(market);
