using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechMatch.Shared.Web;

namespace TechMatch.Directory.Features.Access;

[EnableRateLimiting(SignInRateLimit.Policy)]
internal sealed class SignInPage(IMediator mediator, Texts texts) : FormPage(mediator, texts)
{
    public sealed class FormFields
    {
        public string Email { get; set; } = "";

        public string Password { get; set; } = "";
    }

    [BindProperty]
    public FormFields Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Try(
        async () =>
        {
            var principal = await Mediator.Send(new SignIn(Form.Email ?? "", Form.Password ?? ""), cancellationToken);
            await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, principal);
            // Never off to another site: a sign-in link must not become a bait.
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
        },
        cancellationToken);
}
