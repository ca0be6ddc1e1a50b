using System.Net;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Contracts;

public abstract class CompleteContractTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task What_is_missing_is_named_and_a_complete_contract_misses_nothing()
    {
        var (seller, _, id) = await Recorded();
        var missing = (await seller.Api.Get($"/api/contracts/{id}")).GetProperty("missing").EnumerateArray().Select(name => name.GetString()).ToList();

        await seller.Api.Put($"/api/contracts/{id}", SignedDeals.Facts(), ifMatch: 1);

        missing.ShouldBe(["projectName", "contractSubtype", "technicalAmount", "startsOn", "endsOn", "paymentForm", "field", "planSource", "objective", "isRelatedParty"]);
        var contract = await seller.Api.Get($"/api/contracts/{id}");
        contract.GetProperty("missing").GetArrayLength().ShouldBe(0);
        contract.GetProperty("technicalShare").GetDecimal().ShouldBe(80m);
    }

    [Fact]
    public async Task Bad_values_are_all_named_at_once_in_the_readers_language()
    {
        var (seller, _, id) = await Recorded();
        var facts = SignedDeals.Facts();
        facts["contractType"] = "XYZ";
        facts["contractSubtype"] = "DEV-JOINT";
        facts["totalAmount"] = 10.123m;
        facts["technicalAmount"] = -1m;
        facts["currency"] = "";
        facts["projectNameZh"] = new string('长', 301);

        var problem = await seller.ApiIn("zh").Put($"/api/contracts/{id}", facts, HttpStatusCode.BadRequest, ifMatch: 1);

        problem.Errors("contractType").ShouldBe(["请从列表中选择。"]);
        problem.Errors("contractSubtype").ShouldBe(["该子类不属于所选的合同类型。"]);
        foreach (var field in new[] { "totalAmount", "technicalAmount", "currency", "projectNameZh" })
            problem.Errors(field).ShouldNotBeEmpty(field);
        problem.Errors("technicalAmount")[0].ShouldContain("技术交易额");
    }

    [Fact]
    public async Task A_technical_amount_above_the_total_breaks_a_rule()
    {
        var (seller, _, id) = await Recorded();

        var problem = await seller.Api.Put($"/api/contracts/{id}", SignedDeals.Facts(technical: 1_500_001m), HttpStatusCode.Conflict, ifMatch: 1);

        problem.Code().ShouldBe("contract.technical-amount");
    }

    [Fact]
    public async Task A_change_names_the_version_that_it_was_made_from()
    {
        var (seller, _, id) = await Recorded();

        (await seller.Api.Put($"/api/contracts/{id}", SignedDeals.Facts(), HttpStatusCode.PreconditionRequired)).Code().ShouldBe("if-match-missing");
        (await seller.Api.Put($"/api/contracts/{id}", SignedDeals.Facts(), ifMatch: 1)).Version().ShouldBe(2);
        (await seller.Api.Put($"/api/contracts/{id}", SignedDeals.Facts(), HttpStatusCode.PreconditionFailed, ifMatch: 1)).Code().ShouldBe("stale");

        using var answer = await seller.Api.GetAsync($"/api/contracts/{id}", TestContext.Current.CancellationToken);
        answer.Headers.ETag!.Tag.ShouldBe("\"2\"");
    }

    [Fact]
    public async Task The_buyer_reads_but_does_not_write()
    {
        var (_, buyer, id) = await Recorded();

        (await buyer.Api.Get($"/api/contracts/{id}")).GetProperty("may").GetProperty("complete").GetBoolean().ShouldBeFalse();
        await buyer.Api.Put($"/api/contracts/{id}", SignedDeals.Facts(), HttpStatusCode.Forbidden, ifMatch: 1);
        (await (await buyer.Browser()).Get($"/contracts/{id}/facts")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task The_form_keeps_what_was_typed_and_says_what_is_wrong_beside_the_field()
    {
        var (seller, _, id) = await Recorded();
        var browser = await seller.Browser("zh");
        await browser.Get($"/contracts/{id}/facts");

        var answer = await browser.Submit(new() { ["Form.TotalAmount"] = "一百五十万", ["Form.ProjectNameZh"] = "新工艺" });

        answer.Status.ShouldBe(422);
        answer.ErrorOf("Form.TotalAmount").ShouldNotBeNull();
        answer.Html.ShouldContain("新工艺");
        answer = await browser.Submit(new() { ["Form.TotalAmount"] = "1500000", ["Form.TechnicalAmount"] = "1600000" });
        answer.Status.ShouldBe(409);
        answer.Text.ShouldContain("技术交易额须不小于零，且不超过合同成交总额。");
    }

    [Fact]
    public async Task A_form_that_somebody_overtook_is_refused()
    {
        var (seller, _, id) = await Recorded();
        var browser = await seller.Browser();
        await browser.Get($"/contracts/{id}/facts");
        await seller.Api.Put($"/api/contracts/{id}", SignedDeals.Facts(), ifMatch: 1);

        (await browser.Submit(new() { ["Form.ProjectNameEn"] = "Old screen" })).Status.ShouldBe(412);
    }

    private async Task<(Actor Seller, Actor Buyer, Guid Contract)> Recorded()
    {
        var (seller, buyer) = (await Market.NewUniversity(), await Market.NewCompany());
        return (seller, buyer, await Market.SignedContract(seller, SignedDeals.Between(seller, buyer)));
    }
}

public sealed class CompleteContractTestsOnSqlite(SqliteMarket market) : CompleteContractTests(market);

public sealed class CompleteContractTestsOnPostgreSql(PostgreSqlMarket market) : CompleteContractTests(market);

public sealed class CompleteContractTestsOnSqlServer(SqlServerMarket market) : CompleteContractTests(market);
