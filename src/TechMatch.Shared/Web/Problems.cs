using System.Text.Json;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;

namespace TechMatch.Shared.Web;

/// <summary>The one place where an exception becomes an HTTP answer.</summary>
public static class Problems
{
    /// <summary>What a caller of the API or a reader of a page is told of a failure.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Code">The error's stable code.</param>
    /// <param name="Detail">Its text in the user's language.</param>
    /// <param name="Errors">Field path (camel case) → messages; empty when the failure is not about fields.</param>
    public sealed record Problem(int Status, string Code, string Detail, IReadOnlyDictionary<string, string[]> Errors);

    private static readonly IReadOnlyDictionary<string, string[]> None = new Dictionary<string, string[]>();

    /// <summary>Describes a failure that is the user's to mend; null for one that is ours.</summary>
    /// <param name="failure">The exception.</param>
    /// <param name="texts">The texts.</param>
    public static Problem? Describe(Exception failure, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return failure switch
        {
            ValidationException validation => new(StatusCodes.Status400BadRequest, "validation", texts["problem.validation"], Fields(validation)),
            RuleViolationException rule => new(StatusOf(rule.Error.Kind), rule.Error.Code, texts[rule.Error.Code, [.. rule.Arguments]], None),
            NotSignedInException => new(StatusCodes.Status401Unauthorized, "not-signed-in", texts["problem.not-signed-in"], None),
            ForbiddenException => new(StatusCodes.Status403Forbidden, "forbidden", texts["problem.forbidden"], None),
            NotFoundException => new(StatusCodes.Status404NotFound, "not-found", texts["problem.not-found"], None),
            StaleVersionException or Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException => new(StatusCodes.Status412PreconditionFailed, "stale", texts["problem.stale"], None),
            PreconditionRequiredException => new(StatusCodes.Status428PreconditionRequired, "if-match-missing", texts["problem.if-match-missing"], None),
            BadHttpRequestException { InnerException: JsonException json } => new(StatusCodes.Status400BadRequest, "validation", texts["problem.validation"],
                new Dictionary<string, string[]> { [(json.Path ?? "").TrimStart('$', '.')] = [texts["problem.json"]] }),
            BadHttpRequestException bad => new(bad.StatusCode, "bad-request", texts["problem.bad-request"], None),
            _ => null,
        };
    }

    /// <summary>A property path as JSON writes it: <c>Terms.PriceMin</c> → <c>terms.priceMin</c>.</summary>
    /// <param name="property">The path in C#.</param>
    public static string JsonPath(string property) => string.Join('.', property.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private static Dictionary<string, string[]> Fields(ValidationException validation) => validation.Errors
        .GroupBy(failure => JsonPath(failure.PropertyName))
        .ToDictionary(group => group.Key, group => group.Select(failure => failure.ErrorMessage).Distinct().ToArray());

    internal static int StatusOf(ErrorKind kind) => kind switch
    {
        ErrorKind.Unknown => StatusCodes.Status401Unauthorized,
        ErrorKind.Shape => StatusCodes.Status400BadRequest,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status409Conflict,
    };
}

/// <summary>Answers failures below <c>/api</c> with ProblemDetails; pages have their own error page.</summary>
/// <param name="problems">Writes them.</param>
/// <param name="texts">The texts.</param>
public sealed class ApiExceptionHandler(IProblemDetailsService problems, Texts texts) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        // By now the request's own path is that of the error page.
        var path = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? httpContext.Request.Path.Value;
        if (!new PathString(path).StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return false;
        var problem = Problems.Describe(exception, texts)
            ?? new Problems.Problem(StatusCodes.Status500InternalServerError, "unexpected", texts["problem.unexpected"], new Dictionary<string, string[]>());
        httpContext.Response.StatusCode = problem.Status;
        if (problem.Status == StatusCodes.Status401Unauthorized) httpContext.Response.Headers.WWWAuthenticate = "Bearer";
        var details = new Microsoft.AspNetCore.Mvc.ProblemDetails { Status = problem.Status, Detail = problem.Detail, Extensions = { ["code"] = problem.Code } };
        if (problem.Errors.Count > 0) details.Extensions["errors"] = problem.Errors;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = details, Exception = exception });
    }
}
