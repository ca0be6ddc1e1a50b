using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using TechMatch.IntegrationTests.Harness;
using TechMatch.IntegrationTests.Servers;
using static Microsoft.Playwright.Assertions;

namespace TechMatch.BrowserTests;

/// <summary>The main job from a university's draft to the figures of the registered contract, each actor at an own window.</summary>
public class MainFlowTests(Chromium chromium, SqliteMarket market) : BrowserTest(chromium, market)
{
    private static readonly Story English = new("En", "To another province", new()
    {
        ["TitleEn"] = "Low-cost process for layered sodium-ion battery cathodes",
        ["SummaryEn"] = "A co-precipitation process for layered oxide cathodes of sodium-ion batteries. It needs no cobalt and keeps ninety per cent of the capacity after two thousand cycles.",
        ["AdvantagesEn"] = "Half the cost of the usual cathode material; runs on existing sintering lines.",
        ["ApplicationsEn"] = "Grid storage, electric two-wheelers.",
        ["Keywords"] = "sodium-ion battery, cathode, co-precipitation",
    }, new()
    {
        ["TitleEn"] = "Cheaper cathode material for sodium-ion batteries",
        ["ProblemEn"] = "We build sodium-ion batteries for grid storage. The layered oxide cathode loses capacity after eight hundred cycles and costs too much; we look for a process without cobalt.",
        ["TargetsEn"] = "Two thousand cycles at ninety per cent of the capacity.",
        ["Keywords"] = "sodium-ion battery, cathode",
    });

    private static readonly Story Chinese = new("Zh", "流向外省市", new()
    {
        ["TitleZh"] = "工业废水重金属吸附材料的制备方法",
        ["SummaryZh"] = "以改性壳聚糖为基体制备重金属吸附材料，对电镀废水中的镍、铬离子去除率达到百分之九十九，可再生使用五十次以上。",
        ["AdvantagesZh"] = "吸附容量高，再生成本低，不产生二次污染。",
        ["ApplicationsZh"] = "电镀、印染、矿山废水处理。",
        ["Keywords"] = "重金属, 吸附材料, 电镀废水",
    }, new()
    {
        ["TitleZh"] = "电镀废水重金属深度去除",
        ["ProblemZh"] = "我公司电镀废水中镍、铬离子浓度波动大，现有吸附材料再生次数少，运行成本高，希望引进可再生的重金属吸附材料。",
        ["TargetsZh"] = "镍、铬离子去除率不低于百分之九十九。",
        ["Keywords"] = "电镀废水, 重金属",
    });

    [Fact]
    public Task The_main_job_is_done_by_pages_in_English_at_a_desk() => WholeJob(English, "en-GB", 1280);

    [Fact]
    public Task The_main_job_is_done_by_pages_in_Chinese_on_a_phone() => WholeJob(Chinese, "zh-CN", 390);

    private async Task WholeJob(Story story, string language, int width)
    {
        Task<Desk> Sit(Actor actor) => Desk.Open(Chromium, Market, actor, language, width);
        await using var university = await Sit(await Market.NewUniversity());
        await using var company = await Sit(await Market.NewCompany());
        await using var broker = await Sit(await Market.NewBroker());
        await using var reviewer = await Sit(await Market.NewOperator());
        await using var registrar = await Sit(await Market.NewRegistrar());
        var before = await Flow(registrar, story);

        var listing = await Publish(university, reviewer, story);
        var demand = await FindMatch(company, story, listing);
        await SeeMatchFromTheOtherSide(university, story, listing, demand);
        var deal = await OpenDeal(company, university, listing, demand);
        await Negotiate(broker, company, deal);
        await Register(university, company, registrar, deal);

        await Eventually.True(async () => await Flow(registrar, story) == before + 1, "registered contract among the figures");
        await registrar.NoteBarriers();
        new[] { university, company, broker, reviewer, registrar }.SelectMany(desk => desk.Faults).ShouldBeEmpty();
    }

    private static async Task<string> Publish(Desk university, Desk reviewer, Story story)
    {
        await university.Go("/my/listings");
        await university.Follow("main a[href='/my/listings/new']");
        await university.NoteBarriers();
        await university.Fill(new(story.Offer)
        {
            ["Field"] = "05",
            ["Trl"] = "6",
            ["IpKind"] = "invention",
            ["IpStatus"] = "granted",
            ["Region"] = "110108",
            ["Cooperation"] = "exclusive",
            ["PriceKind"] = "fixed",
            ["PriceMin"] = "1200000",
        });
        await university.Follow("main form button[type=submit]");
        var listing = IdIn(university.Page.Url, "/listings/");
        await university.Follow("form[action*='handler=Submit'] button");

        await reviewer.Go("/admin/review");
        await reviewer.Follow($"main a[href='/admin/review/{listing}']");
        await reviewer.NoteBarriers();
        await reviewer.Fill(new() { ["Advantages"] = "4", ["Clarity"] = "5", ["Cooperation"] = "4", ["Language"] = "4" });
        await reviewer.Follow("button[name='Form.Return'][value=false]");

        await university.Await($"/listings/{listing}", $"a[href='/matches?listing={listing}']");
        await university.NoteBarriers();
        return listing;
    }

    private static async Task<string> FindMatch(Desk company, Story story, string listing)
    {
        await company.Go("/demands/new");
        await company.NoteBarriers();
        await company.Fill(new(story.Need)
        {
            ["Field"] = "05",
            ["Industry"] = "38",
            ["TrlMin"] = "5",
            ["Cooperation"] = "exclusive",
            ["BudgetMin"] = "800000",
            ["BudgetMax"] = "2000000",
            ["Deadline"] = DateTime.UtcNow.AddDays(90).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
        await company.Follow("main form button[type=submit]:not([formaction])");
        var demand = IdIn(company.Page.Url, "demand=");
        await company.Await($"/matches?demand={demand}", Match(listing));
        await company.NoteBarriers();
        var match = company.Page.Locator(Match(listing));
        (await match.Locator("h2 mark").CountAsync()).ShouldBeGreaterThan(0, "words of the title that meet the need");
        (await match.Locator(".excerpt mark").CountAsync()).ShouldBeGreaterThan(0, "words of the text that meet the need");
        foreach (var condition in new[] { "trl", "price", "cooperation", "field", "deadline", "ip" })
            (await match.Locator($"[data-condition={condition}]").GetAttributeAsync("data-state")).ShouldBe("met", condition);
        (await match.Locator("[data-condition=region]").GetAttributeAsync("data-state")).ShouldBe("open", "the company named no region");

        await company.Follow($"main a[href='/matches/{demand}/{listing}']");
        await company.NoteBarriers();
        (await company.Page.Locator(".texts mark").CountAsync()).ShouldBeGreaterThan(1, "words marked in both texts");
        return demand;
    }

    private static async Task SeeMatchFromTheOtherSide(Desk university, Story story, string listing, string demand)
    {
        await university.Await($"/matches?listing={listing}", Match(demand));
        await university.NoteBarriers();
        (await university.Text(Match(demand) + " h2")).ShouldBe(story.Need["Title" + story.Tongue]);
        (await university.Page.Locator(Match(demand) + " mark").CountAsync()).ShouldBeGreaterThan(0);
        await university.Follow($"main a[href='/matches/{demand}/{listing}']");
        (await university.Page.Locator("main a[href^='/interests/new']").CountAsync()).ShouldBe(0, "one does not ask oneself");
        await university.Go("/matches?side=listings");
        await university.Follow($"main a[href='/matches?listings={listing}'], main a[href='/matches?listing={listing}']");
    }

    private static async Task<string> OpenDeal(Desk company, Desk university, string listing, string demand)
    {
        await company.Follow($"main a[href='/interests/new?listing={listing}&demand={demand}']");
        await company.NoteBarriers();
        await company.Fill(new() { ["CooperationSought"] = "Exclusive licence 独占许可", ["Missing"] = "Pilot data 中试数据", ["AboutUs"] = "Three plants 三家工厂" });
        await company.Follow("main form button[type=submit]");
        var interest = IdIn(company.Page.Url, "/interests/");

        await university.Go("/interests");
        await university.NoteBarriers();
        await university.Follow($"main a[href='/interests/{interest}']");
        await university.NoteBarriers();
        (await university.Text("main")).ShouldContain("中试数据");
        await university.Follow("form[data-act=accept] button");
        var deal = IdIn(university.Page.Url, "/deals/");
        await company.Go($"/interests/{interest}");
        await company.Follow($"main a[href='/deals/{deal}']");
        return deal;
    }

    private static async Task Negotiate(Desk broker, Desk company, string deal)
    {
        await broker.Go("/deals");
        await broker.Go("/deals?tab=Leads");
        await broker.NoteBarriers();
        await broker.Follow($"main a[href='/deals/{deal}']");
        await broker.Follow("form[data-act=take] button");

        await broker.Go("/deals");
        await broker.NoteBarriers();
        var card = broker.Page.Locator($"#deal-{deal}");
        var version = await card.GetAttributeAsync("data-version");
        await card.Locator("button[name=to][value=Nda]").ClickAsync();
        await Expect(card.Locator("button[name=to]")).ToHaveAttributeAsync("value", "Assessment");
        (await card.GetAttributeAsync("data-version")).ShouldNotBe(version);

        await broker.Follow($"#deal-{deal} h3 a");
        await broker.NoteBarriers();
        foreach (var stage in new[] { "Assessment", "TermSheet", "Pricing", "Notice", "Drafting" })
        {
            (await broker.Page.Locator("form[data-act=forward] [name=to]").GetAttributeAsync("value")).ShouldBe(stage);
            await broker.Follow("form[data-act=forward] button");
        }

        await broker.Page.Locator("summary:has(+ #sign)").ClickAsync();
        await broker.Fill(new() { ["Terms.Cooperation"] = "exclusive", ["Terms.Amount"] = "1500000", ["Terms.SignedOn"] = DateTime.UtcNow.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        await broker.Follow("#sign button");
        (await broker.Page.Locator($"main a[href='/contracts?deal={deal}']").CountAsync()).ShouldBe(1);

        await company.Go("/deals");
        await company.Follow($"main a[href='/deals/{deal}']");
        await company.NoteBarriers();
        (await company.Page.Locator("form[data-act=forward]").CountAsync()).ShouldBe(0, "the broker leads");
    }

    private static async Task Register(Desk university, Desk company, Desk registrar, string deal)
    {
        await university.Await($"/contracts?deal={deal}", "main th a[href^='/contracts/']");
        await university.Follow("main th a[href^='/contracts/']");
        await university.NoteBarriers();
        var contract = IdIn(university.Page.Url, "/contracts/");
        await university.Follow($"main a[href='/contracts/{contract}/facts']");
        await university.NoteBarriers();
        await university.Fill(new()
        {
            ["ContractType"] = "LIC",
            ["ContractSubtype"] = "LIC-PATENT",
            ["TechnicalAmount"] = "1200000",
            ["StartsOn"] = "2026-01-01",
            ["EndsOn"] = "2031-01-01",
            ["PaymentForm"] = "lumpSum",
            ["Field"] = "05",
            ["PlanSource"] = "none",
            ["Objective"] = "02",
            ["IsRelatedParty"] = "False",
        });
        await university.Follow("main form .btn-primary");
        await university.Follow("#submit-form button");

        await registrar.Go("/registrar");
        await registrar.NoteBarriers();
        await registrar.Follow($"main a[href='/contracts/{contract}']");
        await registrar.Follow("#accept-form button");
        await registrar.NoteBarriers();
        var number = "2026" + System.Security.Cryptography.RandomNumberGenerator.GetString("0123456789", 10);
        await registrar.Page.FillAsync("#register-form [name='Form.RegistrationNumber']", number);
        await registrar.Follow("#register-form button");
        (await registrar.Text("main")).ShouldContain(number);

        await company.Go($"/contracts/{contract}");
        await company.NoteBarriers();
        (await company.Text("main")).ShouldContain(number);
        await company.Await($"/deals/{deal}", $"dd:text-is('{number}')");
    }

    /// <summary>How many registered contracts the figures show whose technology went to another province.</summary>
    private static async Task<int> Flow(Desk desk, Story story)
    {
        await desk.Go("/stats");
        var row = desk.Page.Locator("#flow tbody tr").Filter(new() { Has = desk.Page.GetByRole(AriaRole.Rowheader, new() { Name = story.Flow, Exact = true }) });
        return await row.CountAsync() == 0 ? 0 : int.Parse(await row.Locator("td").First.InnerTextAsync(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    private static string Match(string found) => $"article.match:has(h2 a[href$='/{found}'])";

    private static string IdIn(string address, string after)
    {
        var found = Regex.Match(address, Regex.Escape(after) + "([0-9a-f-]{36})");
        found.Success.ShouldBeTrue($"{address} has an id after {after}");
        return found.Groups[1].Value;
    }

    /// <summary>What is typed in, and what the page says in that language.</summary>
    private sealed record Story(string Tongue, string Flow, Dictionary<string, string> Offer, Dictionary<string, string> Need);
}
