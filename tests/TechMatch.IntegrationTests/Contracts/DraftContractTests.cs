using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Contracts;

public abstract class DraftContractTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task A_signed_deal_becomes_one_contract_however_often_it_is_told()
    {
        var (seller, buyer) = (await Market.NewUniversity(), await Market.NewCompany());
        var deal = SignedDeals.Between(seller, buyer);
        var message = Guid.CreateVersion7();

        await Market.Bring(deal, message);
        await Market.Bring(deal, message);
        await Market.Bring(deal with { Version = 10, Amount = 2m }, Guid.CreateVersion7());

        var contracts = await seller.Api.Get($"/api/contracts?deal={deal.DealId}");
        contracts.GetProperty("total").GetInt32().ShouldBe(1);
        contracts.GetProperty("items")[0].GetProperty("totalAmount").GetDecimal().ShouldBe(1_500_000m);
        contracts.GetProperty("items")[0].GetProperty("state").GetString().ShouldBe("Recorded");
    }

    [Theory]
    [InlineData("jointDevelopment", "DEV", "DEV-JOINT", "合作开发")]
    [InlineData("equity", "ASG", null, "作价入股")]
    [InlineData("service", "SRV", "SRV-GENERAL", "技术服务")]
    public async Task The_type_is_proposed_from_what_the_deal_agreed_with_the_reason(string cooperation, string type, string? subtype, string reason)
    {
        var (seller, buyer) = (await Market.NewUniversity(), await Market.NewCompany());
        var id = await Market.SignedContract(seller, SignedDeals.Between(seller, buyer, cooperation: cooperation));

        var contract = await seller.ApiIn("zh").Get($"/api/contracts/{id}");

        (contract.GetProperty("proposedType").GetString(), contract.GetProperty("contractType").GetString(), contract.GetProperty("contractSubtype").GetString()).ShouldBe((type, type, subtype));
        contract.GetProperty("proposalReason").GetString()!.ShouldContain(reason);
    }

    [Fact]
    public async Task A_contract_of_150_yuan_is_suspected_to_be_150_ten_thousands()
    {
        var (seller, buyer) = (await Market.NewUniversity(), await Market.NewCompany());
        var id = await Market.SignedContract(seller, SignedDeals.Between(seller, buyer, amount: 150m));

        var hints = (await seller.ApiIn("zh").Get($"/api/contracts/{id}")).GetProperty("hints");

        hints[0].GetProperty("code").GetString().ShouldBe("small-amount");
        hints[0].GetProperty("text").GetString()!.ShouldContain("万元");
    }
}

public sealed class DraftContractTestsOnSqlite(SqliteMarket market) : DraftContractTests(market);

public sealed class DraftContractTestsOnPostgreSql(PostgreSqlMarket market) : DraftContractTests(market);

public sealed class DraftContractTestsOnSqlServer(SqlServerMarket market) : DraftContractTests(market);
