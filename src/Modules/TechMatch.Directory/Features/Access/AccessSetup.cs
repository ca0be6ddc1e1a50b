using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TechMatch.Directory.Domain;
using TechMatch.Directory.Persistence;

namespace TechMatch.Directory.Features.Access;

/// <summary>How people prove who they are: a cookie on pages, a bearer token below <c>/api</c>.</summary>
internal static class AccessSetup
{
    private const string ByPath = "TechMatch";

    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddIdentityCore<Person>(options =>
        {
            // Length is what counts; rules about kinds of characters only make people write passwords down.
            options.Password = new() { RequiredLength = Person.PasswordMinLength, RequiredUniqueChars = 4, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false };
            // The user name is the e-mail address, which a validator looks at.
            options.User.AllowedUserNameCharacters = "";
        }).AddUserStore<PersonStore>().AddSignInManager().AddClaimsPrincipalFactory<PersonClaims>().AddErrorDescriber<IdentityTexts>();
        services.AddAuthentication(options => options.DefaultScheme = ByPath)
            .AddPolicyScheme(ByPath, null, options => options.ForwardDefaultSelector = SchemeFor)
            .AddCookie(IdentityConstants.ApplicationScheme, Cookie)
            .AddBearerToken(IdentityConstants.BearerScheme);
        services.AddAuthorization();
        // A changed password ends other sessions, and a changed role reaches open ones, within this time.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(5));
        services.AddOptions<SignInSettings>().BindConfiguration(SignInSettings.Section);
        services.AddRateLimiter(options => options.AddPolicy<string, SignInRateLimit>(SignInRateLimit.Policy));
        return services;
    }

    // A browser sends its cookie with every request that any site makes it send. Below /api it counts for nothing, so that
    // no foreign page can act through the API; pages have antiforgery tokens.
    private static string SchemeFor(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        ? IdentityConstants.BearerScheme
        : IdentityConstants.ApplicationScheme;

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "techmatch";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = true;
        options.LoginPath = "/account/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
    }
}
