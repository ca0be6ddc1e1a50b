using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TechMatch.Directory.Features.Access;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Directory;

/// <summary>What needs a market of its own: another clock, other settings.</summary>
public sealed class SignInTimeTests
{
    private sealed class ShiftedClock : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }

    [Fact]
    public async Task A_lockout_ends_after_a_quarter_of_an_hour()
    {
        var clock = new ShiftedClock();
        await using var market = await OwnMarket.StartNew(adapt: services => services.AddSingleton<TimeProvider>(clock));
        var actor = await market.NewCompany();
        for (var i = 0; i < 5; i++) await market.Visitor().Post("/api/account/token", new { email = actor.Email, password = "not-the-password" }, HttpStatusCode.Unauthorized);
        clock.Shift = TimeSpan.FromMinutes(14);
        await market.Visitor().Post("/api/account/token", new { email = actor.Email, password = actor.Password }, HttpStatusCode.Unauthorized);

        clock.Shift = TimeSpan.FromMinutes(16);

        await market.Visitor().Post("/api/account/token", new { email = actor.Email, password = actor.Password });
    }

    [Fact]
    public async Task Tokens_wear_out()
    {
        var clock = new ShiftedClock();
        await using var market = await OwnMarket.StartNew(adapt: services => services.AddSingleton<TimeProvider>(clock));
        var actor = await market.NewCompany();
        var token = await market.Visitor().Post("/api/account/token", new { email = actor.Email, password = actor.Password });
        clock.Shift = TimeSpan.FromHours(2);
        await actor.Api.Get("/api/account/me", HttpStatusCode.Unauthorized);

        clock.Shift = TimeSpan.FromDays(15);

        (await market.Visitor().Post("/api/account/token/refresh", new { refreshToken = token.GetProperty("refreshToken").GetString() }, HttpStatusCode.Unauthorized)).Code().ShouldBe("person.token-worn");
    }

    [Fact]
    public async Task One_address_may_try_only_so_often_in_a_minute()
    {
        await using var market = await OwnMarket.StartNew(adapt: services => services.Configure<SignInSettings>(settings => settings.AttemptsPerMinute = 3));
        for (var i = 0; i < 3; i++) await market.Visitor().Post("/api/account/token", new { email = $"nobody{i}@example.org", password = "guess" }, HttpStatusCode.Unauthorized);

        using var answer = await market.Visitor("zh").SendAsync(new(HttpMethod.Post, "/api/account/token") { Content = System.Net.Http.Json.JsonContent.Create(new { email = "a@example.org", password = "guess" }) });
        using var browser = market.Browser("zh");
        await browser.Get("/account/sign-in");
        var page = await browser.Submit(new() { ["Form.Email"] = "a@example.org", ["Form.Password"] = "guess" });

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        (await answer.Content.ReadAsStringAsync()).ShouldContain("请稍等一分钟后重试。");
        page.Status.ShouldBe(429);
        page.Text.ShouldContain("尝试次数过多");
    }
}
