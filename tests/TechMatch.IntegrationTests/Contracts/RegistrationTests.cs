using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TechMatch.Integration.Directory;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Contracts;

public abstract class RegistrationTests(Market market) : MarketTests(market)
{
    private static DateOnly Today => DateOnly.FromDateTime(DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).DateTime);

    [Fact]
    public async Task A_contract_is_registered_step_by_step_by_the_api()
    {
        var (seller, buyer, registrar) = (await Market.NewUniversity("330100"), await Market.NewCompany("110108"), await Market.NewRegistrar());
        var (id, version) = await Market.SubmittedContract(seller, buyer);
        var path = $"/api/contracts/{id}/registration";

        version = (await registrar.Api.Post($"{path}/acceptance", null, ifMatch: version)).Version();
        var accepted = await seller.Api.Get($"/api/contracts/{id}");
        (accepted.GetProperty("state").GetString(), accepted.GetProperty("decisionDays").GetInt32(), accepted.GetProperty("dueOn").GetString())
            .ShouldBe(("Accepted", 10, $"{Today.AddDays(10):O}"), "Zhejiang decides in ten days");

        version = (await registrar.Api.Post($"{path}/return", new { correction = "缺少附件。" }, ifMatch: version)).Version();
        (await seller.Api.Get($"/api/contracts/{id}")).GetProperty("dueOn").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null, "the clock stands still");

        version = (await seller.Api.Put($"/api/contracts/{id}", SignedDeals.Facts(), ifMatch: version)).Version();
        version = (await seller.Api.Post(path, null, ifMatch: version)).Version();
        version = (await registrar.Api.Post($"{path}/acceptance", null, ifMatch: version)).Version();
        var number = SignedDeals.FreshNumber();
        await registrar.Api.Post(
            $"{path}/decision", new { outcome = "registered", registrationNumber = number, registeredOn = Today, technicalAmount = 1_000_000m }, ifMatch: version);

        var registered = await buyer.Api.Get($"/api/contracts/{id}");
        (registered.GetProperty("state").GetString(), registered.GetProperty("registrationNumber").GetString(), registered.GetProperty("flow").GetString(), registered.GetProperty("technicalAmount").GetDecimal())
            .ShouldBe(("Registered", number, "otherProvince", 1_000_000m));
        registered.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("state").GetString())
            .ShouldBe(["Submitted", "Accepted", "Returned", "Submitted", "Accepted", "Registered"]);
        registered.GetProperty("steps")[2].GetProperty("note").GetString().ShouldBe("缺少附件。");
        (await seller.Api.Post(path, null, HttpStatusCode.Conflict, ifMatch: registered.Version())).Code().ShouldBe("contract.already-applied");
    }

    [Fact]
    public async Task A_contract_is_registered_step_by_step_on_the_pages()
    {
        var (seller, buyer, registrar) = (await Market.NewUniversity(), await Market.NewCompany("110101"), await Market.NewRegistrar());
        var id = await Market.SignedContract(seller, SignedDeals.Between(seller, buyer));
        var office = await seller.Browser("zh");
        var page = await office.Get($"/contracts/{id}");
        page.Text.ShouldContain("150 万元");
        page.Text.ShouldContain("已录入");

        await office.Get($"/contracts/{id}/facts");
        page = await office.Submit(new()
        {
            ["Form.ProjectNameZh"] = "钠离子电池正极工艺",
            ["Form.ContractSubtype"] = "LIC-PATENT",
            ["Form.TechnicalAmount"] = "1200000",
            ["Form.StartsOn"] = "2026-01-01",
            ["Form.EndsOn"] = "2031-01-01",
            ["Form.PaymentForm"] = "lumpSum",
            ["Form.Field"] = "06",
            ["Form.PlanSource"] = "none",
            ["Form.Objective"] = "02",
            ["Form.IsRelatedParty"] = "False",
        });
        page.Status.ShouldBe(200, page.Text);
        page = await office.Submit([], "#submit-form");
        page.Text.ShouldContain("已提交");

        var desk = await registrar.Browser("zh");
        page = await desk.Get($"/contracts/{id}");
        await desk.Submit([], "#accept-form");
        page = await desk.Submit(new() { ["Form.RegistrationNumber"] = "123" }, "#register-form");
        page.Status.ShouldBe(422);
        page.ErrorOf("Form.RegistrationNumber").ShouldBe("登记编号应为14位或16位数字。");
        var number = SignedDeals.FreshNumber();
        page = await desk.Submit(new() { ["Form.RegistrationNumber"] = number }, "#register-form");

        page.Status.ShouldBe(200, page.Text);
        page.Text.ShouldContain(number);
        page.Text.ShouldContain("流向本省（市）");
        (await office.Get($"/contracts/{id}")).Text.ShouldContain("已登记");
    }

    [Fact]
    public async Task A_contract_is_returned_and_refused_on_the_pages_with_the_reason()
    {
        var (seller, buyer, registrar) = (await Market.NewUniversity(), await Market.NewCompany(), await Market.NewRegistrar());
        var (id, _) = await Market.SubmittedContract(seller, buyer);
        var desk = await registrar.Browser();

        await desk.Get($"/contracts/{id}");
        (await desk.Submit(new() { ["Form.Correction"] = "" }, "#return-form")).ErrorOf("Form.Correction").ShouldNotBeNull();
        await desk.Submit(new() { ["Form.Correction"] = "The annex is missing." }, "#return-form");
        var office = await seller.Browser();
        (await office.Get($"/contracts/{id}")).Text.ShouldContain("The annex is missing.");
        await office.Submit([], "#submit-form");
        await desk.Get($"/contracts/{id}");
        await desk.Submit([], "#accept-form");
        var page = await desk.Submit(new() { ["Form.Reason"] = "Mere restyling is no development." }, "#refuse-form");

        page.Status.ShouldBe(200, page.Text);
        (await office.Get($"/contracts/{id}")).Text.ShouldContain("Mere restyling is no development.");
        (await seller.Api.Get($"/api/contracts/{id}")).GetProperty("may").GetProperty("submit").GetBoolean().ShouldBeTrue("it may apply again");
    }

    [Fact]
    public async Task Only_the_sellers_side_applies_and_only_a_complete_contract()
    {
        var (seller, buyer) = (await Market.NewUniversity(), await Market.NewCompany());
        var id = await Market.SignedContract(seller, SignedDeals.Between(seller, buyer));

        (await seller.Api.Post($"/api/contracts/{id}/registration", null, HttpStatusCode.Conflict, ifMatch: 1)).Code().ShouldBe("contract.incomplete");
        await seller.Api.Put($"/api/contracts/{id}", SignedDeals.Facts(), ifMatch: 1);

        await buyer.Api.Post($"/api/contracts/{id}/registration", null, HttpStatusCode.Forbidden, ifMatch: 2);
        await (await Market.NewOperator()).Api.Post($"/api/contracts/{id}/registration", null, HttpStatusCode.Forbidden, ifMatch: 2);
        await seller.Api.Post($"/api/contracts/{id}/registration", null, HttpStatusCode.PreconditionFailed, ifMatch: 1);
        await seller.Api.Post($"/api/contracts/{id}/registration", null, ifMatch: 2);
    }

    [Fact]
    public async Task A_person_of_a_party_does_not_decide_even_as_a_registrar()
    {
        var (seller, buyer) = (await Market.NewUniversity(), await Market.NewCompany());
        var (id, version) = await Market.SubmittedContract(seller, buyer);
        foreach (var organisation in new[] { seller.OrganisationId, buyer.OrganisationId })
        {
            var insider = await Market.NewColleague(organisation, Roles.Registrar);

            var problem = await insider.Api.Post($"/api/contracts/{id}/registration/acceptance", null, HttpStatusCode.Forbidden, ifMatch: version);

            problem.Code().ShouldBe("contract.own-contract");
        }
        await seller.Api.Post($"/api/contracts/{id}/registration/acceptance", null, HttpStatusCode.Forbidden, ifMatch: version);
    }

    [Fact]
    public async Task A_registration_number_is_well_formed_and_given_once()
    {
        var (seller, buyer, registrar) = (await Market.NewUniversity(), await Market.NewCompany(), await Market.NewRegistrar());
        var number = SignedDeals.FreshNumber();
        var (first, firstVersion) = await Accepted();
        var (second, secondVersion) = await Accepted();

        (await Decide(second, secondVersion, "12345", HttpStatusCode.BadRequest)).Errors("registrationNumber").ShouldBe(["A registration number has 14 or 16 digits."]);
        (await Decide(second, secondVersion, number, HttpStatusCode.Conflict, Today.AddDays(1))).Code().ShouldBe("contract.registered-in-future");
        (await Decide(second, secondVersion, number, HttpStatusCode.Conflict, SignedDeals.SignedOn.AddDays(-1))).Code().ShouldBe("contract.registered-too-early");
        await Decide(first, firstVersion, number, HttpStatusCode.OK);
        (await Decide(second, secondVersion, number, HttpStatusCode.Conflict)).Code().ShouldBe("contract.number-taken");
        (await registrar.Api.Post($"/api/contracts/{second}/registration/decision", new { outcome = "perhaps" }, HttpStatusCode.BadRequest, ifMatch: secondVersion)).Errors("outcome").ShouldNotBeEmpty();
        (await registrar.Api.Post($"/api/contracts/{second}/registration/decision", new { outcome = "notRegistered" }, HttpStatusCode.BadRequest, ifMatch: secondVersion)).Errors("reason").ShouldNotBeEmpty();

        async Task<(Guid, long)> Accepted()
        {
            var (id, version) = await Market.SubmittedContract(seller, buyer);
            return (id, (await registrar.Api.Post($"/api/contracts/{id}/registration/acceptance", null, ifMatch: version)).Version());
        }

        Task<System.Text.Json.JsonElement> Decide(Guid id, long version, string text, HttpStatusCode expected, DateOnly? on = null) => registrar.Api.Post(
            $"/api/contracts/{id}/registration/decision", new { outcome = "registered", registrationNumber = text, registeredOn = on ?? Today }, expected, ifMatch: version);
    }

    [Fact]
    public async Task A_seller_abroad_cannot_apply_and_a_buyer_abroad_makes_an_export()
    {
        var (seller, foreigner, hongKong) = (await Market.NewUniversity(), await Market.NewCompany(null, "DE"), await Market.NewCompany("81"));
        foreach (var buyer in new[] { foreigner, hongKong })
        {
            var (id, _) = await Market.SubmittedContract(seller, buyer);
            (await seller.Api.Get($"/api/contracts/{id}")).GetProperty("flow").GetString().ShouldBe("export");
        }
        var import = await Market.SignedContract(foreigner, SignedDeals.Between(foreigner, seller));
        await foreigner.Api.Put($"/api/contracts/{import}", SignedDeals.Facts(), ifMatch: 1);

        (await foreigner.Api.Post($"/api/contracts/{import}/registration", null, HttpStatusCode.Conflict, ifMatch: 2)).Code().ShouldBe("contract.seller-abroad");
    }
}

public sealed class RegistrationTestsOnSqlite(SqliteMarket market) : RegistrationTests(market)
{
    [Fact]
    public async Task An_accepted_contract_is_overdue_after_its_last_day()
    {
        var clock = new AdjustableClock();
        await using var own = await OwnMarket.StartNew(adapt: services => services.AddSingleton<TimeProvider>(clock));
        var (seller, buyer, registrar) = (await own.NewUniversity("33"), await own.NewCompany(), await own.NewRegistrar());
        var (id, version) = await own.SubmittedContract(seller, buyer);
        await registrar.Api.Post($"/api/contracts/{id}/registration/acceptance", null, ifMatch: version);

        clock.Advance(TimeSpan.FromDays(11));

        registrar = await own.NewRegistrar();
        (await registrar.Api.Get($"/api/contracts/{id}")).GetProperty("isOverdue").GetBoolean().ShouldBeTrue();
        (await registrar.Api.Get("/api/registrations")).GetProperty("items")[0].GetProperty("isOverdue").GetBoolean().ShouldBeTrue();
        (await (await registrar.Browser()).Get("/registrar")).Text.ShouldContain("late");
    }
}

public sealed class RegistrationTestsOnPostgreSql(PostgreSqlMarket market) : RegistrationTests(market);

public sealed class RegistrationTestsOnSqlServer(SqlServerMarket market) : RegistrationTests(market);
