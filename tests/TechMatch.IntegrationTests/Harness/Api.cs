using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;

namespace TechMatch.IntegrationTests.Harness;

/// <summary>Calls of the API that say what they expect.</summary>
public static class Api
{
    public static async Task<JsonElement> Get(this HttpClient client, string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var answer = await client.GetAsync(path);
        return await Read(answer, expected);
    }

    public static Task<JsonElement> Post(this HttpClient client, string path, object? body, HttpStatusCode expected = HttpStatusCode.OK, long? ifMatch = null) =>
        Send(client, HttpMethod.Post, path, body, expected, ifMatch);

    public static Task<JsonElement> Put(this HttpClient client, string path, object? body, HttpStatusCode expected = HttpStatusCode.OK, long? ifMatch = null) =>
        Send(client, HttpMethod.Put, path, body, expected, ifMatch);

    public static async Task<JsonElement> Send(this HttpClient client, HttpMethod method, string path, object? body, HttpStatusCode expected, long? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (ifMatch is { } version) request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        using var answer = await client.SendAsync(request);
        return await Read(answer, expected);
    }

    /// <summary>The id of what was saved.</summary>
    public static Guid Id(this JsonElement saved) => saved.GetProperty("id").GetGuid();

    /// <summary>The version of what was saved.</summary>
    public static long Version(this JsonElement saved) => saved.GetProperty("version").GetInt64();

    /// <summary>The messages that a ProblemDetails has for a field.</summary>
    public static string[] Errors(this JsonElement problem, string field) =>
        problem.TryGetProperty("errors", out var errors) && errors.TryGetProperty(field, out var messages) ? [.. messages.EnumerateArray().Select(message => message.GetString()!)] : [];

    /// <summary>The stable code of a ProblemDetails.</summary>
    public static string? Code(this JsonElement problem) => problem.TryGetProperty("code", out var code) ? code.GetString() : null;

    private static async Task<JsonElement> Read(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(expected, $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri?.PathAndQuery}: {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
