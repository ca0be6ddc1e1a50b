using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TechMatch.Integration.Brokerage;
using TechMatch.Integration.Directory;
using TechMatch.IntegrationTests.Harness;
using TechMatch.Shared.Messaging;
using TechMatch.Shared.Persistence;

namespace TechMatch.IntegrationTests.Shell;

public abstract class AdminTests(Market market) : MarketTests(market)
{
    private static readonly string[] Pages = ["/admin", "/admin/messages", "/admin/jobs", "/admin/audit"];
    private static readonly string[] Addresses = ["/api/admin/dead-letters", "/api/admin/jobs", "/api/admin/audit"];

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in()
    {
        foreach (var path in Pages)
            (await Market.Browser().Get(path)).Path.ShouldStartWith("/account/sign-in?returnUrl=" + Uri.EscapeDataString(path));
        foreach (var path in Addresses) await Market.Visitor().Get(path, HttpStatusCode.Unauthorized);
        await Market.Visitor().Post($"/api/admin/dead-letters/{Guid.CreateVersion7()}/replay", null, HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Those_who_do_not_run_the_market_are_kept_out()
    {
        foreach (var person in new[] { await Market.NewUniversity(), await Market.NewBroker() })
        {
            var browser = await person.Browser();
            foreach (var path in Pages) (await browser.Get(path)).Status.ShouldBe(403, path);
            foreach (var path in Addresses) await person.Api.Get(path, HttpStatusCode.Forbidden);
            await person.Api.Post($"/api/admin/dead-letters/{Guid.CreateVersion7()}/replay", null, HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task An_operator_sees_every_page_in_both_languages()
    {
        var person = await Market.NewOperator();
        foreach (var language in new[] { "en", "zh" })
        {
            var browser = await person.Browser(language);
            foreach (var path in Pages)
            {
                var page = await browser.Get(path);
                page.Status.ShouldBe(200, path);
                page.Document.QuerySelectorAll("h1").Length.ShouldBe(1, path);
                // A key instead of its text would be seen like this.
                page.Text.ShouldNotContain("admin.");
                page.Text.ShouldNotContain("nav.");
            }
        }
    }

    [Fact]
    public async Task A_dead_letter_is_shown_with_its_reason_and_what_it_says()
    {
        var person = await Market.NewOperator();
        var (id, deal) = await Kill("<script>alert('reason')</script>");

        var letter = (await Letters(person)).Single(row => row.GetProperty("id").GetGuid() == id);
        letter.GetProperty("error").GetString()!.ShouldContain("reason");
        letter.GetProperty("payload").GetString()!.ShouldContain(deal.ToString());
        letter.GetProperty("attempts").GetInt32().ShouldBe(7);

        var page = await (await person.Browser()).Get("/admin/messages");
        var article = page.Document.GetElementById($"m-{id}").ShouldNotBeNull();
        article.TextContent.ShouldContain("DealOpened");
        article.TextContent.ShouldContain("<script>alert('reason')</script>");
        page.Document.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_operator_has_a_dead_letter_delivered_again_from_the_page()
    {
        var person = await Market.NewOperator();
        var (id, _) = await Kill("out of order");
        var browser = await person.Browser();
        await browser.Get("/admin/messages");

        var page = await browser.Submit([], $"#m-{id} form");

        page.Path.ShouldBe("/admin/messages");
        page.Text.ShouldContain("The message is on its way again.");
        page.Document.GetElementById($"m-{id}").ShouldBeNull();
        await Eventually.True(() => Delivered(id), "delivered message");
        (await browser.Get("/admin/messages")).Text.ShouldNotContain("The message is on its way again.");
    }

    [Fact]
    public async Task A_dead_letter_is_replayed_once_and_only_once_by_the_api()
    {
        var person = await Market.NewOperator();
        var (id, _) = await Kill("out of order");

        await person.Api.Post($"/api/admin/dead-letters/{id}/replay", null, HttpStatusCode.NoContent);
        await Eventually.True(() => Delivered(id), "delivered message");

        (await person.Api.Post($"/api/admin/dead-letters/{id}/replay", null, HttpStatusCode.NotFound)).Code().ShouldBe("not-found");
        (await Letters(person)).ShouldNotContain(row => row.GetProperty("id").GetGuid() == id);
    }

    [Fact]
    public async Task An_operators_home_page_says_what_failed()
    {
        var person = await Market.NewOperator();
        await Kill("out of order");

        (await (await person.Browser()).Get("/")).Document.QuerySelector("a.mini.urgent[href='/admin/messages']").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_audit_trail_tells_who_made_what_and_can_be_narrowed_to_one_thing()
    {
        var person = await Market.NewOperator();
        var (mine, other) = (await NewOrganisation("<b>hostile</b>"), await NewOrganisation("other"));

        var found = await person.Api.Get($"/api/admin/audit?subject=Organisation&subjectId={mine}");

        found.GetProperty("total").GetInt32().ShouldBe(1);
        var entry = found.GetProperty("items")[0];
        entry.GetProperty("action").GetString().ShouldBe("EnsureOrganisation");
        entry.GetProperty("actor").GetString().ShouldBe("system");
        entry.GetProperty("changes").EnumerateObject().SelectMany(change => change.Value.EnumerateArray()).ShouldContain(value => value.GetString() == "<b>hostile</b>");

        var page = await (await person.Browser()).Get($"/admin/audit?subject=Organisation&subjectId={mine}");
        page.Document.QuerySelectorAll("ol.tl > li").Length.ShouldBe(1);
        page.Text.ShouldContain("<b>hostile</b>");
        page.Text.ShouldContain(mine.ToString());
        page.Text.ShouldNotContain(other.ToString());
        page.Document.QuerySelector("select[name=Subject] option[selected]")!.GetAttribute("value").ShouldBe("Organisation");
    }

    [Fact]
    public async Task A_filter_that_is_too_long_is_refused_beside_its_field()
    {
        var person = await Market.NewOperator();
        var tooLong = new string('x', 201);

        (await person.Api.Get($"/api/admin/audit?subjectId={tooLong}", HttpStatusCode.BadRequest)).Errors("subjectId").ShouldNotBeEmpty();
        var page = await (await person.Browser()).Get($"/admin/audit?subjectId={tooLong}");
        page.Status.ShouldBe(422);
        page.ErrorOf("SubjectId").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("?page=0&size=0")]
    [InlineData("?page=-5&size=100000")]
    [InlineData("?page=999999999")]
    public async Task A_page_number_out_of_bounds_is_put_into_them(string query)
    {
        var person = await Market.NewOperator();

        foreach (var path in Addresses) await person.Api.Get(path + query);
    }

    private Task<Guid> NewOrganisation(string name) =>
        Market.Send(new EnsureOrganisation($"audit-{Guid.CreateVersion7()}", null, name, "university", "110108", "CN"));

    private static async Task<List<JsonElement>> Letters(Actor person) =>
        [.. (await person.Api.Get("/api/admin/dead-letters?size=100")).GetProperty("items").EnumerateArray()];

    private Task<bool> Delivered(Guid id) => Market.With((PlatformDbContext db) => db.Outbox.AnyAsync(row => row.Id == id && row.DeliveredAt != null));

    // A message that was given up, written in one transaction so that the dispatcher never sees it alive.
    private Task<(Guid Id, Guid Deal)> Kill(string reason) => Market.InTransaction(async (PlatformDbContext db) =>
    {
        var deal = Guid.CreateVersion7();
        db.Publish(new DealOpened(deal, 1, Guid.CreateVersion7(), null, Guid.CreateVersion7(), Guid.CreateVersion7()));
        await db.SaveChangesAsync();
        var message = db.Outbox.Local.Single();
        var now = TimeProvider.System.GetUtcNow();
        await db.Outbox.Where(row => row.Id == message.Id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.DeadAt, now).SetProperty(row => row.Attempts, 7).SetProperty(row => row.Error, reason));
        return (message.Id, deal);
    });
}

public sealed class AdminTestsOnSqlite(SqliteMarket market) : AdminTests(market);

public sealed class AdminTestsOnPostgreSql(PostgreSqlMarket market) : AdminTests(market);

public sealed class AdminTestsOnSqlServer(SqlServerMarket market) : AdminTests(market);
