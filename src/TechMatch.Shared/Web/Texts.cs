using System.Globalization;
using System.Resources;
using Microsoft.Extensions.DependencyInjection;

namespace TechMatch.Shared.Web;

/// <summary>
/// Every word that a person reads, by key, in the language of the request: <c>@T["app.name"]</c>. Each module
/// brings <c>Texts.resx</c> (English) and <c>Texts.zh.resx</c>; keys are unique over all modules, which a test proves.
/// </summary>
/// <param name="sources">The resource files of all modules.</param>
public sealed class Texts(IEnumerable<ResourceManager> sources)
{
    private readonly ResourceManager[] sources = [.. sources];

    /// <summary>The text for the current UI culture; the key itself when there is none, so that a gap is seen.</summary>
    /// <param name="key">The key.</param>
    public string this[string key] => Find(key) ?? key;

    /// <summary>The text with its numbered places filled, numbers and dates as the culture writes them.</summary>
    /// <param name="key">The key.</param>
    /// <param name="arguments">The values.</param>
    public string this[string key, params ReadOnlySpan<object?> arguments] => string.Format(CultureInfo.CurrentCulture, this[key], arguments);

    /// <summary>The text, or null when there is none.</summary>
    /// <param name="key">The key.</param>
    public string? Find(string key)
    {
        foreach (var source in sources)
            if (source.GetString(key, CultureInfo.CurrentUICulture) is { } text) return text;
        return null;
    }
}

/// <summary>Registers texts.</summary>
public static class TextsSetup
{
    /// <summary>Adds the <c>Texts.resx</c> files of a module.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="module">The module's assembly; the files stand in its root.</param>
    public static IServiceCollection AddTexts(this IServiceCollection services, System.Reflection.Assembly module)
    {
        ArgumentNullException.ThrowIfNull(module);
        return services.AddSingleton(new ResourceManager($"{module.GetName().Name}.Texts", module));
    }
}
