using System.Globalization;
using Shouldly;
using TechMatch.Integration;
using TechMatch.Integration.Listings;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Listings;

public abstract class ListingImportTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task A_file_taken_in_twice_adds_nothing_the_second_time()
    {
        var university = await Market.NewUniversity();
        ImportRow[] rows = [Row(1, ("id", "a"), ("titleEn", "One"), ("summaryEn", "Text")), Row(2, ("title", "二"), ("text", "正文。")), Row(3, ("id", "b"), ("titleEn", "Three"))];
        var first = await Market.Send(new ImportListings(university.OrganisationId, rows, Publish: true, DryRun: false));
        (first.Added, first.Known, first.Rejected).ShouldBe((3, 0, 0));
        var second = await Market.Send(new ImportListings(university.OrganisationId, rows, Publish: true, DryRun: false));
        (second.Added, second.Known, second.Rejected).ShouldBe((0, 3, 0));
        var mine = await university.Api.Get("/api/my/listings");
        mine.GetProperty("total").GetInt32().ShouldBe(3);
        // The row with a title alone has nothing to be matched by: it waits as a draft.
        mine.GetProperty("byStatus").GetProperty("Published").GetInt32().ShouldBe(2);
        mine.GetProperty("byStatus").GetProperty("Draft").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task The_same_ids_of_two_organisations_are_two_listings()
    {
        var (one, two) = (await Market.NewUniversity(), await Market.NewUniversity());
        ImportRow[] rows = [Row(1, ("id", "a"), ("titleEn", "One"))];
        (await Market.Send(new ImportListings(one.OrganisationId, rows, false, false))).Added.ShouldBe(1);
        (await Market.Send(new ImportListings(two.OrganisationId, rows, false, false))).Added.ShouldBe(1);
    }

    [Fact]
    public async Task A_dry_run_counts_and_keeps_nothing()
    {
        var university = await Market.NewUniversity();
        ImportRow[] rows = [Row(1, ("id", "a"), ("titleEn", "One")), Row(2, ("id", "a"), ("titleEn", "One again")), Row(3, ("trl", "12"), ("titleEn", "Bad"))];
        var outcome = await Market.Send(new ImportListings(university.OrganisationId, rows, Publish: true, DryRun: true));
        (outcome.Added, outcome.Known, outcome.Rejected).ShouldBe((1, 1, 1));
        (await university.Api.Get("/api/my/listings")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Each_problem_names_its_row_and_column_in_the_users_language()
    {
        var university = await Market.NewUniversity();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh");
        var outcome = await Market.Send(new ImportListings(university.OrganisationId, [
            Row(1, ("titleZh", "好的一行"), ("field", "未知领域")),
            Row(2, ("titleZh", "坏的一行"), ("trl", "十"), ("priceMin", "180万"), ("priceMax", "100万")),
            Row(3, ("keywords", "只有关键词")),
        ], Publish: false, DryRun: false));
        (outcome.Added, outcome.Rejected).ShouldBe((1, 2));
        outcome.Problems.Select(problem => (problem.Row, problem.Field, problem.IsWarning)).ShouldBe([(1, "field", true), (2, "priceMax", false), (2, "trl", false), (3, "", false)]);
        outcome.Problems[0].Message.ShouldBe("“未知领域”不在代码表中，已略去。");
        outcome.Problems[2].Message.ShouldBe("须为1至9的整数。");
    }

    [Fact]
    public async Task Five_hundred_rows_go_in_at_once_and_reach_the_stream()
    {
        var university = await Market.NewUniversity();
        var rows = Enumerable.Range(1, 500).Select(number => Row(number, ("id", $"n{number}"), ("titleEn", $"Result {number}"), ("summaryEn", "Words enough."), ("field", "05"))).ToList();
        (await Market.Send(new ImportListings(university.OrganisationId, rows, Publish: true, DryRun: false))).Added.ShouldBe(500);
        var streamed = await Market.With<IListingStream, List<ListingCard>>(async stream =>
        {
            var cards = new List<ListingCard>();
            await foreach (var card in stream.Published(CancellationToken.None))
                if (card.OrganisationId == university.OrganisationId) cards.Add(card);
            return cards;
        });
        streamed.Count.ShouldBe(500);
        streamed.Select(card => card.Id).ShouldBeUnique();
        streamed.ShouldAllBe(card => card.IsPublished && card.PublishedAt != null && card.Field == "05");

        var cards = await Market.Send(new GetListings([.. streamed.Select(card => card.Id), Guid.NewGuid()]));
        cards.Count.ShouldBe(500);
        (await Market.Send(new GetLatestListings(3))).Count.ShouldBe(3);
    }

    private static ImportRow Row(int number, params (string Column, string Value)[] values) => new(number, values.ToDictionary(pair => pair.Column, pair => pair.Value));
}

public sealed class ListingImportTestsOnSqlite(SqliteMarket market) : ListingImportTests(market);

public sealed class ListingImportTestsOnPostgreSql(PostgreSqlMarket market) : ListingImportTests(market);

public sealed class ListingImportTestsOnSqlServer(SqlServerMarket market) : ListingImportTests(market);
