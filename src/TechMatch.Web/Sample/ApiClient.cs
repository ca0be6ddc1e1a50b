using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace TechMatch.Web.Sample;

/// <summary>One signed-in person at the public API.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient http;

    private ApiClient(HttpClient http) => this.http = http;

    public static async Task<ApiClient> SignIn(Uri address, string email, string password, CancellationToken cancellationToken)
    {
        var client = new ApiClient(new HttpClient { BaseAddress = address });
        var token = await client.Post("/api/account/token", new { email, password }, null, cancellationToken);
        client.http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("accessToken").GetString());
        return client;
    }

    public Task<JsonElement> Get(string path, CancellationToken cancellationToken) => Send(HttpMethod.Get, path, null, null, cancellationToken);

    /// <param name="path">Below the server's root.</param>
    /// <param name="body">What is sent as JSON; null for nothing.</param>
    /// <param name="seen">What is to be changed, as it was read or saved last; null for something new.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<JsonElement> Post(string path, object? body, JsonElement? seen, CancellationToken cancellationToken) => Send(HttpMethod.Post, path, body, seen, cancellationToken);

    public Task<JsonElement> Put(string path, object body, JsonElement seen, CancellationToken cancellationToken) => Send(HttpMethod.Put, path, body, seen, cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<JsonElement> Send(HttpMethod method, string path, object? body, JsonElement? seen, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body);
        if (seen is { } known) request.Headers.IfMatch.Add(new($"\"{known.GetProperty("version").GetInt64()}\""));
        using var response = await http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"The sample's {method} {path} was refused with {(int)response.StatusCode}: {text}");
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }
}
