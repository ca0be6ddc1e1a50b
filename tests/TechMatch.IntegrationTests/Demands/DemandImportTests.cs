using System.Globalization;
using Shouldly;
using TechMatch.Integration;
using TechMatch.Integration.Demands;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Demands;

public abstract class DemandImportTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task A_file_taken_in_twice_adds_nothing_the_second_time()
    {
        var company = await Market.NewCompany();
        ImportRow[] rows = [Row(1, ("id", "a"), ("titleEn", "One"), ("problemEn", "Text")), Row(2, ("title", "二"), ("text", "正文。")), Row(3, ("id", "b"), ("titleEn", "Three"))];
        var first = await Market.Send(new ImportDemands(company.OrganisationId, rows, Publish: true, DryRun: false));
        (first.Added, first.Known, first.Rejected).ShouldBe((3, 0, 0));
        var second = await Market.Send(new ImportDemands(company.OrganisationId, rows, Publish: true, DryRun: false));
        (second.Added, second.Known, second.Rejected).ShouldBe((0, 3, 0));
        var mine = await company.Api.Get("/api/my/demands");
        mine.GetProperty("total").GetInt32().ShouldBe(3);
        // The row with a title alone has nothing to be matched by: it waits as a draft.
        mine.GetProperty("byStatus").GetProperty("Published").GetInt32().ShouldBe(2);
        mine.GetProperty("byStatus").GetProperty("Draft").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task The_same_ids_of_two_organisations_are_two_needs()
    {
        var (one, two) = (await Market.NewCompany(), await Market.NewCompany());
        ImportRow[] rows = [Row(1, ("id", "a"), ("titleEn", "One"))];
        (await Market.Send(new ImportDemands(one.OrganisationId, rows, false, false))).Added.ShouldBe(1);
        (await Market.Send(new ImportDemands(two.OrganisationId, rows, false, false))).Added.ShouldBe(1);
    }

    [Fact]
    public async Task Ids_that_differ_in_case_are_two_needs()
    {
        var company = await Market.NewCompany();
        ImportRow[] rows = [Row(1, ("id", "need-a"), ("titleEn", "One")), Row(2, ("id", "need-A"), ("titleEn", "Two"))];
        (await Market.Send(new ImportDemands(company.OrganisationId, rows, false, false))).Added.ShouldBe(2);
        (await Market.Send(new ImportDemands(company.OrganisationId, rows, false, false))).Known.ShouldBe(2);
    }

    [Fact]
    public async Task A_dry_run_counts_and_keeps_nothing()
    {
        var company = await Market.NewCompany();
        ImportRow[] rows = [Row(1, ("id", "a"), ("titleEn", "One"), ("text", "Text")), Row(2, ("id", "a"), ("titleEn", "One again")), Row(3, ("trlMin", "12"), ("titleEn", "Bad"))];
        var outcome = await Market.Send(new ImportDemands(company.OrganisationId, rows, Publish: true, DryRun: true));
        (outcome.Added, outcome.Known, outcome.Rejected).ShouldBe((1, 1, 1));
        outcome.Problems.Select(problem => (problem.Row, problem.Field, problem.IsWarning)).ShouldBe([(2, "id", true), (3, "trlMin", false)]);
        (await company.Api.Get("/api/my/demands")).GetProperty("total").GetInt32().ShouldBe(0);
        (await Market.Send(new ImportDemands(company.OrganisationId, rows, Publish: true, DryRun: false))).Added.ShouldBe(1);
    }

    [Fact]
    public async Task Each_problem_names_its_row_and_column_in_the_users_language()
    {
        var company = await Market.NewCompany();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh");
        var outcome = await Market.Send(new ImportDemands(company.OrganisationId, [
            Row(1, ("titleZh", "好的一行"), ("field", "未知领域")),
            Row(2, ("titleZh", "坏的一行"), ("trlMin", "十"), ("budgetMin", "180万"), ("budgetMax", "100万"), ("deadline", "尽快")),
            Row(3, ("keywords", "只有关键词")),
        ], Publish: false, DryRun: false));
        (outcome.Added, outcome.Rejected).ShouldBe((1, 2));
        outcome.Problems.Select(problem => (problem.Row, problem.Field, problem.IsWarning)).ShouldBe([(1, "field", true), (2, "budgetMax", false), (2, "trlMin", false), (2, "deadline", false), (3, "", false)]);
        outcome.Problems[0].Message.ShouldBe("“未知领域”不在代码表中，已略去。");
        outcome.Problems[2].Message.ShouldBe("须为1至9的整数。");
    }

    [Fact]
    public async Task A_row_whose_deadline_has_passed_waits_as_a_draft_with_a_warning()
    {
        var company = await Market.NewCompany();
        ImportRow[] rows = [Row(1, ("id", "late"), ("titleEn", "Late"), ("problemEn", "Text"), ("deadline", "2020/1/31")), Row(2, ("id", "soon"), ("titleEn", "Soon"), ("problemEn", "Text"), ("deadline", "2099-01-31"))];
        var outcome = await Market.Send(new ImportDemands(company.OrganisationId, rows, Publish: true, DryRun: false));
        outcome.Added.ShouldBe(2);
        outcome.Problems.Select(problem => (problem.Row, problem.Field, problem.IsWarning)).ShouldBe([(1, "deadline", true)]);
        var mine = await company.Api.Get("/api/my/demands");
        mine.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("title").GetString()!, item => item.GetProperty("status").GetString()).ShouldBe(new Dictionary<string, string?> { ["Late"] = "Draft", ["Soon"] = "Published" }, ignoreOrder: true);
    }

    [Fact]
    public async Task An_imported_need_keeps_its_own_id_to_itself_and_is_found_by_its_words()
    {
        var (company, word) = (await Market.NewCompany(), DemandActs.OwnWord());
        await Market.Send(new ImportDemands(company.OrganisationId, [Row(1, ("id", "crm-77"), ("title", word), ("text", "Blades ice up."), ("lang", "en"), ("anonymous", "yes"))], Publish: true, DryRun: false));
        var found = await Eventually.Some<object>(async () => (await Market.Visitor().Get($"/api/demands?q={word}")) is var page && page.GetProperty("total").GetInt32() == 1 ? page.GetProperty("items")[0].Id() : null, "imported need");
        var others = await Market.Visitor().Get($"/api/demands/{found}");
        others.GetProperty("externalId").GetString().ShouldBeNull();
        others.GetProperty("organisationId").GetString().ShouldBeNull();
        (await company.Api.Get($"/api/demands/{found}")).GetProperty("externalId").GetString().ShouldBe("crm-77");
    }

    [Fact]
    public async Task Five_hundred_rows_go_in_at_once_and_reach_the_stream()
    {
        var company = await Market.NewCompany();
        var rows = Enumerable.Range(1, 500).Select(number => Row(number, ("id", $"n{number}"), ("titleEn", $"Need {number}"), ("problemEn", "Words enough."), ("field", "05"))).ToList();
        (await Market.Send(new ImportDemands(company.OrganisationId, rows, Publish: true, DryRun: false))).Added.ShouldBe(500);
        var streamed = await Market.With<IDemandStream, List<DemandCard>>(async stream =>
        {
            var cards = new List<DemandCard>();
            await foreach (var card in stream.Published(CancellationToken.None))
                if (card.OrganisationId == company.OrganisationId) cards.Add(card);
            return cards;
        });
        streamed.Count.ShouldBe(500);
        streamed.Select(card => card.Id).ShouldBeUnique();
        streamed.ShouldAllBe(card => card.IsPublished && card.PublishedAt != null && card.Field == "05");
        (await Market.Send(new GetDemands([.. streamed.Select(card => card.Id), Guid.CreateVersion7()]))).Count.ShouldBe(500);
        (await Market.Send(new GetLatestDemands(3))).Count.ShouldBe(3);
        (await Market.Send(new GetLatestDemands(1_000))).Count.ShouldBe(20);
    }

    private static ImportRow Row(int number, params (string Column, string Value)[] values) => new(number, values.ToDictionary(pair => pair.Column, pair => pair.Value));
}

public sealed class DemandImportTestsOnSqlite(SqliteMarket market) : DemandImportTests(market);

public sealed class DemandImportTestsOnPostgreSql(PostgreSqlMarket market) : DemandImportTests(market);

public sealed class DemandImportTestsOnSqlServer(SqlServerMarket market) : DemandImportTests(market);
