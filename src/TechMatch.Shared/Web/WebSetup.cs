using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using TechMatch.Shared.Domain;

namespace TechMatch.Shared.Web;

/// <summary>Registers what pages and API share.</summary>
public static class WebSetup
{
    /// <summary>Texts, the current user, and the answer to failures.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddSharedWeb(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddScoped<ICurrentUser, HttpCurrentUser>()
        .AddSingleton<Texts>()
        .AddTexts(typeof(WebSetup).Assembly)
        .AddExceptionHandler<ApiExceptionHandler>();

    /// <summary>Field names and messages of the validators in the user's language.</summary>
    /// <param name="texts">The texts; a field's name stands under <c>field.</c> and the property's name in camel case.</param>
    public static void UseTextsForValidation(Texts texts)
    {
        ValidatorOptions.Global.LanguageManager = new ChineseAsSimplified();
        ValidatorOptions.Global.DisplayNameResolver = (_, member, _) => member is null ? null : texts.Find("field." + Problems.JsonPath(member.Name));
    }

    // FluentValidation knows zh-CN and zh-TW but not the plain zh that the pages use.
    private sealed class ChineseAsSimplified : FluentValidation.Resources.LanguageManager
    {
        private static readonly System.Globalization.CultureInfo Simplified = new("zh-CN");

        public override string GetString(string key, System.Globalization.CultureInfo? culture = null)
        {
            culture ??= System.Globalization.CultureInfo.CurrentUICulture;
            return base.GetString(key, culture.Name == "zh" ? Simplified : culture);
        }
    }
}
