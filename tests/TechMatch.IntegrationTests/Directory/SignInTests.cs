using System.Net;
using System.Net.Http.Headers;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Directory;

public abstract class SignInTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task A_token_says_who_somebody_is_and_what_they_may_do()
    {
        var actor = await Market.NewUniversity();
        var me = await actor.Api.Get("/api/account/me");
        me.GetProperty("id").GetGuid().ShouldBe(actor.PersonId);
        me.GetProperty("email").GetString().ShouldBe(actor.Email);
        me.GetProperty("role").GetString().ShouldBe("university");
        me.GetProperty("organisation").GetProperty("id").GetGuid().ShouldBe(actor.OrganisationId);
        me.GetProperty("permissions").EnumerateArray().Select(permission => permission.GetString()).ShouldBe(["listings.manage", "contracts.record"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_page_signs_a_person_in_and_out()
    {
        var actor = await Market.NewCompany();
        using var browser = await actor.Browser();
        browser.Current.Path.ShouldBe("/");
        (await browser.Get("/account")).Text.ShouldContain(actor.Email);
        await browser.Get("/account/sign-out");
        await browser.Submit([]);
        (await browser.Get("/account")).Path.ShouldStartWith("/account/sign-in?returnUrl=%2Faccount");
    }
}

public sealed class SignInTestsOnSqlite(SqliteMarket market) : SignInTests(market);

public sealed class SignInTestsOnPostgreSql(PostgreSqlMarket market) : SignInTests(market);

public sealed class SignInTestsOnSqlServer(SqlServerMarket market) : SignInTests(market);
