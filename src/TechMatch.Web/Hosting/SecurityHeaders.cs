namespace TechMatch.Web.Hosting;

/// <summary>Nothing from elsewhere, nothing inline, never in a frame.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Pages = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    // The API's readable page writes its own styles and starts itself from an inline script.
    private const string ApiDocs = Pages + "; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; font-src 'self' data:; worker-src blob:";

    public Task Invoke(HttpContext context)
    {
        var isApiDocs = context.Request.Path.StartsWithSegments("/api-docs", StringComparison.OrdinalIgnoreCase);
        // Written last: an error page starts from an empty answer.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = isApiDocs ? ApiDocs : Pages;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
