using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Shouldly;
using TechMatch.IntegrationTests.Harness;

namespace TechMatch.IntegrationTests.Listings;

public abstract class ListingDocumentTests(Market market) : MarketTests(market)
{
    private static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj"u8.ToArray();

    [Fact]
    public async Task The_file_comes_back_byte_for_byte_with_a_safe_name()
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.NewOperator());
        var published = await university.Publish(reviewer);
        var attached = await Attach(university.Api, published, Pdf, "../成果 简介.exe");
        attached.Version().ShouldBe(published.Version() + 1);

        using var answer = await Market.Visitor().GetAsync($"/api/listings/{published.Id()}/documents");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(Pdf);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("成果 简介.exe.pdf");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task The_file_of_a_draft_is_for_its_owner_only()
    {
        var university = await Market.NewUniversity();
        var draft = await university.Draft();
        await university.Api.Get($"/api/listings/{draft.Id()}/documents", HttpStatusCode.NotFound);
        await Attach(university.Api, draft, Pdf, "a.pdf");
        (await university.Api.GetAsync($"/api/listings/{draft.Id()}/documents")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Market.Visitor().Get($"/api/listings/{draft.Id()}/documents", HttpStatusCode.NotFound);
        await Attach((await Market.NewUniversity()).Api, draft, Pdf, "a.pdf", HttpStatusCode.NotFound);
        await Attach((await Market.NewCompany()).Api, draft, Pdf, "a.pdf", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Owner_and_reviewer_open_the_file_of_what_is_not_published_from_its_pages()
    {
        var (university, reviewer) = (await Market.NewUniversity(), await Market.Reviewer());
        var draft = await university.Draft();
        await Attach(university.Api, draft, Pdf, "a.pdf");
        using var owner = await university.Browser();
        await FollowFile(owner, $"/listings/{draft.Id()}");
        await FollowFile(owner, $"/my/listings/{draft.Id()}/edit");
        await university.Submit(await university.Api.Get($"/api/listings/{draft.Id()}"));
        using var review = await reviewer.Browser();
        await FollowFile(review, $"/admin/review/{draft.Id()}");
        review.Current.Text.ShouldContain("邬行简");
        using var stranger = await (await Market.NewUniversity()).Browser();
        (await stranger.Http.GetAsync($"/listings/{draft.Id()}?handler=Document")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        static async Task FollowFile(PageClient browser, string path)
        {
            var link = (await browser.Get(path)).Document.QuerySelectorAll("main .file a").ShouldHaveSingleItem(path).GetAttribute("href");
            using var answer = await browser.Http.GetAsync(link);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(Pdf);
            answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        }
    }

    [Theory]
    [InlineData("MZ\u0090\0program", "report.pdf")]
    [InlineData("PK\u0003\u0004archive", "report.pdf")]
    [InlineData("", "empty.txt")]
    public async Task What_is_no_document_is_refused_whatever_its_name(string content, string name)
    {
        var university = await Market.NewUniversity();
        var draft = await university.Draft();
        (await Attach(university.Api, draft, Encoding.Latin1.GetBytes(content), name, HttpStatusCode.BadRequest)).Errors("file").ShouldHaveSingleItem();
        (await Attach(university.ApiIn("zh"), draft, Encoding.Latin1.GetBytes(content), name, HttpStatusCode.BadRequest)).Errors("file").Single().ShouldContain(letter => letter >= '\u3400');
    }

    [Fact]
    public async Task A_file_has_ten_megabytes_at_most()
    {
        var university = await Market.NewUniversity();
        var draft = await university.Draft();
        var large = new byte[10 * 1024 * 1024 + 1];
        Pdf.CopyTo(large, 0);
        (await Attach(university.Api, draft, large, "a.pdf", HttpStatusCode.BadRequest)).Errors("file").ShouldHaveSingleItem();
        await Attach(university.Api, draft, large[..^1], "a.pdf");
    }

    [Fact]
    public async Task The_upload_must_name_the_version_and_hold_a_file()
    {
        var university = await Market.NewUniversity();
        var draft = await university.Draft();
        using var none = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/listings/{draft.Id()}/documents") { Content = none };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{draft.Version()}\"");
        (await university.Api.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await Attach(university.Api, draft, Pdf, "a.pdf", HttpStatusCode.PreconditionRequired, withVersion: false);
    }

    [Fact]
    public async Task The_edit_page_attaches_without_a_script()
    {
        var university = await Market.NewUniversity();
        var draft = await university.Draft();
        using var browser = await university.Browser();
        var page = await browser.Get($"/my/listings/{draft.Id()}/edit");
        var form = page.Document.QuerySelector("form[enctype='multipart/form-data']").ShouldNotBeNull();
        using var content = new MultipartFormDataContent { { new ByteArrayContent(Pdf), "file", "slides.pdf" } };
        foreach (var input in form.QuerySelectorAll("input[type=hidden]")) content.Add(new StringContent(input.GetAttribute("value")!), input.GetAttribute("name")!);
        var answer = await browser.Http.PostAsync(form.GetAttribute("action"), content);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("slides.pdf");
    }

    private static async Task<JsonElement> Attach(HttpClient client, JsonElement listing, byte[] bytes, string name, HttpStatusCode expected = HttpStatusCode.OK, bool withVersion = true)
    {
        var file = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/listings/{listing.Id()}/documents") { Content = new MultipartFormDataContent { { file, "file", name } } };
        if (withVersion) request.Headers.TryAddWithoutValidation("If-Match", $"\"{listing.Version()}\"");
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(expected, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}

public sealed class ListingDocumentTestsOnSqlite(SqliteMarket market) : ListingDocumentTests(market);
