using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TechMatch.Shared.Web;

namespace TechMatch.Web.Features;

/// <summary>What a person sees instead of a page that could not be shown; never a stack trace.</summary>
[IgnoreAntiforgeryToken]
internal sealed class ErrorPage(Texts texts) : PageModel
{
    public string Heading { get; private set; } = "";

    public string Detail { get; private set; } = "";

    public void OnGet(int? status) => Describe(status);

    public void OnPost(int? status) => Describe(status);

    private void Describe(int? status)
    {
        var code = status ?? (Response.StatusCode >= 400 ? Response.StatusCode : StatusCodes.Status500InternalServerError);
        Response.StatusCode = code;
        Heading = texts.Find($"error.{code}") ?? texts["error.500"];
        Detail = (HttpContext.Items["problem"] as Problems.Problem)?.Detail ?? texts.Find($"error.{code}.detail") ?? texts["problem.unexpected"];
    }
}
