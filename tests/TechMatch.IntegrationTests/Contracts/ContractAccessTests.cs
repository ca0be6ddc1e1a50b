using System.Net;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Contracts;

public abstract class ContractAccessTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task Only_the_two_sides_their_broker_registrars_and_operators_know_of_a_contract()
    {
        var (seller, buyer, broker) = (await Market.NewUniversity(), await Market.NewCompany(), await Market.NewBroker());
        var deal = await Market.DealOf(seller, buyer, broker);
        var id = await Market.SignedContract(seller, SignedDeals.Between(seller, buyer, deal));

        foreach (var insider in new[] { seller, buyer, broker, await Market.NewRegistrar(), await Market.NewOperator() })
        {
            (await insider.Api.Get($"/api/contracts/{id}")).Id().ShouldBe(id);
            (await insider.Api.Get($"/api/contracts?deal={deal}")).GetProperty("total").GetInt32().ShouldBe(1);
            (await (await insider.Browser()).Get($"/contracts/{id}")).Status.ShouldBe(200);
        }
        foreach (var outsider in new[] { await Market.NewUniversity(), await Market.NewCompany(), await Market.NewBroker() })
        {
            await outsider.Api.Get($"/api/contracts/{id}", HttpStatusCode.NotFound);
            await outsider.Api.Put($"/api/contracts/{id}", SignedDeals.Facts(), HttpStatusCode.NotFound, ifMatch: 77);
            (await outsider.Api.Get($"/api/contracts?deal={deal}")).GetProperty("total").GetInt32().ShouldBe(0);
            (await (await outsider.Browser()).Get($"/contracts/{id}")).Status.ShouldBe(404);
        }
    }

    [Fact]
    public async Task The_broker_of_the_deal_completes_but_does_not_apply()
    {
        var (seller, buyer, broker) = (await Market.NewUniversity(), await Market.NewCompany(), await Market.NewBroker());
        var id = await Market.SignedContract(seller, SignedDeals.Between(seller, buyer, await Market.DealOf(seller, buyer, broker)));

        await broker.Api.Put($"/api/contracts/{id}", SignedDeals.Facts(), ifMatch: 1);

        await broker.Api.Post($"/api/contracts/{id}/registration", null, HttpStatusCode.Forbidden, ifMatch: 2);
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in()
    {
        var id = Guid.CreateVersion7();

        await Market.Visitor().Get("/api/contracts", HttpStatusCode.Unauthorized);
        await Market.Visitor().Get($"/api/contracts/{id}", HttpStatusCode.Unauthorized);
        await Market.Visitor().Get("/api/registrations", HttpStatusCode.Unauthorized);
        foreach (var path in new[] { "/contracts", $"/contracts/{id}", $"/contracts/{id}/facts", "/registrar" })
            (await Market.Browser().Get(path)).Path.ShouldStartWith("/account/sign-in", Case.Sensitive, path);
    }

    [Fact]
    public async Task The_registrars_desk_is_for_registrars()
    {
        var company = await Market.NewCompany();

        await company.Api.Get("/api/registrations", HttpStatusCode.Forbidden);
        (await (await company.Browser()).Get("/registrar")).Status.ShouldBe(403);
        (await (await (await Market.NewRegistrar()).Browser("zh")).Get("/registrar")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_list_holds_the_readers_contracts_by_state()
    {
        var (seller, buyer) = (await Market.NewUniversity(), await Market.NewCompany());
        var recorded = await Market.SignedContract(seller, SignedDeals.Between(seller, buyer));
        var (submitted, _) = await Market.SubmittedContract(seller, buyer);

        (await Ids(seller, "")).ShouldBe([recorded, submitted], ignoreOrder: true);
        (await Ids(buyer, "?state=Submitted")).ShouldBe([submitted]);
        (await Ids(seller, "?state=Registered")).ShouldBeEmpty();
        (await seller.ApiIn("zh").Get("/api/contracts?state=Nonsense", HttpStatusCode.BadRequest)).Errors("state").ShouldBe(["请从列表中选择。"]);
        var row = (await seller.Api.Get("/api/contracts?state=Submitted&size=1")).GetProperty("items")[0];
        row.GetProperty("sellerName").GetString()!.ShouldStartWith("Test body");
        (await (await seller.Browser("zh")).Get("/contracts?state=Submitted")).Text.ShouldContain("钠离子电池正极工艺");

        static async Task<List<Guid>> Ids(Actor actor, string query) =>
            [.. (await actor.Api.Get("/api/contracts" + query)).GetProperty("items").EnumerateArray().Select(item => item.Id())];
    }

    [Fact]
    public async Task The_queue_runs_by_due_date_and_then_by_age()
    {
        var (seller, hasty, buyer, registrar) = (await Market.NewUniversity("110108"), await Market.NewUniversity("330100"), await Market.NewCompany(), await Market.NewRegistrar());
        var (waiting, _) = await Market.SubmittedContract(seller, buyer);
        var (slow, slowVersion) = await Market.SubmittedContract(seller, buyer);
        var (fast, fastVersion) = await Market.SubmittedContract(hasty, buyer);
        await registrar.Api.Post($"/api/contracts/{slow}/registration/acceptance", null, ifMatch: slowVersion);
        await registrar.Api.Post($"/api/contracts/{fast}/registration/acceptance", null, ifMatch: fastVersion);

        var queue = new List<Guid>();
        for (var page = 1; ; page++)
        {
            var answer = await registrar.Api.Get($"/api/registrations?page={page}&size=100");
            queue.AddRange(answer.GetProperty("items").EnumerateArray().Select(item => item.Id()));
            if (page >= answer.GetProperty("pages").GetInt32()) break;
        }

        queue.Where(id => id == waiting || id == slow || id == fast).ShouldBe([fast, slow, waiting]);
    }
}

public sealed class ContractAccessTestsOnSqlite(SqliteMarket market) : ContractAccessTests(market);

public sealed class ContractAccessTestsOnPostgreSql(PostgreSqlMarket market) : ContractAccessTests(market);

public sealed class ContractAccessTestsOnSqlServer(SqlServerMarket market) : ContractAccessTests(market);
