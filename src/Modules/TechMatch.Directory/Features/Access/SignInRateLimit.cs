using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TechMatch.Shared.Web;

namespace TechMatch.Directory.Features.Access;

/// <summary>The section <c>SignIn</c> of the settings.</summary>
internal sealed class SignInSettings
{
    public const string Section = "SignIn";

    /// <summary>Sign-ins, token refreshes and registrations that one address may try in a minute. Lockout guards the single account; this guards against one password tried on all.</summary>
    public int AttemptsPerMinute { get; set; } = 600;
}

internal sealed class SignInRateLimit(IOptions<SignInSettings> settings) : IRateLimiterPolicy<string>
{
    public const string Policy = "sign-in";

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected => Refuse;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => HttpMethods.IsPost(httpContext.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(httpContext.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = Math.Max(1, settings.Value.AttemptsPerMinute),
            Window = TimeSpan.FromMinutes(1),
        })
        : RateLimitPartition.GetNoLimiter("");

    private static async ValueTask Refuse(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var http = context.HttpContext;
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = "60";
        // A page is left empty: the error page fills it.
        if (!http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return;
        var texts = http.RequestServices.GetRequiredService<Texts>();
        var details = new Microsoft.AspNetCore.Mvc.ProblemDetails
        {
            Status = StatusCodes.Status429TooManyRequests,
            Detail = texts["error.429.detail"],
            Extensions = { ["code"] = "too-many-attempts" },
        };
        await http.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new() { HttpContext = http, ProblemDetails = details });
    }
}
