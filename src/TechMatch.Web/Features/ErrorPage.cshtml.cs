using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Web;
using TechMatch.Web.Hosting;

namespace TechMatch.Web.Features;

/// <summary>What a person sees instead of a page that could not be shown; never a stack trace.</summary>
[IgnoreAntiforgeryToken]
internal sealed class ErrorPage(Texts texts, ICurrentUser user) : PageModel
{
    public int Code { get; private set; }

    public string Heading { get; private set; } = "";

    public string Detail { get; private set; } = "";

    /// <summary>What to tell the operator; the log has it too. Null where nothing is wrong on our side.</summary>
    public string? Reference { get; private set; }

    /// <summary>Where trying again makes sense; null where it does not.</summary>
    public string? Again { get; private set; }

    public bool OffersSignIn => Code == StatusCodes.Status403Forbidden && !user.IsSignedIn;

    public void OnGet(int? status) => Describe(status);

    public void OnPost(int? status) => Describe(status);

    private void Describe(int? status)
    {
        var asked = status ?? (Response.StatusCode >= 400 ? Response.StatusCode : StatusCodes.Status500InternalServerError);
        Code = Response.StatusCode = asked is >= 400 and < 600 ? asked : StatusCodes.Status404NotFound;
        Heading = texts.Find($"error.{Code}") ?? texts[Code < 500 ? "error.400" : "error.500"];
        Detail = (HttpContext.Items["problem"] as Problems.Problem)?.Detail ?? texts.Find($"error.{Code}.detail") ?? texts["problem.unexpected"];
        if (Code >= 500) Reference = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
        if (Code is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed or >= 500) Again = Preferences.Address(HttpContext);
    }
}
