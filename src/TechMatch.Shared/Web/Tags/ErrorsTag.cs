using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace TechMatch.Shared.Web.Tags;

/// <summary>
/// <c>&lt;tm-errors /&gt;</c> above a form: everything that was refused, each line leading to its field. It is read aloud and
/// takes the focus, with or without JavaScript; nothing is written when nothing was refused.
/// </summary>
/// <param name="versions">For the icon's address.</param>
/// <param name="texts">The texts.</param>
[HtmlTargetElement("tm-errors")]
public sealed class ErrorsTag(IFileVersionProvider versions, Texts texts) : TagHelper
{
    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        var refused = ViewContext.ViewData.ModelState.Where(entry => entry.Value is { Errors.Count: > 0 }).OrderBy(entry => Place(entry.Key)).ToList();
        if (refused.Count == 0) return;
        var list = Markup.Element("ul", null);
        foreach (var (key, entry) in refused)
            foreach (var message in entry!.Errors.Select(error => FieldErrors.Text(error, texts)).Distinct())
            {
                // A rule's refusal is about the whole; a field's has a place to go to.
                var line = key.Length == 0 ? Markup.Element("span", null) : Markup.Element("a", null, ("href", "#" + FieldErrors.Id(key)));
                list.With(Markup.Element("li", null).With(line.Text(message)));
            }
        output.Content.SetHtmlContent(Markup.Element("div", "alert alert-danger", ("role", "alert"), ("tabindex", "-1"), ("id", "errs"), ("autofocus", ""))
            .With(Markup.Icon(versions, "alert-triangle"))
            .With(Markup.Element("div", null).With(Markup.Element("strong", null).Text(texts["form.refused"])).With(list)));
    }

    // In the order of the form's properties, which is that of its fields; what is about the whole comes first.
    private int Place(string key)
    {
        if (key.Length == 0) return -1;
        var (place, metadata) = (0, ViewContext.ViewData.ModelMetadata);
        foreach (var part in key.Split('[')[0].Split('.'))
        {
            var properties = metadata.Properties.ToList();
            var index = properties.FindIndex(property => property.PropertyName == part);
            if (index < 0) return int.MaxValue;
            (place, metadata) = (place * 1000 + index, properties[index]);
        }
        return place;
    }
}

/// <summary>What model binding, validators and rules said of a field.</summary>
internal static class FieldErrors
{
    /// <summary>The messages of a field, those of its elements (<c>Form.Cooperation[1]</c>) among them.</summary>
    public static IReadOnlyList<string> Of(ModelStateDictionary state, string name, Texts texts) =>
        [.. state.Where(entry => string.Equals(entry.Key, name, StringComparison.OrdinalIgnoreCase) || entry.Key.StartsWith(name + "[", StringComparison.OrdinalIgnoreCase))
            .SelectMany(entry => entry.Value!.Errors).Select(error => Text(error, texts)).Distinct()];

    // Binding failures that come as exceptions have no text of their own.
    public static string Text(ModelError error, Texts texts) => string.IsNullOrEmpty(error.ErrorMessage) ? texts["binding.invalid"] : error.ErrorMessage;

    /// <summary>The id of the field's control; an element of a list belongs to the list's field.</summary>
    public static string Id(string name) => TagBuilder.CreateSanitizedId(name.EndsWith(']') ? name[..name.LastIndexOf('[')] : name, "_");
}
