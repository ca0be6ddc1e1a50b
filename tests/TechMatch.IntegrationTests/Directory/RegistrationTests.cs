using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Directory;

public abstract class RegistrationTests(Market market) : MarketTests(market)
{
    private static JsonObject Form(string? field = null, string? value = null)
    {
        var form = new JsonObject
        {
            ["email"] = $"new-{SignInTests.Tag()}@example.org",
            ["password"] = "four words make one",
            ["nameZh"] = "林晓",
            ["role"] = "university",
            ["organisationNameZh"] = $"新单位{SignInTests.Tag()}",
            ["organisationType"] = "institute",
            ["region"] = "110108",
            ["country"] = "CN",
        };
        if (field is not null) form[field] = value;
        return form;
    }

    private static string NewCreditCode()
    {
        var body = "91110108" + Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(5))[..9];
        return body + TechMatch.Directory.Domain.CreditCode.CheckDigit(body);
    }

    [Fact]
    public async Task Whoever_registers_can_sign_in_and_waits_for_verification()
    {
        var form = Form("creditCode", NewCreditCode().ToLowerInvariant());
        var registered = await Market.Visitor().Post("/api/account/registration", form, HttpStatusCode.Created);

        await Market.Visitor().Post("/api/account/token", new { email = (string?)form["email"], password = (string?)form["password"] });
        var organisation = await Market.Visitor().Get($"/api/organisations/{registered.GetProperty("organisationId").GetGuid()}");

        organisation.GetProperty("isVerified").GetBoolean().ShouldBeFalse();
        organisation.GetProperty("nameZh").GetString().ShouldBe((string?)form["organisationNameZh"]);
        organisation.GetProperty("creditCode").GetString().ShouldBe(((string?)form["creditCode"])!.ToUpperInvariant());
    }

    [Theory]
    [InlineData("email", "", "must not be empty", "不能为空")]
    [InlineData("email", "no address", "not an e-mail address", "电子邮箱格式不正确")]
    [InlineData("password", "short", "at least 10 characters", "至少需要 10 个字符")]
    [InlineData("password", "aaaaaaaaaaaa", "at least 4 different characters", "至少需要 4 个不同的字符")]
    [InlineData("password", "", "must not be empty", "不能为空")]
    [InlineData("nameZh", " ", "Give your name", "请填写中文姓名或英文姓名")]
    [InlineData("role", "operator", "Choose university, company or broker", "请选择高校院所、企业或技术经理人")]
    [InlineData("role", "registrar", "Choose university, company or broker", "请选择高校院所、企业或技术经理人")]
    [InlineData("role", null, "Choose university, company or broker", "请选择高校院所、企业或技术经理人")]
    [InlineData("organisationNameZh", "", "Give the organisation a name", "请填写机构的中文名称或英文名称")]
    [InlineData("organisationType", "circus", "Choose a type of organisation", "请选择机构类型")]
    [InlineData("region", "999999", "no such region", "没有这个地区")]
    [InlineData("country", "China", "Two capital letters", "两位大写字母代码")]
    [InlineData("country", null, "Two capital letters", "两位大写字母代码")]
    [InlineData("creditCode", "91350100M000100Y44", "check digit", "校验码")]
    public async Task What_is_wrong_is_told_beside_its_field_in_both_languages(string field, string? value, string english, string chinese)
    {
        (await Market.Visitor().Post("/api/account/registration", Form(field, value), HttpStatusCode.BadRequest)).Errors(field).ShouldContain(message => message.Contains(english));
        (await Market.Visitor("zh").Post("/api/account/registration", Form(field, value), HttpStatusCode.BadRequest)).Errors(field).ShouldContain(message => message.Contains(chinese));
    }

    [Theory]
    [InlineData("email", 255)]
    [InlineData("password", 201)]
    [InlineData("nameZh", 101)]
    [InlineData("nameEn", 101)]
    [InlineData("organisationNameZh", 201)]
    [InlineData("organisationNameEn", 201)]
    public async Task What_is_too_long_is_refused(string field, int length)
    {
        var text = (field == "email" ? "a@" : "abcd") + new string('字', length);
        (await Market.Visitor().Post("/api/account/registration", Form(field, text), HttpStatusCode.BadRequest)).Errors(field).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var form = Form("email", "no address");
        form["password"] = "short";
        form["organisationType"] = "circus";
        form["region"] = "999999";

        var errors = (await Market.Visitor().Post("/api/account/registration", form, HttpStatusCode.BadRequest)).GetProperty("errors");

        errors.EnumerateObject().Select(error => error.Name).ShouldBe(["email", "password", "organisationType", "region"], ignoreOrder: true);
    }

    [Fact]
    public async Task Nothing_is_saved_when_something_is_wrong()
    {
        var actor = await Market.NewOperator();
        var form = Form("password", "short");
        await Market.Visitor().Post("/api/account/registration", form, HttpStatusCode.BadRequest);

        (await actor.Api.Get($"/api/organisations?q={Uri.EscapeDataString((string)form["organisationNameZh"]!)}")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Abroad_there_is_neither_region_nor_credit_code()
    {
        var form = Form("creditCode", "91350100M000100Y43");
        form["country"] = "DE";

        var problem = await Market.Visitor().Post("/api/account/registration", form, HttpStatusCode.BadRequest);

        problem.Errors("region").ShouldHaveSingleItem();
        problem.Errors("creditCode").ShouldHaveSingleItem();
        form["region"] = null;
        form["creditCode"] = null;
        await Market.Visitor().Post("/api/account/registration", form, HttpStatusCode.Created);
    }

    [Fact]
    public async Task An_address_registers_once_whatever_its_capitals()
    {
        var form = Form();
        await Market.Visitor().Post("/api/account/registration", form, HttpStatusCode.Created);
        var second = Form("email", ((string?)form["email"])!.ToUpperInvariant());

        (await Market.Visitor("zh").Post("/api/account/registration", second, HttpStatusCode.BadRequest)).Errors("email").ShouldBe(["该电子邮箱已注册。"]);
    }

    [Fact]
    public async Task A_credit_code_registers_once()
    {
        var code = NewCreditCode();
        await Market.Visitor().Post("/api/account/registration", Form("creditCode", code), HttpStatusCode.Created);

        (await Market.Visitor().Post("/api/account/registration", Form("creditCode", code), HttpStatusCode.BadRequest)).Errors("creditCode").ShouldHaveSingleItem().ShouldContain("registered already");
    }

    [Fact]
    public async Task Of_two_who_register_one_address_at_once_one_is_told()
    {
        var form = Form();
        using var first = Market.Visitor();
        using var second = Market.Visitor();

        var answers = await Task.WhenAll(new[] { first, second }.Select(client => client.PostAsync("/api/account/registration", System.Net.Http.Json.JsonContent.Create(form))));

        answers.Select(answer => answer.StatusCode).ShouldBe([HttpStatusCode.Created, HttpStatusCode.BadRequest], ignoreOrder: true);
    }

    [Fact]
    public async Task The_page_registers_and_signs_in()
    {
        var form = Form();
        using var browser = Market.Browser();
        await browser.Get("/account/register");

        var answer = await browser.Submit(new()
        {
            ["Form.Role"] = "company",
            ["Form.NameEn"] = "Lin Xiao",
            ["Form.Email"] = (string?)form["email"],
            ["Form.Password"] = "four words make one",
            ["Form.OrganisationNameEn"] = "Harbour Pumps",
            ["Form.OrganisationType"] = "company",
            ["Form.Region"] = "110108",
        });

        answer.Path.ShouldBe("/account");
        answer.Text.ShouldContain("Lin Xiao");
        answer.Text.ShouldContain("Harbour Pumps");
        answer.Text.ShouldContain("Not verified");
    }

    [Fact]
    public async Task The_page_tells_each_error_beside_its_field_and_keeps_what_was_typed_but_the_password()
    {
        using var browser = Market.Browser("zh");
        await browser.Get("/account/register");

        var answer = await browser.Submit(new() { ["Form.Email"] = "no address", ["Form.Password"] = "short-one", ["Form.OrganisationNameZh"] = "云河", ["Form.CreditCode"] = "123" });

        answer.Status.ShouldBe(422);
        answer.ErrorOf("Form.Email").ShouldBe("电子邮箱格式不正确。");
        answer.ErrorOf("Form.Password").ShouldBe("密码至少需要 10 个字符。");
        answer.ErrorOf("Form.CreditCode")!.ShouldContain("校验码");
        answer.ErrorOf("Form.Role").ShouldNotBeNull();
        answer.ErrorOf("Form.OrganisationNameZh").ShouldBeNull();
        answer.Document.QuerySelector("input[name='Form.OrganisationNameZh']")!.GetAttribute("value").ShouldBe("云河");
        answer.Html.ShouldNotContain("short-one");
    }
}

public sealed class RegistrationTestsOnSqlite(SqliteMarket market) : RegistrationTests(market);

public sealed class RegistrationTestsOnPostgreSql(PostgreSqlMarket market) : RegistrationTests(market);

public sealed class RegistrationTestsOnSqlServer(SqlServerMarket market) : RegistrationTests(market);
