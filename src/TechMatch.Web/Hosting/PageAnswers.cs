using Microsoft.Net.Http.Headers;

namespace TechMatch.Web.Hosting;

/// <summary>What holds for the answers of all pages: whom a cache may serve them to, and how htmx follows a redirect.</summary>
internal sealed class PageAnswers(RequestDelegate next)
{
    public Task Invoke(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return next(context);
        // Error pages are shown in place of another: the address bar keeps the address that was asked for.
        context.Items["address"] = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
        context.Response.OnStarting(() =>
        {
            var (request, response) = (context.Request, context.Response);
            if (response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) is true)
                response.Headers.Append(HeaderNames.Vary, "Accept-Language, Cookie, HX-Request");
            // fetch would follow the redirect by itself and put the whole next page into a part of this one.
            if (request.Headers.ContainsKey("HX-Request") && response.StatusCode is StatusCodes.Status302Found or StatusCodes.Status303SeeOther)
            {
                response.Headers["HX-Redirect"] = response.Headers.Location;
                response.Headers.Remove(HeaderNames.Location);
                response.StatusCode = StatusCodes.Status200OK;
            }
            return Task.CompletedTask;
        });
        return next(context);
    }
}
