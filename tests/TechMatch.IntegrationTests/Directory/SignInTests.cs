using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;
using TechMatch.Integration.Directory;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Directory;

public abstract class SignInTests(Market market) : MarketTests(market)
{
    private Task<JsonElement> SignIn(string email, string password, HttpStatusCode expected = HttpStatusCode.OK, string language = "en") =>
        Market.Visitor(language).Post("/api/account/token", new { email, password }, expected);

    [Fact]
    public async Task A_token_says_who_somebody_is_and_what_they_may_do()
    {
        var actor = await Market.NewUniversity();

        var me = await actor.Api.Get("/api/account/me");

        me.GetProperty("id").GetGuid().ShouldBe(actor.PersonId);
        me.GetProperty("email").GetString().ShouldBe(actor.Email);
        me.GetProperty("role").GetString().ShouldBe("university");
        me.GetProperty("organisation").GetProperty("id").GetGuid().ShouldBe(actor.OrganisationId);
        me.GetProperty("permissions").EnumerateArray().Select(permission => permission.GetString()).ShouldBe([Permissions.ManageListings, Permissions.RecordContracts], ignoreOrder: true);
    }

    [Fact]
    public async Task A_registrar_without_organisation_can_sign_in()
    {
        var email = $"registrar-{Tag()}@example.org";
        await Market.Send(new EnsurePerson(email, "测试", null, "Right-horse-9-x", null, Roles.Registrar));
        var token = (await SignIn(email, "Right-horse-9-x")).GetProperty("accessToken").GetString();
        using var api = Market.Visitor();
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

        (await api.Get("/api/account/me")).GetProperty("organisation").ValueKind.ShouldBe(JsonValueKind.Null);
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

    [Fact]
    public async Task The_address_is_found_whatever_its_capitals_and_blanks()
    {
        var actor = await Market.NewCompany();
        await SignIn($"  {actor.Email.ToUpperInvariant()} ", actor.Password);
    }

    [Fact]
    public async Task After_sign_in_the_page_that_was_asked_for_opens()
    {
        var actor = await Market.NewCompany();
        using var browser = Market.Browser();
        await browser.Get("/account");

        (await browser.Submit(new() { ["Form.Email"] = actor.Email, ["Form.Password"] = actor.Password })).Path.ShouldBe("/account");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("elsewhere")]
    public async Task Sign_in_never_leads_to_another_site(string returnUrl)
    {
        var actor = await Market.NewCompany();
        using var browser = Market.Browser();
        await browser.Get($"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        (await browser.Submit(new() { ["Form.Email"] = actor.Email, ["Form.Password"] = actor.Password })).Path.ShouldBe("/");
    }

    [Theory]
    [InlineData("en", "E-mail address or password is wrong.")]
    [InlineData("zh", "电子邮箱或密码不正确。")]
    public async Task A_wrong_password_and_an_unknown_address_read_the_same(string language, string message)
    {
        var actor = await Market.NewCompany();

        var wrong = await SignIn(actor.Email, "not-the-password", HttpStatusCode.Unauthorized, language);
        var unknown = await SignIn($"nobody-{Tag()}@example.org", "not-the-password", HttpStatusCode.Unauthorized, language);

        wrong.GetProperty("detail").GetString().ShouldBe(message);
        wrong.Code().ShouldBe("person.wrong-sign-in");
        unknown.GetProperty("detail").GetString().ShouldBe(message);
        unknown.Code().ShouldBe(wrong.Code());
    }

    [Fact]
    public async Task The_page_tells_a_wrong_password_and_keeps_the_address()
    {
        var actor = await Market.NewCompany();
        using var browser = Market.Browser("zh");
        await browser.Get("/account/sign-in");

        var answer = await browser.Submit(new() { ["Form.Email"] = actor.Email, ["Form.Password"] = "not-the-password" });

        answer.Status.ShouldBe(401);
        answer.Text.ShouldContain("电子邮箱或密码不正确。");
        answer.Document.QuerySelector("input[name='Form.Email']")!.GetAttribute("value").ShouldBe(actor.Email);
        answer.Html.ShouldNotContain("not-the-password");
    }

    [Fact]
    public async Task Empty_fields_are_told_beside_them()
    {
        var problem = await SignIn("", "", HttpStatusCode.BadRequest);
        problem.Errors("email").ShouldHaveSingleItem().ShouldContain("E-mail");
        problem.Errors("password").ShouldHaveSingleItem().ShouldContain("Password");
        (await SignIn(null!, null!, HttpStatusCode.BadRequest, "zh")).Errors("password").ShouldHaveSingleItem().ShouldContain("密码");
    }

    [Theory]
    [InlineData("en", "Too many wrong passwords. Sign-in is closed for up to 15 minutes.")]
    [InlineData("zh", "密码错误次数过多，账号已锁定，最长 15 分钟后可再次登录。")]
    public async Task Five_wrong_passwords_close_sign_in_even_for_the_right_one(string language, string message)
    {
        var actor = await Market.NewCompany();
        for (var i = 0; i < 5; i++) (await SignIn(actor.Email, "not-the-password", HttpStatusCode.Unauthorized)).Code().ShouldBe("person.wrong-sign-in");

        var closed = await SignIn(actor.Email, actor.Password, HttpStatusCode.Unauthorized, language);

        closed.Code().ShouldBe("person.locked-out");
        closed.GetProperty("detail").GetString().ShouldBe(message);
    }

    [Fact]
    public async Task Guesses_that_come_at_once_are_each_counted()
    {
        var actor = await Market.NewCompany();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SignIn(actor.Email, "not-the-password", HttpStatusCode.Unauthorized)));

        (await SignIn(actor.Email, actor.Password, HttpStatusCode.Unauthorized)).Code().ShouldBe("person.locked-out");
    }

    [Fact]
    public async Task The_right_password_forgives_four_wrong_ones()
    {
        var actor = await Market.NewCompany();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++) await SignIn(actor.Email, "not-the-password", HttpStatusCode.Unauthorized);
            await SignIn(actor.Email, actor.Password);
        }
    }

    [Fact]
    public async Task A_refresh_token_gives_a_new_token()
    {
        var actor = await Market.NewCompany();
        var first = await SignIn(actor.Email, actor.Password);

        var second = await Market.Visitor().Post("/api/account/token/refresh", new { refreshToken = first.GetProperty("refreshToken").GetString() });

        first.GetProperty("expiresIn").GetInt32().ShouldBeGreaterThan(0);
        using var api = Market.Visitor();
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", second.GetProperty("accessToken").GetString());
        (await api.Get("/api/account/me")).GetProperty("email").GetString().ShouldBe(actor.Email);
    }

    [Fact]
    public async Task An_access_token_is_no_refresh_token_and_neither_is_a_word()
    {
        var actor = await Market.NewCompany();
        var access = (await SignIn(actor.Email, actor.Password)).GetProperty("accessToken").GetString();

        (await Market.Visitor().Post("/api/account/token/refresh", new { refreshToken = access }, HttpStatusCode.Unauthorized)).Code().ShouldBe("person.token-worn");
        (await Market.Visitor().Post("/api/account/token/refresh", new { refreshToken = "word" }, HttpStatusCode.Unauthorized)).Code().ShouldBe("person.token-worn");
        (await Market.Visitor().Post("/api/account/token/refresh", new { }, HttpStatusCode.BadRequest)).Errors("refreshToken").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_cookie_of_a_page_counts_for_nothing_below_api()
    {
        var actor = await Market.NewOperator();
        using var browser = await actor.Browser();
        (await browser.Http.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await browser.Http.Get("/api/account/me", HttpStatusCode.Unauthorized)).Code().ShouldBe("not-signed-in");
        await browser.Http.Send(HttpMethod.Post, $"/api/organisations/{actor.OrganisationId}/verification", null, HttpStatusCode.Unauthorized, ifMatch: 1);
    }

    [Fact]
    public async Task A_token_counts_for_nothing_on_pages()
    {
        var actor = await Market.NewOperator();
        (await actor.Api.GetAsync("/account")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer nonsense")]
    [InlineData("Basic dTpw")]
    public async Task Without_a_good_token_the_api_answers_401_as_a_problem(string? authorization)
    {
        using var api = Market.Visitor();
        if (authorization is not null) api.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        using var answer = await api.GetAsync("/api/account/me");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).Code().ShouldBe("not-signed-in");
    }

    [Fact]
    public async Task Without_the_permission_the_api_answers_403_as_a_problem()
    {
        var actor = await Market.NewCompany();

        using var answer = await actor.Api.GetAsync("/api/organisations");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).Code().ShouldBe("forbidden");
    }

    [Fact]
    public async Task A_form_from_another_site_is_refused()
    {
        var actor = await Market.NewCompany();
        using var browser = await actor.Browser();

        using var forged = new FormUrlEncodedContent([]);
        (await browser.Http.PostAsync("/account/sign-out", forged)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.Get("/account")).Text.ShouldContain(actor.Email);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_for_scripts_and_other_sites()
    {
        var actor = await Market.NewCompany();
        using var browser = Market.Browser();
        var page = await browser.Get("/account/sign-in");
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true };
        using var client = new HttpClient(handler) { BaseAddress = Market.Address };
        var form = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await client.GetStringAsync("/account/sign-in"));
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Form.Email"] = actor.Email,
            ["Form.Password"] = actor.Password,
            ["__RequestVerificationToken"] = form.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        });

        using var answer = await client.PostAsync("/account/sign-in", content);

        page.Status.ShouldBe(200);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("techmatch=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
    }

    internal static string Tag() => Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(5));
}

public sealed class SignInTestsOnSqlite(SqliteMarket market) : SignInTests(market);

public sealed class SignInTestsOnPostgreSql(PostgreSqlMarket market) : SignInTests(market);

public sealed class SignInTestsOnSqlServer(SqlServerMarket market) : SignInTests(market);
