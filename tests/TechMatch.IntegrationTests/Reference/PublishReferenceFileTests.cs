using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using TechMatch.Integration.Reference;
using TechMatch.IntegrationTests.Harness;
using TechMatch.Reference.Persistence;

namespace TechMatch.IntegrationTests.Reference;

public abstract class PublishReferenceFileTests(Market market) : MarketTests(market)
{
    private const string Publications = "/api/reference/publications";

    private ICodeLists Lists => Market.Services.GetRequiredService<ICodeLists>();

    [Fact]
    public async Task An_operator_publishes_a_list_and_the_whole_market_knows_it_at_once()
    {
        var name = ReferenceFiles.FreshListName();
        var actor = await Market.NewOperator();

        await actor.Api.Post(Publications, ReferenceFiles.List(name), HttpStatusCode.Created);

        Lists.Of(name).Select(code => code.Value).ShouldBe(["red", "blue"]);
        (await Market.Visitor().Get($"/api/reference/codelists/{name}")).GetProperty("versions").EnumerateArray().Single().GetProperty("isShipped").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task The_answer_leads_to_what_was_published()
    {
        var actor = await Market.NewOperator();
        using var answer = await actor.Api.PostAsync(Publications, Body(ReferenceFiles.List(ReferenceFiles.FreshListName()).ToJsonString()), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await actor.Api.Get(answer.Headers.Location!.ToString())).GetProperty("version").GetString().ShouldBe("2026.1");
    }

    [Fact]
    public async Task A_code_that_a_newer_version_lacks_is_retired_and_keeps_its_name()
    {
        var name = ReferenceFiles.FreshListName();
        var actor = await Market.NewOperator();
        await actor.Api.Post(Publications, ReferenceFiles.List(name, codes: ["red", "blue"]), HttpStatusCode.Created);

        await actor.Api.Post(Publications, ReferenceFiles.List(name, "2026.2", "2026-02-01", "blue", "green"), HttpStatusCode.Created);

        Lists.Has(name, "red").ShouldBeFalse();
        Lists.Name(name, "red").ShouldNotBe("red");
        var list = await Market.Visitor().Get($"/api/reference/codelists/{name}");
        list.GetProperty("retired").EnumerateArray().Single().GetProperty("code").GetString().ShouldBe("red");
        var older = await Market.Visitor().Get($"/api/reference/codelists/{name}?version=2026.1");
        (older.GetProperty("isPresent").GetBoolean(), older.GetProperty("codes").GetArrayLength()).ShouldBe((false, 2));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_the_same_version_with_other_content_is_refused()
    {
        var name = ReferenceFiles.FreshListName();
        var actor = await Market.NewOperator();
        var first = await actor.Api.Post(Publications, ReferenceFiles.List(name), HttpStatusCode.Created);

        var again = await actor.Api.Post(Publications, ReferenceFiles.List(name), HttpStatusCode.OK);
        var other = await actor.Api.Post(Publications, ReferenceFiles.List(name, codes: ["red", "green"]), HttpStatusCode.Conflict);

        again.Id().ShouldBe(first.Id());
        other.Code().ShouldBe("publication.other-content");
        Lists.Has(name, "green").ShouldBeFalse();
    }

    [Fact]
    public async Task What_shipped_cannot_be_replaced_under_its_own_version()
    {
        var actor = await Market.NewOperator();

        (await actor.Api.Post(Publications, ReferenceFiles.List("technology-field"), HttpStatusCode.Conflict)).Code().ShouldBe("publication.other-content");

        Lists.Of("technology-field").Count.ShouldBe(11);
    }

    [Theory]
    [InlineData("2025.12", "2026-02-01", "publication.not-newer")]
    [InlineData("2026.2", "2025-12-31", "publication.starts-earlier")]
    public async Task A_version_follows_the_latest_in_number_and_day(string version, string validFrom, string code)
    {
        var name = ReferenceFiles.FreshListName();
        var actor = await Market.NewOperator();
        await actor.Api.Post(Publications, ReferenceFiles.List(name), HttpStatusCode.Created);

        (await actor.Api.Post(Publications, ReferenceFiles.List(name, version, validFrom), HttpStatusCode.Conflict)).Code().ShouldBe(code);
    }

    [Fact]
    public async Task A_bad_file_is_answered_row_by_row_in_the_readers_language_and_nothing_is_saved()
    {
        var name = ReferenceFiles.FreshListName();
        var bad = ReferenceFiles.List(name, codes: ["red", "red", "blue"]);
        bad["codes"]![0]!.AsObject().Remove("en");
        bad["codes"]![2]!["parent"] = "violet";
        var actor = await Market.NewOperator();

        var english = await actor.Api.Post(Publications, bad, HttpStatusCode.BadRequest);
        var chinese = await actor.ApiIn("zh").Post(Publications, bad, HttpStatusCode.BadRequest);

        english.Errors("codes[0].en").ShouldBe(["Row 1 (red): en is missing."]);
        english.Errors("codes[1].code").ShouldBe(["Row 2 (red): code “red” occurs twice."]);
        english.Errors("codes[2].parent").ShouldBe(["Row 3 (blue): parent names “violet”, which is not known."]);
        chinese.Errors("codes[0].en").ShouldBe(["第 1 行（red）：缺少 en。"]);
        Lists.Of(name).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "Choose a JSON file.")]
    [InlineData("{\n\"list\": ,", "The file is not JSON; the mistake is in line 2.")]
    [InlineData("{}", "This is neither a code list (list), nor a rule pack (pack), nor a calendar (calendar).")]
    public async Task What_is_no_file_of_ours_is_said_in_one_line(string text, string message)
    {
        var actor = await Market.NewOperator();
        using var answer = await actor.Api.PostAsync(Publications, Body(text), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Errors("file").ShouldBe([message]);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused()
    {
        var actor = await Market.NewOperator();
        using var answer = await actor.Api.PostAsync(Publications, Body(new string(' ', 1_100_000) + "{}"), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Only_an_operator_publishes()
    {
        var file = ReferenceFiles.List(ReferenceFiles.FreshListName());

        await Market.Visitor().Post(Publications, file, HttpStatusCode.Unauthorized);
        await (await Market.NewUniversity()).Api.Post(Publications, file, HttpStatusCode.Forbidden);
        await (await Market.NewRegistrar()).Api.Post(Publications, file, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_pilot_pack_hangs_below_its_city_and_inherits_the_rest()
    {
        var name = ReferenceFiles.FreshPackName();
        var actor = await Market.NewOperator();

        await actor.Api.Post(Publications, ReferenceFiles.Pack(name, 7), HttpStatusCode.Created);

        var rules = Market.Services.GetRequiredService<IRulePacks>();
        var day = new DateOnly(2026, 6, 1);
        rules.Number(name, "priceNotice.days", day).ShouldBe(7);
        rules.Number(name, "reward.transfer.standardPct", day).ShouldBe(70);
        rules.Find(name, "reward.transfer.floorPct", day)!.Pack.ShouldBe("CN");
        (await Market.Visitor().Get($"/api/reference/rulepacks/{name}")).GetProperty("chain").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task What_ships_is_in_the_database_once_the_market_has_started()
    {
        await Eventually.True(async () => await CountShipped() == 37, "shipped files in the database");

        (await Market.With<PublicationStore, int>(store => store.AddShipped(CancellationToken.None))).ShouldBe(0);
        (await CountShipped()).ShouldBe(37);
    }

    private Task<int> CountShipped() => Market.With<ReferenceDbContext, int>(db => db.Publications.CountAsync(row => row.IsShipped));

    private static StringContent Body(string text) => new(text, Encoding.UTF8, "application/json");
}

public sealed class PublishReferenceFileTestsOnSqlite(SqliteMarket market) : PublishReferenceFileTests(market);

public sealed class PublishReferenceFileTestsOnPostgreSql(PostgreSqlMarket market) : PublishReferenceFileTests(market);

public sealed class PublishReferenceFileTestsOnSqlServer(SqlServerMarket market) : PublishReferenceFileTests(market);
