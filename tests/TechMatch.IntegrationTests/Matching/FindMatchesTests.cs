using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TechMatch.Integration.Demands;
using TechMatch.Integration.Matching;
using TechMatch.IntegrationTests.Demands;
using TechMatch.IntegrationTests.Harness;
using TechMatch.IntegrationTests.Listings;
using TechMatch.Matching.Persistence;

namespace TechMatch.IntegrationTests.Matching;

public abstract class FindMatchesTests(Market market) : MatchingTests(market)
{
    [Fact]
    public async Task A_published_listing_and_a_need_find_each_other_with_reasons()
    {
        var (university, company, word) = (await Market.NewUniversity(), await Market.NewCompany(), DemandActs.OwnWord());
        var need = await Need(company, new { titleEn = $"Cheaper {word} cathodes", problemEn = "The cost of sodium-ion cathode material is too high.", trlMin = 5, field = "06", budgetMax = 2_000_000, cooperation = new[] { "ordinary" } });
        var listing = await Listing(university, new
        {
            titleEn = $"Sodium-ion {word} cathode",
            summaryEn = "A cathode material at half the cost.",
            trl = 6,
            field = "06",
            ipStatus = "granted",
            priceKind = "fixed",
            priceMin = 900_000,
            priceMax = 900_000,
            cooperation = new[] { "ordinary" },
        });

        var forward = await Appears(company, $"demand={need}", "listingId", listing);
        var reverse = await Appears(university, $"listing={listing}", "demandId", need);

        foreach (var row in new[] { forward, reverse })
        {
            row.GetProperty("score").GetDecimal().ShouldBeInRange(20, 100);
            row.GetProperty("phrases").EnumerateArray().Select(phrase => phrase.GetProperty("text").GetString()).ShouldContain(text => text!.Contains(word));
            States(row.GetProperty("conditions")).ShouldBe(new Dictionary<string, string>
            {
                ["trl"] = "met",
                ["price"] = "met",
                ["cooperation"] = "met",
                ["field"] = "met",
                ["region"] = "open",
                ["deadline"] = "open",
                ["ip"] = "met",
            });
        }
        forward.GetProperty("found").GetProperty("organisationId").GetGuid().ShouldBe(university.OrganisationId);
    }

    [Fact]
    public async Task A_fact_is_in_the_index_within_a_second()
    {
        var (company, best) = (await Market.NewCompany(), TimeSpan.MaxValue);
        // The quickest of five: a busy machine may hold one up, but not all.
        for (var i = 0; i < 5; i++)
        {
            var word = DemandActs.OwnWord();
            var watch = Stopwatch.StartNew();
            var need = await Need(company, word);
            await Eventually.True(async () => (await Market.Send(new RankByText(MarketSide.Demands, word, 5))).Any(hit => hit.Id == need), "indexed need");
            if (watch.Elapsed < best) best = watch.Elapsed;
        }

        best.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_changed_listing_is_found_by_its_new_words_only()
    {
        var (university, before, after) = (await Market.NewUniversity(), DemandActs.OwnWord(), DemandActs.OwnWord());
        var listing = await Listing(university, new { titleEn = before, summaryEn = "A summary." });
        await Eventually.True(() => Found(before), "listing by its old word");

        var now = await university.Api.Get($"/api/listings/{listing}");
        await university.Api.Put($"/api/listings/{listing}", new { titleEn = after, summaryEn = "A summary." }, ifMatch: now.GetProperty("version").GetInt64());

        await Eventually.True(() => Found(after), "listing by its new word");
        (await Found(before)).ShouldBeFalse();

        async Task<bool> Found(string word) => (await Market.Send(new RankByText(MarketSide.Listings, word, 5))).Any(hit => hit.Id == listing);
    }

    [Fact]
    public async Task What_is_withdrawn_disappears_from_the_other_sides_matches()
    {
        var (university, company, word) = (await Market.NewUniversity(), await Market.NewCompany(), DemandActs.OwnWord());
        var need = await Need(company, $"{word} wanted");
        var listing = await Listing(university, new { titleEn = $"{word} offered", summaryEn = "A summary." });
        await Appears(company, $"demand={need}", "listingId", listing);

        await university.Withdraw(listing);
        await Vanishes(company, $"demand={need}", "listingId", listing);
        await company.Api.Get($"/api/matches/{need}/{listing}", HttpStatusCode.NotFound);

        var second = await Listing(university, new { titleEn = $"{word} offered again", summaryEn = "A summary." });
        await Appears(university, $"listing={second}", "demandId", need);
        await company.CloseNeed(await company.Api.Get($"/api/demands/{need}"), isSolved: false);
        await Vanishes(university, $"listing={second}", "demandId", need);

        var own = await company.Api.Get($"/api/matches?demand={need}");
        own.GetProperty("isOnMarket").GetBoolean().ShouldBeFalse();
        own.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_fact_that_comes_late_changes_nothing()
    {
        var (company, word) = (await Market.NewCompany(), DemandActs.OwnWord());
        var posted = await company.PostNeed(content => content["titleEn"] = word);
        var edited = await company.Api.Put($"/api/demands/{posted.Id()}", DemandActs.Content(content => content["titleEn"] = word), ifMatch: posted.Version());
        var (need, present) = (posted.Id(), edited.Version());
        await Eventually.True(async () => await Line() is { } line && line.Version == present, "present version in the index");
        var before = await Line();

        await Tell(new DemandUnpublished(need, posted.Version()));
        await Tell(new DemandPublished(need, posted.Version(), null));
        await Tell(new DemandPublished(need, present, null));
        // Facts are applied in the order of their writing here, so once this one is in, the late ones have been seen.
        var other = await Need(company, DemandActs.OwnWord());
        await Eventually.True(async () => await Market.With<MatchingDbContext, bool>(db => db.Documents.AnyAsync(line => line.Id == other)), "later need");

        (await Line()).ShouldBe(before);
        (await Indexed()).ShouldBeTrue();

        async Task<bool> Indexed() => (await Market.Send(new RankByText(MarketSide.Demands, word, 5))).Any(hit => hit.Id == need);
        Task<IndexedLine?> Line() => Market.With<MatchingDbContext, IndexedLine?>(db =>
            db.Documents.Where(line => line.Id == need).Select(line => new IndexedLine(line.Version, line.FeedPosition, line.IsRemoved)).SingleOrDefaultAsync());
    }

    [Fact]
    public async Task A_violated_condition_lowers_the_score_and_the_place()
    {
        var (university, company, word) = (await Market.NewUniversity(), await Market.NewCompany(), DemandActs.OwnWord());
        var need = await Need(company, new { titleEn = $"{word} sensor for hydrogen", problemEn = "A problem.", trlMin = 6, budgetMax = 100_000 });
        var unfit = await Listing(university, new { titleEn = $"{word} sensor for hydrogen", summaryEn = "A summary.", trl = 3, priceKind = "fixed", priceMin = 500_000, priceMax = 500_000 });
        var fit = await Listing(university, new { titleEn = $"{word} sensor for hydrogen", summaryEn = "A summary.", trl = 7, priceKind = "fixed", priceMin = 50_000, priceMax = 50_000 });
        await Appears(company, $"demand={need}", "listingId", unfit);
        await Appears(company, $"demand={need}", "listingId", fit);

        var rows = (await company.Api.Get($"/api/matches?demand={need}")).GetProperty("items").EnumerateArray().ToList();

        rows.Select(row => row.GetProperty("listingId").GetGuid()).Take(2).ShouldBe([fit, unfit]);
        States(rows[1].GetProperty("conditions")).Where(condition => condition.Value == "violated").Select(condition => condition.Key).ShouldBe(["trl", "price"]);
        var (best, second) = (rows[0].GetProperty("score").GetDecimal(), rows[1].GetProperty("score").GetDecimal());
        // The same words, less two tenths below the root.
        ((double)(second / best)).ShouldBe(Math.Sqrt(0.8), 0.001);
    }

    [Fact]
    public async Task Only_the_owner_brokers_and_operators_see_matches()
    {
        var (university, company, word) = (await Market.NewUniversity(), await Market.NewCompany(), DemandActs.OwnWord());
        var need = await Need(company, $"{word} wanted");
        var listing = await Listing(university, new { titleEn = $"{word} offered", summaryEn = "A summary." });
        await Appears(company, $"demand={need}", "listingId", listing);
        string[] paths = [$"/api/matches?demand={need}", $"/api/matches?listing={listing}", $"/api/matches/{need}/{listing}"];

        foreach (var path in paths)
        {
            await Market.Visitor().Get(path, HttpStatusCode.Unauthorized);
            await (await Market.NewCompany()).Api.Get(path, HttpStatusCode.NotFound);
            await (await Market.NewUniversity()).Api.Get(path, HttpStatusCode.NotFound);
            await (await Market.NewBroker()).Api.Get(path);
            await (await Market.NewOperator()).Api.Get(path);
        }
        await university.Api.Get(paths[0], HttpStatusCode.NotFound);
        await company.Api.Get(paths[1], HttpStatusCode.NotFound);
        await university.Api.Get(paths[2]);
        await company.Api.Get(paths[2]);
        await company.Api.Get($"/api/matches?demand={Guid.CreateVersion7()}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Exactly_one_side_must_be_named()
    {
        var company = await Market.NewCompany();

        (await company.Api.Get("/api/matches", HttpStatusCode.BadRequest)).Errors("listing").ShouldHaveSingleItem();
        (await company.Api.Get($"/api/matches?listing={Guid.CreateVersion7()}&demand={Guid.CreateVersion7()}", HttpStatusCode.BadRequest)).Errors("listing").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Matches_come_in_pages_that_fit_together()
    {
        var (university, company, word) = (await Market.NewUniversity(), await Market.NewCompany(), DemandActs.OwnWord());
        var listing = await Listing(university, new { titleEn = $"{word} offered", summaryEn = "A summary." });
        for (var i = 0; i < 7; i++) await Need(company, new { titleEn = $"{word} wanted", problemEn = "A problem" + string.Concat(Enumerable.Repeat(" filler", i)) });
        await Eventually.True(async () => (await university.Api.Get($"/api/matches?listing={listing}")).GetProperty("total").GetInt32() >= 7, "seven matches");

        var whole = (await university.Api.Get($"/api/matches?listing={listing}&size=7")).GetProperty("items").EnumerateArray().Select(row => row.GetProperty("demandId").GetGuid()).ToList();
        var pages = new List<Guid>();
        for (var page = 1; page <= 3; page++)
        {
            var answer = await university.Api.Get($"/api/matches?listing={listing}&size=3&page={page}");
            answer.GetProperty("number").GetInt32().ShouldBe(page);
            pages.AddRange(answer.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("demandId").GetGuid()));
        }

        whole.Count.ShouldBe(7);
        pages.Take(7).ShouldBe(whole);
        pages.ShouldBeUnique();
    }

    [Fact]
    public async Task Ones_own_needs_are_listed_with_their_best_match_and_nobody_elses()
    {
        var (university, company, word) = (await Market.NewUniversity(), await Market.NewCompany(), DemandActs.OwnWord());
        var need = await Need(company, $"{word} wanted");
        await Need(await Market.NewCompany(), $"{word} wanted elsewhere");
        var listing = await Listing(university, new { titleEn = $"{word} wanted and offered", summaryEn = "A summary." });
        await Appears(company, $"demand={need}", "listingId", listing);

        var own = await company.Api.Get("/api/matches/own");

        own.GetProperty("side").GetString().ShouldBe("demands");
        own.GetProperty("total").GetInt32().ShouldBe(1);
        var row = own.GetProperty("items")[0];
        row.GetProperty("own").GetProperty("id").GetGuid().ShouldBe(need);
        row.GetProperty("best").GetProperty("id").GetGuid().ShouldBe(listing);
        row.GetProperty("bestScore").GetDecimal().ShouldBe((await MatchOf(company, $"demand={need}", "listingId", listing))!.Value.GetProperty("score").GetDecimal());
        (await university.Api.Get("/api/matches/own")).GetProperty("side").GetString().ShouldBe("listings");
        (await (await Market.NewBroker()).Api.Get("/api/matches/own?side=demands")).GetProperty("total").GetInt32().ShouldBeGreaterThan(1);
        await Market.Visitor().Get("/api/matches/own", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_search_without_words_finds_nothing() => (await Market.Send(new RankByText(MarketSide.Listings, " ", 10))).ShouldBeEmpty();

    [Fact]
    public async Task What_is_not_on_the_market_is_hidden_from_brokers_in_matches_too()
    {
        var (university, company) = (await Market.NewUniversity(), await Market.NewCompany());
        var draft = (await university.Api.Post("/api/listings", new { titleEn = "A secret draft", summaryEn = "A summary." }, HttpStatusCode.Created)).Id();
        var posted = await company.PostNeed(content => content["titleEn"] = "A withdrawn need");
        await company.Api.Post($"/api/demands/{posted.Id()}/closure", new { isSolved = false }, HttpStatusCode.OK, ifMatch: posted.Version());
        var (broker, oversight) = (await Market.NewBroker(), await Market.NewOperator());

        foreach (var (path, owner) in new[] { ($"/api/matches?listing={draft}", university), ($"/api/matches?demand={posted.Id()}", company) })
        {
            await broker.Api.Get(path, HttpStatusCode.NotFound);
            (await owner.Api.Get(path)).GetProperty("isOnMarket").GetBoolean().ShouldBeFalse();
            await oversight.Api.Get(path);
        }
    }
}

internal sealed record IndexedLine(long Version, long FeedPosition, bool IsRemoved);

public sealed class FindMatchesTestsOnSqlite(SqliteMarket market) : FindMatchesTests(market);

public sealed class FindMatchesTestsOnPostgreSql(PostgreSqlMarket market) : FindMatchesTests(market);
