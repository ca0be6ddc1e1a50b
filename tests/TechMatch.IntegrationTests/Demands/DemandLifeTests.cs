using System.Net;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Demands;

public abstract class DemandLifeTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task A_published_need_is_improved_and_stays_on_the_market()
    {
        var company = await Market.NewCompany();
        var posted = await company.PostNeed();
        var edited = await company.Api.Put($"/api/demands/{posted.Id()}", DemandActs.Content(content => content["titleEn"] = "Better title"), ifMatch: posted.Version());
        edited.Version().ShouldBe(posted.Version() + 1);
        var need = await Market.Visitor().Get($"/api/demands/{posted.Id()}");
        need.GetProperty("titleEn").GetString().ShouldBe("Better title");
        need.GetProperty("status").GetString().ShouldBe("Published");
        (await company.Api.Put($"/api/demands/{posted.Id()}", DemandActs.Content(content => (content["problemZh"], content["problemEn"]) = (null, null)), HttpStatusCode.Conflict, edited.Version()))
            .Code().ShouldBe("demand.problem-missing");
    }

    [Fact]
    public async Task The_edit_page_keeps_what_was_not_changed()
    {
        var company = await Market.NewCompany();
        // Neither a place below a province nor a section of industry need be among what the page offers.
        var posted = await company.PostNeed(content => (content["isAnonymous"], content["industry"]) = (true, "C"));
        using var browser = await company.Browser();
        await browser.Get($"/my/demands/{posted.Id()}/edit");
        var page = await browser.Submit(new() { ["Form.TitleEn"] = "Better title" });
        page.Path.ShouldBe($"/demands/{posted.Id()}");
        var need = await company.Api.Get($"/api/demands/{posted.Id()}");
        need.GetProperty("titleEn").GetString().ShouldBe("Better title");
        foreach (var (field, value) in DemandActs.Content().Where(pair => pair.Value is string && pair.Key != "titleEn")) need.GetProperty(field).GetString().ShouldBe((string?)value, field);
        need.GetProperty("isAnonymous").GetBoolean().ShouldBeTrue();
        need.GetProperty("industry").GetString().ShouldBe("C");
        need.GetProperty("trlMin").GetInt32().ShouldBe(6);
        need.GetProperty("budgetMax").GetDecimal().ShouldBe(2_000_000m);
        need.GetProperty("keywords").EnumerateArray().Select(word => word.GetString()).ShouldBe(["graphene", "防冰"]);
        need.GetProperty("cooperation").EnumerateArray().Select(mode => mode.GetString()).ShouldBe(["ordinary", "equity"], ignoreOrder: true);
    }

    [Fact]
    public async Task Closing_without_saying_how_is_refused_and_closes_nothing()
    {
        var company = await Market.NewCompany();
        var posted = await company.PostNeed();

        var problem = await company.Api.Post($"/api/demands/{posted.Id()}/closure", new { }, HttpStatusCode.BadRequest, posted.Version());

        problem.Errors("isSolved").ShouldHaveSingleItem();
        (await company.Api.Get($"/api/demands/{posted.Id()}")).GetProperty("status").GetString().ShouldBe("Published");
    }

    [Fact]
    public async Task Two_people_who_edit_at_once_do_not_overwrite_each_other()
    {
        var company = await Market.NewCompany();
        var posted = await company.PostNeed();
        using var browser = await company.Browser();
        await browser.Get($"/my/demands/{posted.Id()}/edit");
        await company.Api.Put($"/api/demands/{posted.Id()}", DemandActs.Content(content => content["titleEn"] = "The first"), ifMatch: posted.Version());
        var page = await browser.Submit(new() { ["Form.TitleEn"] = "The second" });
        page.Status.ShouldBe(412);
        page.Document.QuerySelector("[name='Form.TitleEn']")!.GetAttribute("value").ShouldBe("The second");
        (await company.Api.Get($"/api/demands/{posted.Id()}")).GetProperty("titleEn").GetString().ShouldBe("The first");
    }

    [Theory]
    [InlineData("en", "Must not be below the lower end.", "Fill this in, in Chinese or in English.")]
    [InlineData("zh", "不得低于下限。", "请至少用中文或英文填写一项。")]
    public async Task A_refused_edit_says_why_beside_the_fields_and_saves_none_of_them(string language, string belowMin, string noTitle)
    {
        var company = await Market.NewCompany();
        var posted = await company.PostNeed();
        using var browser = await company.Browser(language);
        await browser.Get($"/my/demands/{posted.Id()}/edit");

        var page = await browser.Submit(new() { ["Form.TitleZh"] = "", ["Form.TitleEn"] = "", ["Form.ProblemEn"] = "Half of a change.", ["Form.BudgetMax"] = "1" });

        page.Status.ShouldBe(422);
        page.ErrorOf("Form.BudgetMax").ShouldBe(belowMin);
        page.ErrorOf("Form.TitleZh").ShouldBe(noTitle);
        page.ErrorOf("Form.ProblemEn").ShouldBeNull();
        page.Document.QuerySelector("[name='Form.ProblemEn']")!.TextContent.Trim().ShouldBe("Half of a change.");
        var need = await company.Api.Get($"/api/demands/{posted.Id()}");
        (need.GetProperty("problemEn").GetString(), need.Version()).ShouldBe(("Blades ice up in winter.", posted.Version()));
    }

    [Fact]
    public async Task A_change_must_name_the_present_version()
    {
        var company = await Market.NewCompany();
        var draft = await company.DraftNeed();
        var path = $"/api/demands/{draft.Id()}";
        await company.Api.Put(path, DemandActs.Content(), HttpStatusCode.PreconditionRequired);
        await company.Api.Put(path, DemandActs.Content(), HttpStatusCode.PreconditionFailed, draft.Version() + 1);
        await company.Api.Post(path + "/publication", null, HttpStatusCode.PreconditionRequired);
        await company.Api.Post(path + "/publication", null, HttpStatusCode.PreconditionFailed, draft.Version() + 1);
        await company.Api.Post(path + "/closure", new { isSolved = false }, HttpStatusCode.PreconditionRequired);
        await company.Api.Post(path + "/closure", new { isSolved = false }, HttpStatusCode.PreconditionFailed, draft.Version() + 1);
        (await company.StatusOfNeed(draft.Id())).ShouldBe("Draft");
        await company.Api.Post(path + "/publication", null, ifMatch: draft.Version());
    }

    [Theory]
    [InlineData(true, "Solved")]
    [InlineData(false, "Withdrawn")]
    public async Task A_closed_need_is_found_by_its_organisation_only_and_stays_closed(bool isSolved, string status)
    {
        var (company, visitor) = (await Market.NewCompany(), Market.Visitor());
        var posted = await company.PostNeed();
        (await visitor.Get($"/api/demands?organisation={company.OrganisationId}")).GetProperty("total").GetInt32().ShouldBe(1);
        var closed = await company.CloseNeed(posted, isSolved);
        (await visitor.Get($"/api/demands?organisation={company.OrganisationId}")).GetProperty("total").GetInt32().ShouldBe(0);
        (await company.Api.Get($"/api/demands?organisation={company.OrganisationId}")).GetProperty("total").GetInt32().ShouldBe(0);
        await visitor.Get($"/api/demands/{posted.Id()}", HttpStatusCode.NotFound);
        (await company.StatusOfNeed(posted.Id())).ShouldBe(status);

        (await company.CloseNeed(closed, isSolved: false, HttpStatusCode.Conflict)).Code().ShouldBe("demand.closed");
        (await company.CloseNeed(closed, isSolved: true, HttpStatusCode.Conflict)).Code().ShouldBe("demand.not-on-market");
        (await company.Api.Put($"/api/demands/{posted.Id()}", DemandActs.Content(), HttpStatusCode.Conflict, closed.Version())).Code().ShouldBe("demand.not-editable");
        (await company.Api.Post($"/api/demands/{posted.Id()}/publication", null, HttpStatusCode.Conflict, closed.Version())).Code().ShouldBe("demand.not-publishable");
    }

    [Fact]
    public async Task A_need_is_closed_on_its_page()
    {
        var company = await Market.NewCompany();
        var posted = await company.PostNeed();
        using var browser = await company.Browser();
        await browser.Get($"/demands/{posted.Id()}");
        (await browser.Submit([], "main form[action*='Solve']")).Path.ShouldBe("/my/demands");
        (await company.StatusOfNeed(posted.Id())).ShouldBe("Solved");
    }

    [Fact]
    public async Task Each_role_may_do_its_own_and_no_more()
    {
        var visitor = Market.Visitor();
        await visitor.Post("/api/demands", DemandActs.Content(), HttpStatusCode.Unauthorized);
        await visitor.Get("/api/my/demands", HttpStatusCode.Unauthorized);
        foreach (var actor in new[] { await Market.NewUniversity(), await Market.NewBroker(), await Market.NewOperator(), await Market.NewRegistrar() })
        {
            await actor.Api.Post("/api/demands", DemandActs.Content(), HttpStatusCode.Forbidden);
            await actor.Api.Get("/api/my/demands", HttpStatusCode.Forbidden);
            using var browser = await actor.Browser();
            (await browser.Get("/demands/new")).Status.ShouldBe(403);
        }
    }

    [Fact]
    public async Task Another_organisation_changes_nothing_and_learns_nothing_of_a_draft()
    {
        var (company, other) = (await Market.NewCompany(), await Market.NewCompany());
        var (posted, draft) = (await company.PostNeed(), await company.DraftNeed());
        foreach (var (saved, refusal) in new[] { (posted, HttpStatusCode.Forbidden), (draft, HttpStatusCode.NotFound) })
        {
            var path = $"/api/demands/{saved.Id()}";
            // A stale version is answered like a fresh one.
            foreach (var version in new[] { saved.Version(), 99 })
            {
                await other.Api.Put(path, DemandActs.Content(), refusal, version);
                await other.Api.Post(path + "/publication", null, refusal, version);
                await other.Api.Post(path + "/closure", new { isSolved = false }, refusal, version);
            }
            await Market.Visitor().Put(path, DemandActs.Content(), HttpStatusCode.Unauthorized, saved.Version());
            await Market.Visitor().Post(path + "/closure", new { isSolved = false }, HttpStatusCode.Unauthorized, saved.Version());
        }
        using var browser = await other.Browser();
        foreach (var (saved, refusal) in new[] { (posted, 403), (draft, 404) })
        {
            await browser.Get("/demands/new");
            foreach (var path in new[] { $"/my/demands/{saved.Id()}/edit", $"/demands/{saved.Id()}?handler=Publish", $"/demands/{saved.Id()}?handler=Withdraw" })
            {
                (await browser.Submit(new() { ["Form.TitleEn"] = "Mine", ["Version"] = $"{saved.Version()}" }, to: path)).Status.ShouldBe(refusal, path);
                await browser.Get("/demands/new");
            }
            (await company.Api.Get($"/api/demands/{saved.Id()}")).Version().ShouldBe(saved.Version());
        }
        (await company.StatusOfNeed(posted.Id())).ShouldBe("Published");
        await company.Api.Put($"/api/demands/{Guid.CreateVersion7()}", DemandActs.Content(), HttpStatusCode.NotFound, 1);
    }

    [Fact]
    public async Task The_edit_page_opens_for_the_owner_only()
    {
        var (company, other) = (await Market.NewCompany(), await Market.NewCompany());
        var posted = await company.PostNeed();
        var path = $"/my/demands/{posted.Id()}/edit";
        using var visitor = Market.Browser();
        (await visitor.Get(path)).Path.ShouldStartWith("/account/sign-in");
        foreach (var actor in new[] { other, await Market.NewUniversity(), await Market.NewOperator() })
        {
            using var browser = await actor.Browser();
            (await browser.Get(path)).Status.ShouldBe(403);
        }
        using var own = await company.Browser();
        (await own.Get(path)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_owners_list_shows_every_state()
    {
        var company = await Market.NewCompany();
        await company.DraftNeed();
        await company.PostNeed();
        await company.CloseNeed(await company.PostNeed(), isSolved: true);
        var mine = await company.Api.Get("/api/my/demands");
        mine.GetProperty("total").GetInt32().ShouldBe(3);
        mine.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("status").GetString()).ShouldBe(["Solved", "Published", "Draft"]);
        mine.GetProperty("byStatus").GetProperty("Solved").GetInt32().ShouldBe(1);
        var drafts = await company.Api.Get("/api/my/demands?status=Draft");
        (drafts.GetProperty("total").GetInt32(), drafts.GetProperty("items").GetArrayLength()).ShouldBe((1, 1));
        drafts.GetProperty("byStatus").GetProperty("Published").GetInt32().ShouldBe(1);
        (await (await Market.NewCompany()).Api.Get("/api/my/demands")).GetProperty("total").GetInt32().ShouldBe(0);
        using var browser = await company.Browser("zh");
        (await browser.Get("/my/demands")).Text.ShouldContain("风电叶片防冰");
    }
}

public sealed class DemandLifeTestsOnSqlite(SqliteMarket market) : DemandLifeTests(market);

public sealed class DemandLifeTestsOnPostgreSql(PostgreSqlMarket market) : DemandLifeTests(market);

public sealed class DemandLifeTestsOnSqlServer(SqlServerMarket market) : DemandLifeTests(market);
