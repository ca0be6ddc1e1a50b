using System.Net;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TechMatch.Integration.Directory;
using TechMatch.IntegrationTests.Harness;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Persistence;

namespace TechMatch.IntegrationTests.Directory;

public abstract class OrganisationTests(Market market) : MarketTests(market)
{
    private async Task<(Guid Id, string Name)> Unverified()
    {
        var name = $"Newcomer {SignInTests.Tag()}";
        var registered = await Market.Visitor().Post(
            "/api/account/registration",
            new { email = $"{SignInTests.Tag()}@example.org", password = "four words make one", nameEn = "Lin Xiao", role = "company", organisationNameZh = "新来者", organisationNameEn = name, organisationType = "company", region = "110108", country = "CN" },
            HttpStatusCode.Created);
        return (registered.GetProperty("organisationId").GetGuid(), name);
    }

    [Fact]
    public async Task An_operator_verifies_an_organisation_and_the_audit_trail_says_so()
    {
        var actor = await Market.NewOperator();
        var (id, _) = await Unverified();
        var version = (await actor.Api.Get($"/api/organisations/{id}")).Version();

        var saved = await actor.Api.Post($"/api/organisations/{id}/verification", null, ifMatch: version);

        saved.Version().ShouldBe(version + 1);
        (await Market.Visitor().Get($"/api/organisations/{id}")).GetProperty("isVerified").GetBoolean().ShouldBeTrue();
        var subject = id.ToString();
        var entry = await Market.With<PlatformDbContext, TechMatch.Shared.Audit.AuditEntry>(db => db.AuditTrail.AsNoTracking().SingleAsync(entry => entry.SubjectId == subject && entry.Action == "VerifyOrganisation"));
        entry.ActorId.ShouldBe(actor.PersonId);
        entry.Changes.ShouldContain("VerifiedAt");
    }

    [Fact]
    public async Task Verification_can_be_withdrawn()
    {
        var actor = await Market.NewOperator();
        var (id, _) = await Unverified();
        var verified = await actor.Api.Post($"/api/organisations/{id}/verification", null, ifMatch: 1);
        await actor.Api.Send(HttpMethod.Delete, $"/api/organisations/{id}/verification", null, HttpStatusCode.OK, verified.Version());

        (await Market.Visitor().Get($"/api/organisations/{id}")).GetProperty("isVerified").GetBoolean().ShouldBeFalse();
        (await actor.Api.Send(HttpMethod.Delete, $"/api/organisations/{id}/verification", null, HttpStatusCode.Conflict, 3)).Code().ShouldBe("organisation.not-verified");
    }

    [Fact]
    public async Task Nobody_but_an_operator_verifies()
    {
        var (id, _) = await Unverified();
        await Market.Visitor().Post($"/api/organisations/{id}/verification", null, HttpStatusCode.Unauthorized, ifMatch: 1);
        foreach (var actor in new[] { await Market.NewCompany(), await Market.NewUniversity(), await Market.NewBroker(), await Market.NewRegistrar() })
        {
            await actor.Api.Post($"/api/organisations/{id}/verification", null, HttpStatusCode.Forbidden, ifMatch: 1);
            await actor.Api.Send(HttpMethod.Delete, $"/api/organisations/{id}/verification", null, HttpStatusCode.Forbidden, 1);
            await actor.Api.Get("/api/organisations", HttpStatusCode.Forbidden);
        }
        (await Market.Visitor().Get($"/api/organisations/{id}")).Version().ShouldBe(1);
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_a_missing_one_too()
    {
        var actor = await Market.NewOperator();
        var (id, _) = await Unverified();
        await actor.Api.Post($"/api/organisations/{id}/verification", null, HttpStatusCode.PreconditionRequired);
        await actor.Api.Post($"/api/organisations/{id}/verification", null, HttpStatusCode.PreconditionFailed, ifMatch: 7);
        await actor.Api.Post($"/api/organisations/{id}/verification", null, ifMatch: 1);
        await actor.Api.Post($"/api/organisations/{id}/verification", null, HttpStatusCode.PreconditionFailed, ifMatch: 1);
        (await actor.Api.Post($"/api/organisations/{id}/verification", null, HttpStatusCode.Conflict, ifMatch: 2)).Code().ShouldBe("organisation.already-verified");
    }

    [Fact]
    public async Task A_profile_is_public_and_has_its_version_as_etag()
    {
        var (id, name) = await Unverified();

        using var answer = await Market.Visitor().GetAsync($"/api/organisations/{id}");

        answer.Headers.ETag!.Tag.ShouldBe("\"1\"");
        (await answer.Content.ReadAsStringAsync()).ShouldContain(name);
        await Market.Visitor().Get($"/api/organisations/{Guid.CreateVersion7()}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_profile_page_speaks_both_languages_and_leads_to_results_and_needs()
    {
        var (id, name) = await Unverified();
        using var english = Market.Browser();
        using var chinese = Market.Browser("zh");

        var page = await english.Get($"/orgs/{id}");
        page.Document.QuerySelector("h1")!.TextContent.ShouldBe(name);
        page.Text.ShouldContain("Not verified");
        page.Text.ShouldContain("Haidian");
        page.Document.QuerySelector($"a[href='/listings?organisation={id}']").ShouldNotBeNull();
        page.Document.QuerySelector($"a[href='/demands?organisation={id}']").ShouldNotBeNull();
        var other = await chinese.Get($"/orgs/{id}");
        other.Document.QuerySelector("h1")!.TextContent.ShouldBe("新来者");
        other.Text.ShouldContain("海淀区");
        other.Text.ShouldContain("未核验");
        (await english.Get($"/orgs/{Guid.CreateVersion7()}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_sample_organisation_is_marked_as_such()
    {
        var id = await Market.Send(new EnsureOrganisation($"sample-{SignInTests.Tag()}", "示例", null, "university", "110108", "CN", IsSample: true));
        using var browser = Market.Browser();
        (await browser.Get($"/orgs/{id}")).Text.ShouldContain("Sample data");
    }

    [Fact]
    public async Task The_operators_list_finds_by_part_of_a_name_whatever_its_capitals()
    {
        var actor = await Market.NewOperator();
        var (id, name) = await Unverified();

        var page = await actor.Api.Get($"/api/organisations?q={Uri.EscapeDataString(name[3..].ToUpperInvariant())}");

        page.GetProperty("total").GetInt32().ShouldBe(1);
        page.GetProperty("items")[0].Id().ShouldBe(id);
        (await actor.Api.Get($"/api/organisations?q={Uri.EscapeDataString(name)}&verified=true")).GetProperty("total").GetInt32().ShouldBe(0);
        (await actor.Api.Get($"/api/organisations?q={Uri.EscapeDataString(name)}&verified=false")).GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task The_operators_list_is_paged_and_those_that_wait_come_first()
    {
        var actor = await Market.NewOperator();
        await Unverified();
        var first = await actor.Api.Get("/api/organisations?size=1");
        first.GetProperty("items").GetArrayLength().ShouldBe(1);
        first.GetProperty("items")[0].GetProperty("isVerified").GetBoolean().ShouldBeFalse();
        var last = await actor.Api.Get($"/api/organisations?size=1&page={first.GetProperty("total").GetInt32()}");
        last.GetProperty("items")[0].GetProperty("isVerified").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_operator_verifies_on_the_page()
    {
        var actor = await Market.NewOperator();
        var (id, name) = await Unverified();
        using var browser = await actor.Browser();
        await browser.Get($"/admin/organisations?q={Uri.EscapeDataString(name)}");

        var done = await browser.Submit([], $"#org-{id}");

        done.Status.ShouldBe(200);
        done.Path.ShouldStartWith("/admin/organisations?q=");
        done.Path.ShouldNotContain("handler");
        done.Text.ShouldContain("The organisation is verified.");
        done.Document.QuerySelector($"#org-{id} button")!.TextContent.ShouldContain("Withdraw");
    }

    [Fact]
    public async Task The_page_refuses_a_version_that_is_no_longer_the_present_one()
    {
        var actor = await Market.NewOperator();
        var (id, name) = await Unverified();
        using var browser = await actor.Browser("zh");
        await browser.Get($"/admin/organisations?q={Uri.EscapeDataString(name)}");
        await actor.Api.Post($"/api/organisations/{id}/verification", null, ifMatch: 1);

        var refused = await browser.Submit([], $"#org-{id}");

        refused.Status.ShouldBe(412);
        refused.Text.ShouldContain("请查看最新版本后重试");
        refused.Document.QuerySelector($"#org-{id} input[name='Form.Version']")!.GetAttribute("value").ShouldBe("2");
    }

    [Fact]
    public async Task The_second_page_of_the_list_opens()
    {
        var actor = await Market.NewOperator();
        for (var i = 0; i < 21; i++) await Market.Send(new EnsureOrganisation($"many-{SignInTests.Tag()}", null, $"Many {i}", "company", null, "DE"));
        using var browser = await actor.Browser();
        var page = await browser.Get("/admin/organisations?page=2");
        page.Status.ShouldBe(200);
        page.Document.QuerySelector("[aria-current=page].page, nav.pager [aria-current=page]")!.TextContent.ShouldBe("2");
    }

    [Fact]
    public async Task The_list_page_is_for_operators()
    {
        using var visitor = Market.Browser();
        (await visitor.Get("/admin/organisations")).Path.ShouldStartWith("/account/sign-in");
        using var company = await (await Market.NewCompany()).Browser();
        (await company.Get("/admin/organisations")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task The_same_key_gives_the_same_organisation()
    {
        var request = new EnsureOrganisation($"key-{SignInTests.Tag()}", "同一单位", "Same body", "university", "110108", "CN");
        (await Market.Send(request)).ShouldBe(await Market.Send(request with { NameEn = "Another name" }));
    }

    [Fact]
    public async Task An_import_finds_a_verified_organisation_by_its_name_and_never_an_unverified_one()
    {
        var actor = await Market.NewOperator();
        var (id, name) = await Unverified();
        var import = new EnsureOrganisation(name + " ", null, name, "company", "110108", "CN");
        await actor.Api.Post($"/api/organisations/{id}/verification", null, ifMatch: 1);
        (await Market.Send(import)).ShouldBe(id);

        var (squatter, taken) = await Unverified();
        (await Market.Send(import with { Key = taken, NameEn = taken })).ShouldNotBe(squatter);
    }

    [Fact]
    public async Task A_person_who_is_there_keeps_their_password()
    {
        var actor = await Market.NewCompany();
        var again = await Market.Send(new EnsurePerson(actor.Email.ToUpperInvariant(), "他人", null, "Another-horse-9", actor.OrganisationId, Roles.Operator));

        again.ShouldBe(new EnsuredPerson(actor.PersonId, WasMade: false));
        (await actor.Api.Get("/api/account/me")).GetProperty("role").GetString().ShouldBe("company");
        await Market.Visitor().Post("/api/account/token", new { email = actor.Email, password = actor.Password });
    }

    [Fact]
    public async Task Only_the_system_and_operators_bring_in_organisations_and_people()
    {
        var accessor = Market.Services.GetRequiredService<IHttpContextAccessor>();
        accessor.HttpContext = new DefaultHttpContext();
        await Should.ThrowAsync<ForbiddenException>(Market.Send(new EnsureOrganisation("key", null, "Name", "company", null, "DE")));
        await Should.ThrowAsync<ForbiddenException>(Market.Send(new EnsurePerson("a@example.org", null, "Name", "Right-horse-9-x", null, Roles.Operator)));
    }

    [Fact]
    public async Task Cards_come_for_known_ids_only()
    {
        var (first, second) = (await Market.NewUniversity(), await Market.NewCompany());
        var cards = await Market.Send(new GetOrganisations([first.OrganisationId, second.OrganisationId, second.OrganisationId, Guid.CreateVersion7()]));
        cards.Keys.ShouldBe([first.OrganisationId, second.OrganisationId], ignoreOrder: true);
        cards[first.OrganisationId].ShouldSatisfyAllConditions(card => card.Type.ShouldBe("university"), card => card.Province.ShouldBe("11"), card => card.NameZh!.ShouldStartWith("测试单位"));

        var people = await Market.Send(new GetPeople([first.PersonId, Guid.CreateVersion7()]));
        people.ShouldHaveSingleItem().Value.ShouldSatisfyAllConditions(card => card.Role.ShouldBe(Roles.University), card => card.OrganisationId.ShouldBe(first.OrganisationId), card => card.NameEn!.ShouldStartWith("Tester"));
    }

    [Fact]
    public async Task A_thousand_cards_come_in_one_question()
    {
        var actor = await Market.NewUniversity();
        var ids = Enumerable.Range(0, 999).Select(_ => Guid.CreateVersion7()).Append(actor.OrganisationId).ToArray();
        (await Market.Send(new GetOrganisations(ids))).Count.ShouldBe(1);
    }
}

public sealed class OrganisationTestsOnSqlite(SqliteMarket market) : OrganisationTests(market);

public sealed class OrganisationTestsOnPostgreSql(PostgreSqlMarket market) : OrganisationTests(market);

public sealed class OrganisationTestsOnSqlServer(SqlServerMarket market) : OrganisationTests(market);
