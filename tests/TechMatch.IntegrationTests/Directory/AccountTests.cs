using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TechMatch.IntegrationTests.Harness;
using TechMatch.Shared.Persistence;

namespace TechMatch.IntegrationTests.Directory;

public abstract class AccountTests(Market market) : MarketTests(market)
{
    private const string Better = "a better one than before";

    [Fact]
    public async Task A_new_password_takes_the_place_of_the_old_one()
    {
        var actor = await Market.NewCompany();

        await actor.Api.Put("/api/account/password", new { currentPassword = actor.Password, newPassword = Better });

        await Market.Visitor().Post("/api/account/token", new { email = actor.Email, password = actor.Password }, HttpStatusCode.Unauthorized);
        await Market.Visitor().Post("/api/account/token", new { email = actor.Email, password = Better });
    }

    [Fact]
    public async Task A_new_password_ends_the_refresh_tokens_of_the_old_one()
    {
        var actor = await Market.NewCompany();
        var before = await Market.Visitor().Post("/api/account/token", new { email = actor.Email, password = actor.Password });

        var after = await actor.Api.Put("/api/account/password", new { currentPassword = actor.Password, newPassword = Better });

        await Market.Visitor().Post("/api/account/token/refresh", new { refreshToken = before.GetProperty("refreshToken").GetString() }, HttpStatusCode.Unauthorized);
        await Market.Visitor().Post("/api/account/token/refresh", new { refreshToken = after.GetProperty("refreshToken").GetString() });
    }

    [Fact]
    public async Task The_present_password_must_be_right()
    {
        var actor = await Market.NewCompany();
        var problem = await actor.ApiIn("zh").Put("/api/account/password", new { currentPassword = "not-the-password", newPassword = Better }, HttpStatusCode.BadRequest);
        problem.Errors("currentPassword").ShouldBe(["密码不正确。"]);
    }

    [Fact]
    public async Task A_session_left_open_does_not_serve_to_guess_the_password()
    {
        var actor = await Market.NewCompany();
        for (var i = 0; i < 5; i++) await actor.Api.Put("/api/account/password", new { currentPassword = "not-the-password", newPassword = Better }, HttpStatusCode.BadRequest);

        (await actor.Api.Put("/api/account/password", new { currentPassword = actor.Password, newPassword = Better }, HttpStatusCode.Unauthorized)).Code().ShouldBe("person.locked-out");
    }

    [Fact]
    public async Task A_weak_new_password_is_refused_beside_its_field()
    {
        var actor = await Market.NewCompany();
        (await actor.Api.Put("/api/account/password", new { currentPassword = actor.Password, newPassword = "short" }, HttpStatusCode.BadRequest)).Errors("newPassword").ShouldContain("The password needs at least 10 characters.");
    }

    [Fact]
    public async Task The_page_changes_the_password_and_stays_signed_in()
    {
        var actor = await Market.NewCompany();
        using var browser = await actor.Browser();
        await browser.Get("/account");
        var refused = await browser.Submit(new() { ["Form.CurrentPassword"] = "not-the-password", ["Form.NewPassword"] = Better });
        refused.Status.ShouldBe(422);
        refused.ErrorOf("Form.CurrentPassword").ShouldBe("The password is wrong.");

        var changed = await browser.Submit(new() { ["Form.CurrentPassword"] = actor.Password, ["Form.NewPassword"] = Better });

        changed.Status.ShouldBe(200);
        changed.Path.ShouldBe("/account");
        changed.Text.ShouldContain("Your password is changed.");
        await Market.Visitor().Post("/api/account/token", new { email = actor.Email, password = Better });
    }

    [Fact]
    public async Task The_audit_trail_knows_that_a_password_changed_and_not_what_it_is()
    {
        var actor = await Market.NewCompany();
        await actor.Api.Put("/api/account/password", new { currentPassword = actor.Password, newPassword = Better });
        var subject = actor.PersonId.ToString();

        var entries = await Market.With<PlatformDbContext, List<(string Action, string Actor, string Changes)>>(async db =>
            [.. (await db.AuditTrail.AsNoTracking().Where(entry => entry.SubjectId == subject).ToListAsync()).Select(entry => (entry.Action, entry.Actor, entry.Changes))]);

        var change = entries.Where(entry => entry.Action == "ChangePassword").ShouldHaveSingleItem();
        change.Actor.ShouldStartWith("Tester");
        change.Changes.ShouldContain("\"PasswordHash\":[\"•\",\"•\"]");
        entries.ShouldAllBe(entry => !entry.Changes.Contains("AQAAAA"));
    }
}

public sealed class AccountTestsOnSqlite(SqliteMarket market) : AccountTests(market);

public sealed class AccountTestsOnPostgreSql(PostgreSqlMarket market) : AccountTests(market);

public sealed class AccountTestsOnSqlServer(SqlServerMarket market) : AccountTests(market);
