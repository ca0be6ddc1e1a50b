using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TechMatch.Shared.Web;

namespace TechMatch.Directory.Features.People;

internal sealed class AccountPage(IMediator mediator, Texts texts) : FormPage(mediator, texts)
{
    public sealed class FormFields
    {
        public string? CurrentPassword { get; set; }

        public string? NewPassword { get; set; }
    }

    [BindProperty]
    public FormFields Form { get; set; } = new();

    public Account Me { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellationToken) => Load(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Try(
        async () =>
        {
            var principal = await Mediator.Send(new ChangePassword(Form.CurrentPassword ?? "", Form.NewPassword ?? ""), cancellationToken);
            await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, principal);
            Notice("directory.password.changed");
            return LocalRedirect("/account");
        },
        cancellationToken);

    protected override async Task Load(CancellationToken cancellationToken) => Me = await Mediator.Send(new GetAccount(), cancellationToken);
}
