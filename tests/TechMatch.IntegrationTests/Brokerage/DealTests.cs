using System.Net;
using Shouldly;
using TechMatch.Brokerage.Persistence;
using TechMatch.Integration.Brokerage;
using TechMatch.Integration.Contracts;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Brokerage;

public abstract class DealTests(Market market) : BrokerageTests(market)
{
    private static object Terms(string? cooperation = "ordinary", decimal? amount = 800_000m, string? currency = "CNY", string? signedOn = "2026-01-05") =>
        new { cooperation, amount, currency, signedOn };

    [Fact]
    public async Task A_deal_goes_from_the_first_contact_to_the_fulfilled_contract()
    {
        var deal = await OpenDeal();
        await MoveTo(deal.Seller, deal.Id, "Nda", "Assessment", "TermSheet", "Pricing", "Notice", "Drafting");
        await Act(deal.Seller, deal.Id, "signature", Terms());
        var contract = Guid.CreateVersion7();
        await Publish(Registered(contract, 4, deal, "2026110000000004"));
        await Eventually.True(async () => await StageOf(deal.Seller, deal.Id) == "Registered", "registered deal");
        await MoveTo(deal.Buyer, deal.Id, "Performing", "Completed");

        var seen = await View(deal.Buyer, deal.Id);
        seen.GetProperty("summary").GetProperty("state").GetString().ShouldBe("Completed");
        seen.GetProperty("registrationNumber").GetString().ShouldBe("2026110000000004");
        seen.GetProperty("terms").GetProperty("amount").GetDecimal().ShouldBe(800_000m);
        seen.GetProperty("summary").GetProperty("isSigned").GetBoolean().ShouldBeTrue();
        var events = await deal.Buyer.Api.Get($"/api/deals/{deal.Id}/events?size=5");
        events.GetProperty("total").GetInt32().ShouldBe(11);
        events.GetProperty("items").EnumerateArray().Select(line => line.GetProperty("number").GetInt32()).ShouldBe([11, 10, 9, 8, 7]);
    }

    [Fact]
    public async Task An_older_version_of_a_registration_changes_nothing()
    {
        var deal = await OpenDeal();
        await MoveTo(deal.Seller, deal.Id, "Nda", "Assessment", "TermSheet", "Pricing", "Notice", "Drafting");
        await Act(deal.Seller, deal.Id, "signature", Terms());
        var contract = Guid.CreateVersion7();
        await Publish(Registered(contract, 4, deal, "new"));
        await Eventually.True(async () => await StageOf(deal.Seller, deal.Id) == "Registered", "registered deal");

        await Publish(Registered(contract, 3, deal, "old"));
        await Publish(Registered(contract, 5, deal, "newer"));

        await Eventually.True(async () => (await View(deal.Seller, deal.Id)).GetProperty("registrationNumber").GetString() == "newer", "newer number");
        (await Raw(deal.Seller, $"/api/deals/{deal.Id}/events")).ShouldNotContain("\"old\"");
    }

    [Fact]
    public async Task Strangers_find_no_deal_and_can_do_nothing_to_it()
    {
        var deal = await OpenDeal();
        var broker = await Market.NewBroker();
        await Act(broker, deal.Id, "broker", null);

        foreach (var other in new[] { await Market.NewCompany(), await Market.NewUniversity(), await Market.NewBroker(), await Market.NewRegistrar() })
        {
            await other.Api.Get($"/api/deals/{deal.Id}", HttpStatusCode.NotFound);
            await other.Api.Get($"/api/deals/{deal.Id}/events", HttpStatusCode.NotFound);
            await other.Api.Post($"/api/deals/{deal.Id}/stage", new { stage = "Nda" }, HttpStatusCode.NotFound, 99);
            await other.Api.Post($"/api/deals/{deal.Id}/notes", new { note = "Hello" }, HttpStatusCode.NotFound);
            (await other.Api.Get("/api/deals?tab=all")).GetProperty("items").EnumerateArray().ShouldNotContain(row => row.GetProperty("id").GetGuid() == deal.Id);
        }
        await Market.Visitor().Get($"/api/deals/{deal.Id}", HttpStatusCode.Unauthorized);
        (await View(await Market.NewOperator(), deal.Id)).GetProperty("role").GetString().ShouldBe("Observer");
    }

    [Fact]
    public async Task A_broker_who_looks_for_deals_sees_what_it_is_about_and_not_what_the_companies_wrote()
    {
        var deal = await OpenDeal(isAnonymous: true);
        var broker = await Market.NewBroker();

        var lead = await Raw(broker, $"/api/deals/{deal.Id}");
        lead.ShouldContain("Low-cost process for sodium-ion cathodes");
        lead.ShouldContain("\"role\":\"Lead\"");
        lead.ShouldNotContain(deal.Buyer.OrganisationId.ToString());
        lead.ShouldNotContain(deal.Interest.ToString());
        await broker.Api.Get($"/api/deals/{deal.Id}/events", HttpStatusCode.Forbidden);
        await broker.Api.Get($"/api/interests/{deal.Interest}", HttpStatusCode.NotFound);
        (await Act(broker, deal.Id, "stage", new { stage = "Nda" }, HttpStatusCode.Forbidden)).Code().ShouldBe("deal.not-in-charge");
        (await Raw(broker, "/api/deals?tab=leads&size=100")).ShouldNotContain(deal.Buyer.OrganisationId.ToString());

        await Act(broker, deal.Id, "broker", null);

        (await Raw(broker, $"/api/deals/{deal.Id}")).ShouldContain(deal.Buyer.OrganisationId.ToString());
        await broker.Api.Get($"/api/deals/{deal.Id}/events");
    }

    [Fact]
    public async Task One_broker_takes_a_deal_and_from_then_on_only_they_move_it()
    {
        var deal = await OpenDeal();
        var (first, second) = (await Market.NewBroker(), await Market.NewBroker());
        var version = (await View(second, deal.Id)).Version();
        await Act(first, deal.Id, "broker", null);

        (await second.Api.Post($"/api/deals/{deal.Id}/broker", null, HttpStatusCode.Conflict, version)).Code().ShouldBe("deal.has-broker");
        (await Act(deal.Seller, deal.Id, "stage", new { stage = "Nda" }, HttpStatusCode.Forbidden)).Code().ShouldBe("deal.not-in-charge");
        await MoveTo(first, deal.Id, "Nda");
        await deal.Seller.Api.Post($"/api/deals/{deal.Id}/broker", null, HttpStatusCode.Forbidden, version + 2);

        await Act(first, deal.Id, "broker", null, method: HttpMethod.Delete);
        await MoveTo(deal.Buyer, deal.Id, "Assessment");
    }

    [Fact]
    public async Task Rules_are_refused_by_name_in_the_readers_language()
    {
        var deal = await OpenDeal();
        async Task<string?> Refused(string stage, string? note = null) => (await Act(deal.Seller, deal.Id, "stage", new { stage, note }, HttpStatusCode.Conflict)).Code();

        (await Refused("TermSheet")).ShouldBe("deal.cannot-skip");
        await MoveTo(deal.Seller, deal.Id, "Nda", "Assessment", "TermSheet", "Pricing", "Notice");
        (await Refused("Pricing")).ShouldBe("deal.reason-missing");
        (await Act(deal.Seller, deal.Id, "signature", Terms(), HttpStatusCode.Conflict)).Code().ShouldBe("deal.not-drafting");
        await MoveTo(deal.Seller, deal.Id, "Drafting");
        (await Refused("Signed")).ShouldBe("deal.signature-needed");
        (await Act(deal.Seller, deal.Id, "signature", Terms(amount: 0), HttpStatusCode.Conflict)).Code().ShouldBe("deal.amount-not-positive");
        (await Act(deal.Seller, deal.Id, "signature", Terms(signedOn: "2999-01-01"), HttpStatusCode.Conflict)).Code().ShouldBe("deal.signed-in-future");
        await Act(deal.Seller, deal.Id, "signature", Terms());
        (await Refused("Drafting", "Once more")).ShouldBe("deal.already-signed");
        await MoveTo(deal.Seller, deal.Id, "Effective");
        (await Refused("Registered")).ShouldBe("deal.registration-needed");
        var version = (await View(deal.Seller, deal.Id)).Version();
        var chinese = await deal.Seller.ApiIn("zh").Post($"/api/deals/{deal.Id}/stage", new { stage = "Contact" }, HttpStatusCode.Conflict, version);
        chinese.GetProperty("detail").GetString().ShouldBe("已签约的对接项目不能退回合同起草阶段。");
    }

    [Theory]
    [InlineData("en", "Choose one of the listed values.", "must not be empty")]
    [InlineData("zh", "请从列表中选择。", "不能为空")]
    public async Task Terms_that_cannot_be_read_are_refused_field_by_field(string language, string unknown, string missing)
    {
        var deal = await OpenDeal();
        var version = (await View(deal.Seller, deal.Id)).Version();

        var problem = await deal.Seller.ApiIn(language).Post($"/api/deals/{deal.Id}/signature", Terms("handshake", null, "XXX", null), HttpStatusCode.BadRequest, version);

        problem.Errors("cooperation").ShouldBe([unknown]);
        problem.Errors("currency").ShouldBe([unknown]);
        problem.Errors("amount").ShouldHaveSingleItem().ShouldContain(missing);
        problem.Errors("signedOn").ShouldHaveSingleItem().ShouldContain(missing);
        (await deal.Seller.ApiIn(language).Post($"/api/deals/{deal.Id}/stage", new { stage = "3" }, HttpStatusCode.BadRequest, version)).Errors("stage").ShouldBe([unknown]);
        (await deal.Seller.ApiIn(language).Post($"/api/deals/{deal.Id}/loss", new { exitReason = "bored" }, HttpStatusCode.BadRequest, version)).Errors("exitReason").ShouldBe([unknown]);
    }

    [Fact]
    public async Task A_stale_change_is_refused()
    {
        var deal = await OpenDeal();
        var version = (await View(deal.Seller, deal.Id)).Version();
        await MoveTo(deal.Buyer, deal.Id, "Nda");

        (await deal.Seller.Api.Post($"/api/deals/{deal.Id}/stage", new { stage = "Nda" }, HttpStatusCode.PreconditionFailed, version)).Code().ShouldBe("stale");
        await deal.Seller.Api.Post($"/api/deals/{deal.Id}/stage", new { stage = "Assessment" }, HttpStatusCode.PreconditionRequired);
    }

    [Fact]
    public async Task A_suspended_deal_rests_and_a_lost_one_leaves_the_list()
    {
        var deal = await OpenDeal();
        await Act(deal.Seller, deal.Id, "suspension", new { note = "Waiting for the board" });
        (await Act(deal.Seller, deal.Id, "stage", new { stage = "Nda" }, HttpStatusCode.Conflict)).Code().ShouldBe("deal.suspended");
        (await Card(deal.Id)).Stage.ShouldBe("Suspended");
        await Act(deal.Buyer, deal.Id, "suspension", null, method: HttpMethod.Delete);
        (await Card(deal.Id)).Stage.ShouldBe("Contact");

        await Act(deal.Buyer, deal.Id, "loss", new { exitReason = "priceNotAgreed", note = "Two million apart" });

        (await Card(deal.Id)).Stage.ShouldBe("Lost");
        (await deal.Seller.Api.Get("/api/deals")).GetProperty("total").GetInt32().ShouldBe(0);
        (await deal.Seller.Api.Get("/api/deals?state=Lost")).GetProperty("items")[0].GetProperty("id").GetGuid().ShouldBe(deal.Id);
        (await Act(deal.Seller, deal.Id, "stage", new { stage = "Nda" }, HttpStatusCode.Conflict)).Code().ShouldBe("deal.closed");
    }

    [Fact]
    public async Task Lists_are_paged_and_narrowed_by_stage_and_tab()
    {
        var broker = await Market.NewBroker();
        var (first, second) = (await OpenDeal(), await OpenDeal());
        await Act(broker, first.Id, "broker", null);
        await Act(broker, second.Id, "broker", null);
        await MoveTo(broker, second.Id, "Nda");

        (await broker.Api.Get("/api/deals?tab=mine")).GetProperty("total").GetInt32().ShouldBe(2);
        (await broker.Api.Get("/api/deals?tab=mine&stage=Nda&stage=Assessment")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(second.Id);
        var page = await broker.Api.Get("/api/deals?tab=mine&size=1&page=2");
        (page.GetProperty("items").GetArrayLength(), page.GetProperty("total").GetInt32()).ShouldBe((1, 2));
        (await broker.Api.Get("/api/deals?tab=yours", HttpStatusCode.BadRequest)).Code().ShouldBe("brokerage.unknown-code");
        (await first.Seller.Api.Get("/api/deals?tab=leads")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Notes_written_at_once_are_all_kept()
    {
        var deal = await OpenDeal();

        await Task.WhenAll(Enumerable.Range(1, 4).Select(number => (number % 2 == 0 ? deal.Seller : deal.Buyer).Api.Post($"/api/deals/{deal.Id}/notes", new { note = $"Note {number}" }, HttpStatusCode.Created)));

        var lines = (await deal.Seller.Api.Get($"/api/deals/{deal.Id}/events")).GetProperty("items").EnumerateArray().ToList();
        lines.Select(line => line.GetProperty("note").GetString()).Where(note => note is not null).Order().ShouldBe(["Note 1", "Note 2", "Note 3", "Note 4"]);
        lines.Select(line => line.GetProperty("number").GetInt32()).ShouldBe([5, 4, 3, 2, 1]);
    }

    [Fact]
    public async Task A_buyer_alone_cannot_record_a_signature()
    {
        var deal = await OpenDeal();
        await MoveTo(deal.Seller, deal.Id, "Nda", "Assessment", "TermSheet", "Pricing", "Notice", "Drafting");

        (await View(deal.Buyer, deal.Id)).GetProperty("may").GetProperty("sign").GetBoolean().ShouldBeFalse();
        (await Act(deal.Buyer, deal.Id, "signature", Terms(), HttpStatusCode.Forbidden)).Code().ShouldBe("deal.buyer-cannot-sign");
        (await StageOf(deal.Seller, deal.Id)).ShouldBe("Drafting");
    }

    [Fact]
    public async Task A_signed_deal_that_falls_through_gives_the_listing_back()
    {
        var deal = await OpenDeal();
        var listing = (await View(deal.Seller, deal.Id)).GetProperty("summary").GetProperty("listingId").GetGuid();
        await MoveTo(deal.Seller, deal.Id, "Nda", "Assessment", "TermSheet", "Pricing", "Notice", "Drafting");
        await Act(deal.Seller, deal.Id, "signature", Terms("exclusive"));
        await Eventually.True(async () => await Status() == "Licensed", "licensed listing");
        await Market.Visitor().Get($"/api/listings/{listing}", HttpStatusCode.NotFound);

        await Act(deal.Seller, deal.Id, "loss", new { exitReason = "buyerWithdrew" });

        await Eventually.True(async () => await Status() == "Published", "listing back on the market");
        await Market.Visitor().Get($"/api/listings/{listing}");

        async Task<string?> Status() => (await deal.Seller.Api.Get($"/api/listings/{listing}")).GetProperty("status").GetString();
    }

    [Fact]
    public async Task A_broker_takes_deals_once_an_operator_has_verified_the_organisation()
    {
        var deal = await OpenDeal();
        var (broker, oversight) = (await Market.NewBroker(), await Market.NewOperator());
        var path = $"/api/organisations/{broker.OrganisationId}";
        var verified = await oversight.Api.Get(path);
        await oversight.Api.Send(HttpMethod.Delete, $"{path}/verification", null, HttpStatusCode.OK, verified.Version());

        await broker.Api.Get($"/api/deals/{deal.Id}", HttpStatusCode.NotFound);
        (await broker.Api.Get("/api/deals?tab=leads")).GetProperty("total").GetInt32().ShouldBe(0);
        (await broker.Api.Post($"/api/deals/{deal.Id}/broker", null, HttpStatusCode.Forbidden, 1)).Code().ShouldBe("deal.broker-not-verified");
        using (var browser = await broker.Browser("zh")) (await browser.Get("/deals")).Text.ShouldContain("运营人员核实您的单位后");

        await oversight.Api.Post($"{path}/verification", null, ifMatch: (await oversight.Api.Get(path)).Version());
        await Act(broker, deal.Id, "broker", null);
    }

    /// <summary>Whoever comes second is told that the deal has changed; nobody is told that the program failed.</summary>
    [Theory]
    [InlineData("broker")]
    [InlineData("stage")]
    [InlineData("signature")]
    [InlineData("loss")]
    public async Task Of_many_who_do_the_same_at_once_one_succeeds_and_the_timeline_has_one_line(string act)
    {
        var deal = await OpenDeal();
        if (act == "signature") await MoveTo(deal.Seller, deal.Id, "Nda", "Assessment", "TermSheet", "Pricing", "Notice", "Drafting");
        var brokers = act == "broker" ? await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Market.NewBroker())) : [];
        var actors = act == "broker" ? brokers : [.. Enumerable.Repeat(deal.Seller, 4)];
        object? body = act switch { "stage" => new { stage = "Nda" }, "signature" => Terms(), "loss" => new { exitReason = "buyerWithdrew" }, _ => null };
        var before = await View(deal.Seller, deal.Id);

        var answers = await Task.WhenAll(actors.Select(async actor =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/deals/{deal.Id}/{act}") { Content = System.Net.Http.Json.JsonContent.Create(body) };
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{before.Version()}\"");
            using var answer = await actor.Api.SendAsync(request);
            return answer.StatusCode;
        }));

        answers.Where(status => status == HttpStatusCode.OK).ShouldHaveSingleItem(string.Join(", ", answers));
        answers.Where(status => status is not HttpStatusCode.OK).ShouldAllBe(status => status == HttpStatusCode.PreconditionFailed || status == HttpStatusCode.Conflict);
        var after = await View(deal.Seller, deal.Id);
        after.Version().ShouldBe(before.Version() + 1);
        var lines = (await deal.Seller.Api.Get($"/api/deals/{deal.Id}/events?size=1")).GetProperty("items")[0].GetProperty("number").GetInt32();
        lines.ShouldBe((int)after.Version());
    }

    private static ContractRegistered Registered(Guid contract, long version, Opened deal, string number) => new(
        contract, version, deal.Id, number, "license", null, 800_000m, 800_000m, "CNY", "11", "32", "otherProvince", new(2026, 1, 5), new(2026, 1, 20));

    private Task<bool> Publish(ContractRegistered fact) => Market.With<BrokerageDbContext, bool>(async db =>
    {
        db.Publish(fact);
        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    });

    private async Task<DealCard> Card(Guid deal) => (await Market.Send(new GetDeals([deal])))[deal];
}

public sealed class DealTestsOnSqlite(SqliteMarket market) : DealTests(market);

public sealed class DealTestsOnPostgreSql(PostgreSqlMarket market) : DealTests(market);

public sealed class DealTestsOnSqlServer(SqlServerMarket market) : DealTests(market);
