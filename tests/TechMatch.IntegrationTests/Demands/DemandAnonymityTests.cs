using System.Text.Json;
using Shouldly;
using TechMatch.Integration.Directory;
using TechMatch.IntegrationTests.Harness;
using TechMatch.IntegrationTests.Listings;

namespace TechMatch.IntegrationTests.Demands;

/// <summary>An organisation that does not want to be named is named nowhere, to nobody but itself and the operators.</summary>
public abstract class DemandAnonymityTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task Others_read_neither_its_name_nor_its_id()
    {
        var (company, word) = (await Market.NewCompany(), DemandActs.OwnWord());
        var need = await company.PostNeed(content => (content["isAnonymous"], content["titleZh"], content["titleEn"]) = (true, word, word));
        var secrets = await Secrets(company);
        await Eventually.True(async () => (await Market.Visitor().Get($"/api/demands?q={word}")).GetProperty("total").GetInt32() == 1, "need in the index");

        HttpClient[] readers = [Market.Visitor(), Market.Visitor("zh"), (await Market.NewUniversity()).Api, (await Market.NewCompany()).Api, (await Market.NewBroker()).Api, (await Market.NewRegistrar()).Api];
        foreach (var reader in readers)
        {
            foreach (var path in new[] { $"/api/demands?q={word}", $"/api/demands/{need.Id()}", $"/demands?q={word}", $"/demands/{need.Id()}", "/" })
            {
                var text = await Read(reader, path);
                if (path.Contains("demands")) text.ShouldContain(word, Case.Insensitive, path);
                foreach (var secret in secrets) text.ShouldNotContain(secret, Case.Insensitive, path);
            }
        }
        var view = await Market.Visitor().Get($"/api/demands/{need.Id()}");
        view.GetProperty("organisationId").ValueKind.ShouldBe(JsonValueKind.Null);
        view.GetProperty("organisation").ValueKind.ShouldBe(JsonValueKind.Null);
        view.GetProperty("isAnonymous").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Asking_for_an_organisations_needs_does_not_say_which_unnamed_ones_are_its_own()
    {
        var company = await Market.NewCompany();
        var (unnamed, named) = (await company.PostNeed(content => content["isAnonymous"] = true), await company.PostNeed());
        var path = $"/api/demands?organisation={company.OrganisationId}";
        foreach (var reader in new[] { Market.Visitor(), (await Market.NewUniversity()).Api, (await Market.NewBroker()).Api })
        {
            var found = await reader.Get(path);
            found.GetProperty("items").EnumerateArray().Select(item => item.Id()).ShouldBe([named.Id()]);
            found.GetProperty("total").GetInt32().ShouldBe(1);
            // Counts would say as much as the rows.
            found.GetProperty("facets").EnumerateArray().SelectMany(facet => facet.GetProperty("values").EnumerateArray()).ShouldAllBe(value => value.GetProperty("count").GetInt32() == 1);
        }
        foreach (var reader in new[] { company, await Market.NewOperator() })
            (await reader.Api.Get(path)).GetProperty("items").EnumerateArray().Select(item => item.Id()).ShouldBe([named.Id(), unnamed.Id()]);
        (await Read(Market.Visitor(), $"/orgs/{company.OrganisationId}")).ShouldNotContain(unnamed.Id().ToString());
    }

    [Fact]
    public async Task A_search_by_its_name_does_not_find_it()
    {
        var (company, word) = (await Market.NewCompany(), DemandActs.OwnWord());
        var need = await company.PostNeed(content => (content["isAnonymous"], content["titleZh"], content["titleEn"]) = (true, word, word));
        await Eventually.True(async () => (await Market.Visitor().Get($"/api/demands?q={word}")).GetProperty("total").GetInt32() == 1, "need in the index");
        foreach (var secret in await Secrets(company))
        {
            var found = await Market.Visitor().Get($"/api/demands?q={Uri.EscapeDataString(secret)}&size=100");
            found.GetProperty("items").EnumerateArray().Select(item => item.Id()).ShouldNotContain(need.Id(), secret);
        }
    }

    [Fact]
    public async Task Its_own_organisation_and_operators_read_who_it_is()
    {
        var company = await Market.NewCompany();
        var need = await company.PostNeed(content => content["isAnonymous"] = true);
        var name = (await Secrets(company))[1];
        foreach (var reader in new[] { company, await Market.NewOperator(), await Market.NewColleague(company.OrganisationId, Roles.Company) })
        {
            var view = await reader.Api.Get($"/api/demands/{need.Id()}");
            view.GetProperty("organisationId").GetGuid().ShouldBe(company.OrganisationId);
            view.GetProperty("organisation").GetString().ShouldBe(name);
            var row = (await reader.Api.Get($"/api/demands?organisation={company.OrganisationId}")).GetProperty("items")[0];
            row.GetProperty("organisation").GetString().ShouldBe(name);
            using var browser = await reader.Browser();
            (await browser.Get($"/demands/{need.Id()}")).Text.ShouldContain(name);
        }
    }

    [Fact]
    public async Task A_university_whose_listing_matches_does_not_learn_who_asks()
    {
        var (company, university, word) = (await Market.NewCompany(), await Market.NewUniversity(), DemandActs.OwnWord());
        var need = await company.PostNeed(content => (content["isAnonymous"], content["titleEn"]) = (true, $"{word} wanted"));
        var listing = await university.PublishListing(Market, new { titleEn = $"{word} offered", summaryEn = "A summary." });
        var asked = $"/api/matches?listing={listing}&size=100";
        await Eventually.True(async () => (await university.Api.Get(asked)).GetProperty("items").EnumerateArray().Any(row => row.GetProperty("demandId").GetGuid() == need.Id()), "match");
        var secrets = await Secrets(company);
        var row = (await university.Api.Get(asked)).GetProperty("items").EnumerateArray().Single(row => row.GetProperty("demandId").GetGuid() == need.Id());
        row.GetProperty("found").GetProperty("isAnonymous").GetBoolean().ShouldBeTrue();
        using var browser = await university.Browser();
        string[] api = [asked, "/api/matches/own", $"/api/matches/{need.Id()}/{listing}"];
        string[] pages = [$"/matches?listing={listing}", "/matches", $"/matches/{need.Id()}/{listing}"];
        foreach (var path in api.Concat(pages))
        {
            var text = await Read(path.StartsWith("/api", StringComparison.Ordinal) ? university.Api : browser.Http, path);
            foreach (var secret in secrets) text.ShouldNotContain(secret, Case.Insensitive, path);
        }
        (await Read(browser.Http, pages[0])).ShouldContain(need.Id().ToString());
    }

    [Fact]
    public async Task A_need_that_becomes_anonymous_is_unnamed_from_then_on()
    {
        var (company, university, word) = (await Market.NewCompany(), await Market.NewUniversity(), DemandActs.OwnWord());
        var need = await company.PostNeed(content => content["titleEn"] = $"{word} wanted");
        var listing = await university.PublishListing(Market, new { titleEn = $"{word} offered", summaryEn = "A summary." });
        var (name, asked) = ((await Secrets(company))[1], $"/api/matches?listing={listing}&size=100");
        (await Read(Market.Visitor(), $"/api/demands/{need.Id()}")).ShouldContain(name);
        await Eventually.True(async () => (await Read(university.Api, asked)).Contains(name), "named match");

        await company.Api.Put($"/api/demands/{need.Id()}", DemandActs.Content(content => (content["isAnonymous"], content["titleEn"]) = (true, $"{word} wanted")), ifMatch: need.Version());
        (await Read(Market.Visitor(), $"/api/demands/{need.Id()}")).ShouldNotContain(name);
        await Eventually.True(async () => await Read(university.Api, asked) is var text && text.Contains(need.Id().ToString()) && !text.Contains(name), "unnamed match");
    }

    // Its id, and its name in both languages.
    private static async Task<string[]> Secrets(Actor company)
    {
        async Task<string> Name(string language)
        {
            var need = await company.DraftNeed();
            var name = (await company.ApiIn(language).Get($"/api/demands/{need.Id()}")).GetProperty("organisation").GetString();
            return name.ShouldNotBeNull();
        }
        var (english, chinese) = (await Name("en"), await Name("zh"));
        english.ShouldNotBe(chinese);
        return [company.OrganisationId.ToString(), english, chinese];
    }

    // Pages may write Chinese as character references.
    private static async Task<string> Read(HttpClient reader, string path)
    {
        using var answer = await reader.GetAsync(path);
        ((int)answer.StatusCode).ShouldBe(200, path);
        var text = await answer.Content.ReadAsStringAsync();
        return path.StartsWith("/api", StringComparison.Ordinal) ? System.Text.RegularExpressions.Regex.Unescape(text) : System.Net.WebUtility.HtmlDecode(text);
    }
}

public sealed class DemandAnonymityTestsOnSqlite(SqliteMarket market) : DemandAnonymityTests(market);

public sealed class DemandAnonymityTestsOnPostgreSql(PostgreSqlMarket market) : DemandAnonymityTests(market);

public sealed class DemandAnonymityTestsOnSqlServer(SqlServerMarket market) : DemandAnonymityTests(market);
