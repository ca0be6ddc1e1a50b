using System.Net;
using Shouldly;
using TechMatch.Integration.Directory;
using TechMatch.IntegrationTests.Harness;
using TechMatch.IntegrationTests.Listings;

namespace TechMatch.IntegrationTests.Brokerage;

public abstract class InterestTests(Market market) : BrokerageTests(market)
{
    [Fact]
    public async Task A_sent_interest_is_there_for_both_organisations_and_for_nobody_else()
    {
        var sent = await SendInterest();

        foreach (var reader in new[] { sent.Seller, sent.Buyer, await Market.NewOperator() })
            (await reader.Api.Get($"/api/interests/{sent.Id}")).GetProperty("cooperationSought").GetString().ShouldBe("A non-exclusive licence");
        foreach (var other in new[] { await Market.NewUniversity(), await Market.NewCompany(), await Market.NewBroker(), await Market.NewRegistrar() })
            await other.Api.Get($"/api/interests/{sent.Id}", HttpStatusCode.NotFound);
        await Market.Visitor().Get($"/api/interests/{sent.Id}", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Each_side_finds_it_in_its_own_list_with_the_days_left()
    {
        var sent = await SendInterest();

        var incoming = await sent.Seller.Api.Get("/api/interests?direction=incoming");
        var outgoing = await sent.Buyer.Api.Get("/api/interests?direction=outgoing");

        incoming.GetProperty("total").GetInt32().ShouldBe(1);
        outgoing.GetProperty("total").GetInt32().ShouldBe(1);
        var row = incoming.GetProperty("items")[0];
        row.GetProperty("state").GetString().ShouldBe("Sent");
        row.GetProperty("isIncoming").GetBoolean().ShouldBeTrue();
        row.GetProperty("daysLeft").GetInt32().ShouldBeGreaterThanOrEqualTo(5);
        (await sent.Seller.Api.Get("/api/interests?direction=outgoing")).GetProperty("total").GetInt32().ShouldBe(0);
        (await sent.Buyer.Api.Get("/api/interests?direction=all")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("en", "must not be empty", "Some of what was sent is not right.")]
    [InlineData("zh", "不能为空", "提交的内容有误。")]
    public async Task An_empty_answer_is_refused_beside_its_question(string language, string message, string detail)
    {
        var buyer = await Market.NewCompany();
        var listing = await Listing(await Market.NewUniversity());

        var problem = await buyer.ApiIn(language).Post("/api/interests", new { listingId = listing, cooperationSought = " ", aboutUs = new string('x', 2001) }, HttpStatusCode.BadRequest);

        problem.Errors("cooperationSought").ShouldHaveSingleItem().ShouldContain(message);
        problem.Errors("missing").ShouldHaveSingleItem().ShouldContain(message);
        problem.Errors("aboutUs").ShouldHaveSingleItem().ShouldContain("2000");
        problem.GetProperty("detail").GetString()!.ShouldStartWith(detail);
    }

    [Fact]
    public async Task Only_a_published_listing_of_somebody_else_takes_interests()
    {
        var (seller, buyer) = (await Market.NewUniversity(), await Market.NewCompany());
        var colleague = await Market.NewColleague(buyer.OrganisationId, Roles.University);
        var withdrawn = await Listing(seller);
        await seller.Withdraw(withdrawn);

        await buyer.Api.Post("/api/interests", Interest(withdrawn), HttpStatusCode.NotFound);
        (await buyer.Api.Post("/api/interests", Interest(await Listing(colleague)), HttpStatusCode.Conflict)).Code().ShouldBe("interest.own-listing");
        await buyer.Api.Post("/api/interests", Interest(Guid.CreateVersion7()), HttpStatusCode.NotFound);
        await seller.Api.Post("/api/interests", Interest(await Listing(await Market.NewUniversity())), HttpStatusCode.Forbidden);
        await Market.Visitor().Post("/api/interests", Interest(await Listing(seller)), HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_open_interest_lapses_when_the_listing_or_the_need_leaves_the_market(bool isListing)
    {
        var sent = await SendInterest();
        var demand = (await sent.Buyer.Api.Get($"/api/interests/{sent.Id}")).GetProperty("summary").GetProperty("demandId").GetGuid();

        if (isListing) await sent.Seller.Withdraw(sent.Listing);
        else await sent.Buyer.Api.Post($"/api/demands/{demand}/closure", new { isSolved = true }, ifMatch: (await sent.Buyer.Api.Get($"/api/demands/{demand}")).Version());

        foreach (var actor in new[] { sent.Buyer, sent.Seller })
            await Eventually.True(async () => (await actor.Api.Get($"/api/interests/{sent.Id}")).GetProperty("summary").GetProperty("state").GetString() == "Lapsed", "lapsed interest");
        (await sent.Seller.Api.Post($"/api/interests/{sent.Id}/acceptance", null, HttpStatusCode.Conflict, (await sent.Seller.Api.Get($"/api/interests/{sent.Id}")).Version())).Code().ShouldBe("interest.closed");
    }

    [Fact]
    public async Task A_need_of_somebody_else_and_an_unknown_one_are_refused_alike()
    {
        var buyer = await Market.NewCompany();
        var listing = await Listing(await Market.NewUniversity());

        foreach (var demand in new[] { await Need(await Market.NewCompany()), Guid.CreateVersion7() })
            (await buyer.Api.Post("/api/interests", Interest(listing, demand), HttpStatusCode.Conflict)).Code().ShouldBe("interest.not-own-demand");
    }

    [Fact]
    public async Task An_organisation_has_one_open_interest_in_a_listing_even_when_colleagues_send_at_once()
    {
        var buyer = await Market.NewCompany();
        var listing = await Listing(await Market.NewUniversity());

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
            (await buyer.Api.SendAsync(new(HttpMethod.Post, "/api/interests") { Content = System.Net.Http.Json.JsonContent.Create(Interest(listing)) })).StatusCode));

        answers.Count(status => status == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(status => status == HttpStatusCode.Conflict).ShouldBe(5);
    }

    [Fact]
    public async Task After_a_no_the_same_organisation_may_ask_again()
    {
        var sent = await SendInterest();
        await sent.Seller.Api.Post($"/api/interests/{sent.Id}/refusal", new { declineReason = "tooEarly", declineNote = "Ask again at TRL 7" }, ifMatch: sent.Version);

        var declined = await sent.Buyer.Api.Get($"/api/interests/{sent.Id}");
        await sent.Buyer.Api.Post("/api/interests", Interest(sent.Listing), HttpStatusCode.Created);

        declined.GetProperty("summary").GetProperty("state").GetString().ShouldBe("Declined");
        declined.GetProperty("declineReason").GetString().ShouldBe("tooEarly");
        declined.GetProperty("note").GetString().ShouldBe("Ask again at TRL 7");
    }

    [Theory]
    [InlineData("en", "Choose one of the listed values.")]
    [InlineData("zh", "请从列表中选择。")]
    public async Task A_no_needs_a_reason_from_the_list(string language, string message)
    {
        var sent = await SendInterest();

        var problem = await sent.Seller.ApiIn(language).Post($"/api/interests/{sent.Id}/refusal", new { declineReason = "because" }, HttpStatusCode.BadRequest, sent.Version);

        problem.Errors("declineReason").ShouldBe([message]);
    }

    [Fact]
    public async Task Accepting_twice_opens_one_deal()
    {
        var sent = await SendInterest();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/api/interests/{sent.Id}/acceptance");
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{sent.Version}\"");
            return (await sent.Seller.Api.SendAsync(request)).StatusCode;
        }));

        answers.Count(status => status == HttpStatusCode.OK).ShouldBe(1);
        answers.ShouldAllBe(status => status == HttpStatusCode.OK || status == HttpStatusCode.PreconditionFailed || status == HttpStatusCode.Conflict);
        (await sent.Seller.Api.Get("/api/deals")).GetProperty("total").GetInt32().ShouldBe(1);
        var version = (await sent.Seller.Api.Get($"/api/interests/{sent.Id}")).Version();
        (await sent.Seller.Api.Post($"/api/interests/{sent.Id}/acceptance", null, HttpStatusCode.Conflict, version)).Code().ShouldBe("interest.closed");
    }

    [Fact]
    public async Task A_change_names_the_version_that_it_was_made_from()
    {
        var sent = await SendInterest();
        await sent.Seller.Api.Post($"/api/interests/{sent.Id}/acknowledgement", null, ifMatch: sent.Version);

        await sent.Seller.Api.Post($"/api/interests/{sent.Id}/acceptance", null, HttpStatusCode.PreconditionRequired);
        (await sent.Seller.Api.Post($"/api/interests/{sent.Id}/acceptance", null, HttpStatusCode.PreconditionFailed, sent.Version)).Code().ShouldBe("stale");
    }

    [Fact]
    public async Task Who_may_not_see_an_interest_is_not_told_its_version_either()
    {
        var sent = await SendInterest();
        var stranger = await Market.NewUniversity();

        await stranger.Api.Post($"/api/interests/{sent.Id}/acceptance", null, HttpStatusCode.NotFound, sent.Version);
        await stranger.Api.Post($"/api/interests/{sent.Id}/acceptance", null, HttpStatusCode.NotFound, sent.Version + 1);
    }

    [Fact]
    public async Task The_sender_does_not_answer_and_the_receiver_does_not_withdraw()
    {
        var sent = await SendInterest();

        await sent.Buyer.Api.Post($"/api/interests/{sent.Id}/acceptance", null, HttpStatusCode.Forbidden, sent.Version);
        await sent.Seller.Api.Post($"/api/interests/{sent.Id}/withdrawal", null, HttpStatusCode.Forbidden, sent.Version);
        await sent.Buyer.Api.Post($"/api/interests/{sent.Id}/withdrawal", null, ifMatch: sent.Version);
        (await sent.Buyer.Api.Get($"/api/interests/{sent.Id}")).GetProperty("summary").GetProperty("state").GetString().ShouldBe("Withdrawn");
    }

    [Fact]
    public async Task An_anonymous_buyer_is_named_to_the_seller_only_after_a_yes()
    {
        var sent = await SendInterest(isAnonymous: true);
        var secret = sent.Buyer.OrganisationId.ToString();

        foreach (var path in new[] { $"/api/interests/{sent.Id}", "/api/interests?direction=incoming" })
            (await Raw(sent.Seller, path)).ShouldNotContain(secret);
        (await Raw(sent.Buyer, $"/api/interests/{sent.Id}")).ShouldContain(secret);
        using var browser = await sent.Seller.Browser();
        (await browser.Get($"/interests/{sent.Id}")).Html.ShouldNotContain(secret);
        browser.Current.Text.ShouldContain("not named yet");

        await sent.Seller.Api.Post($"/api/interests/{sent.Id}/acceptance", null, ifMatch: sent.Version);

        (await Raw(sent.Seller, $"/api/interests/{sent.Id}")).ShouldContain(secret);
    }
}

public sealed class InterestTestsOnSqlite(SqliteMarket market) : InterestTests(market);

public sealed class InterestTestsOnPostgreSql(PostgreSqlMarket market) : InterestTests(market);

public sealed class InterestTestsOnSqlServer(SqlServerMarket market) : InterestTests(market);
