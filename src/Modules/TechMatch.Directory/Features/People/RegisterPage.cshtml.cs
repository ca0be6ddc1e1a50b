using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using TechMatch.Directory.Domain;
using TechMatch.Directory.Features.Access;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Web;

namespace TechMatch.Directory.Features.People;

[EnableRateLimiting(SignInRateLimit.Policy)]
internal sealed class RegisterPage(IMediator mediator, Texts texts, ICodeLists codes) : FormPage(mediator, texts)
{
    // In the order of the form: the list of errors follows it.
    public sealed class FormFields
    {
        public string? Role { get; set; }

        public string? NameZh { get; set; }

        public string? NameEn { get; set; }

        public string? Email { get; set; }

        public string? Password { get; set; }

        public string? OrganisationNameZh { get; set; }

        public string? OrganisationNameEn { get; set; }

        public string? OrganisationType { get; set; }

        public string? CreditCode { get; set; }

        public string? Region { get; set; }

        public string? Country { get; set; } = Organisation.Mainland;
    }

    [BindProperty]
    public FormFields Form { get; set; } = new();

    public IEnumerable<SelectListItem> RoleItems => RolePermissions.SelfRegistered.Select(role => new SelectListItem(T["directory.role." + role], role));

    public IEnumerable<SelectListItem> TypeItems => codes.Choices("organisation-type");

    public IEnumerable<SelectListItem> RegionItems => codes.Of("region").Select(code => new SelectListItem(code.Parent is null ? code.Name : $"{codes.Name("region", code.Parent)} · {code.Name}", code.Value));

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => Try(
        async () =>
        {
            await Mediator.Send(
                new RegisterAccount(
                    Form.Email ?? "", Form.Password ?? "", Form.NameZh, Form.NameEn, Form.Role ?? "", Form.OrganisationNameZh, Form.OrganisationNameEn,
                    Form.OrganisationType ?? "", Form.CreditCode, Form.Region, Form.Country?.Trim().ToUpperInvariant() ?? ""),
                cancellationToken);
            var principal = await Mediator.Send(new SignIn(Form.Email!, Form.Password!), cancellationToken);
            await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, principal);
            Notice("directory.register.done");
            return LocalRedirect("/account");
        },
        cancellationToken);
}
