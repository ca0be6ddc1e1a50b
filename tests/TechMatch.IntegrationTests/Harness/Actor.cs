using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;

namespace TechMatch.IntegrationTests.Harness;

/// <summary>A signed-in person: an API client with a bearer token, and a browser when asked.</summary>
public sealed class Actor
{
    private readonly Market market;

    private Actor(Market market, Guid personId, Guid organisationId, string email, string password, HttpClient api)
    {
        this.market = market;
        (PersonId, OrganisationId, Email, Password, Api) = (personId, organisationId, email, password, api);
    }

    public Guid PersonId { get; }

    public Guid OrganisationId { get; }

    public string Email { get; }

    public string Password { get; }

    public HttpClient Api { get; }

    public static async Task<Actor> SignIn(Market market, Guid personId, Guid organisationId, string email, string password)
    {
        var api = market.Visitor();
        var answer = await api.PostAsJsonAsync("/api/account/token", new { email, password });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new(market, personId, organisationId, email, password, api);
    }

    /// <summary>The same person's API client in another language.</summary>
    public HttpClient ApiIn(string language)
    {
        var client = market.Visitor(language);
        client.DefaultRequestHeaders.Authorization = Api.DefaultRequestHeaders.Authorization;
        return client;
    }

    /// <summary>The person's browser, signed in by the sign-in page.</summary>
    public async Task<PageClient> Browser(string language = "en")
    {
        var browser = market.Browser(language);
        await browser.Get("/account/sign-in");
        var answer = await browser.Submit(new() { ["Form.Email"] = Email, ["Form.Password"] = Password });
        answer.Status.ShouldBeOneOf(200, 302);
        return browser;
    }
}
