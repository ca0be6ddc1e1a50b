using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace TechMatch.Web.Hosting;

/// <summary>
/// Language and theme: cookies that the reader sets with a plain form, so that they work without JavaScript. They carry no
/// antiforgery token, since a token would make every public page uncacheable and another site gains nothing here.
/// </summary>
internal static class Preferences
{
    public const string ThemeCookie = "theme";
    public static readonly string NoticeCookie = Microsoft.AspNetCore.Mvc.ViewFeatures.CookieTempDataProvider.CookieName;
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/culture", SetCulture).DisableAntiforgery().ExcludeFromDescription();
        routes.MapPost("/theme", SetTheme).DisableAntiforgery().ExcludeFromDescription();
    }

    /// <summary>dark or light when the reader has chosen; null before that.</summary>
    public static string? Theme(HttpRequest request) => request.Cookies[ThemeCookie] is ("dark" or "light") and var theme ? theme : null;

    /// <summary>The address in the reader's address bar, also while an error page is shown in its place.</summary>
    public static string Address(HttpContext context) =>
        context.Items["address"] as string ?? context.Request.PathBase + context.Request.Path + context.Request.QueryString;

    private static RedirectHttpResult SetCulture([FromForm] string? culture, [FromForm] string? returnUrl, HttpResponse response)
    {
        if (TechMatchApp.Cultures.Contains(culture))
            response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new(culture!)), Kept());
        return Back(returnUrl);
    }

    private static RedirectHttpResult SetTheme([FromForm] string? theme, [FromForm] string? returnUrl, HttpResponse response)
    {
        // The script of the page writes the same cookie.
        if (theme is "dark" or "light") response.Cookies.Append(ThemeCookie, theme, Kept(httpOnly: false));
        return Back(returnUrl);
    }

    private static CookieOptions Kept(bool httpOnly = true) => new() { MaxAge = Year, SameSite = SameSiteMode.Lax, Path = "/", HttpOnly = httpOnly, IsEssential = true };

    private static RedirectHttpResult Back(string? returnUrl) =>
        TypedResults.LocalRedirect(RedirectHttpResult.IsLocalUrl(returnUrl) ? returnUrl! : "/");
}
