using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Directory.Domain;
using TechMatch.Directory.Features.Access;
using TechMatch.Directory.Persistence;
using TechMatch.Integration.Reference;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Directory.Features.People;

/// <summary>A person registers themselves together with their organisation, which an operator has still to verify.</summary>
[Anyone]
internal sealed record RegisterAccount(
    string Email, string Password, string? NameZh, string? NameEn, string Role,
    string? OrganisationNameZh, string? OrganisationNameEn, string OrganisationType, string? CreditCode, string? Region, string Country = Organisation.Mainland)
    : IRequest<Registered>;

internal sealed record Registered(Guid Id, long Version, Guid OrganisationId) : IVersioned;

internal sealed class RegisterAccountValidator : AbstractValidator<RegisterAccount>
{
    public RegisterAccountValidator(ICodeLists codes, UserManager<Person> users, Texts texts)
    {
        RuleFor(x => x.Email).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(Person.EmailMaxLength).EmailAddress().WithMessage(_ => texts["person.email-wrong"]);
        RuleFor(x => x.Password).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(Person.PasswordMaxLength).NewPassword(users);
        RuleFor(x => x.NameZh).MaximumLength(Person.NameMaxLength);
        RuleFor(x => x.NameEn).MaximumLength(Person.NameMaxLength);
        RuleFor(x => x.NameZh).Must((x, _) => !new LocalizedText(x.NameZh, x.NameEn).IsEmpty).WithMessage(_ => texts[PersonErrors.Nameless.Code]);
        RuleFor(x => x.Role).Must(role => RolePermissions.SelfRegistered.Contains(role)).WithMessage(_ => texts["person.role-not-open"]);
        RuleFor(x => x.OrganisationNameZh).MaximumLength(Organisation.NameMaxLength);
        RuleFor(x => x.OrganisationNameEn).MaximumLength(Organisation.NameMaxLength);
        RuleFor(x => x.OrganisationNameZh).Must((x, _) => !new LocalizedText(x.OrganisationNameZh, x.OrganisationNameEn).IsEmpty).WithMessage(_ => texts[OrganisationErrors.Nameless.Code]);
        RuleFor(x => x.OrganisationType).Must(type => codes.Has("organisation-type", type ?? "")).WithMessage(_ => texts["organisation.type-unknown"]);
        RuleFor(x => x.Country).Must(country => country is [>= 'A' and <= 'Z', >= 'A' and <= 'Z']).WithMessage(_ => texts["organisation.country-wrong"]);
        RuleFor(x => x.Region).Must(region => codes.Has("region", region!)).WithMessage(_ => texts["organisation.region-unknown"]).Must(InMainland).WithMessage(_ => texts[OrganisationErrors.OnlyInMainland.Code])
            .When(x => !string.IsNullOrWhiteSpace(x.Region));
        RuleFor(x => x.CreditCode).Must(code => Domain.CreditCode.IsValid(Domain.CreditCode.Clean(code)!)).WithMessage(_ => texts[OrganisationErrors.CreditCodeWrong.Code]).Must(InMainland).WithMessage(_ => texts[OrganisationErrors.OnlyInMainland.Code])
            .When(x => !string.IsNullOrWhiteSpace(x.CreditCode));
    }

    private static bool InMainland(RegisterAccount request, string? value) => request.Country == Organisation.Mainland;
}

internal sealed class RegisterAccountHandler(DirectoryDbContext db, UserManager<Person> users, TimeProvider clock, Texts texts) : IRequestHandler<RegisterAccount, Registered>
{
    public async Task<Registered> Handle(RegisterAccount request, CancellationToken cancellationToken)
    {
        await RequireNew(request, cancellationToken);
        var now = clock.GetUtcNow();
        var details = new OrganisationDetails(new(request.OrganisationNameZh, request.OrganisationNameEn), request.OrganisationType, request.CreditCode, request.Region, request.Country);
        var organisation = Organisation.Register(details, now);
        var person = Person.Register(request.Email, new(request.NameZh, request.NameEn), organisation.Id, request.Role, isSample: false, now);
        db.Organisations.Add(organisation);
        try
        {
            // Saves both.
            (await users.CreateAsync(person, request.Password)).Require(nameof(request.Password));
        }
        catch (DbUpdateException)
        {
            // Somebody else was first between the question and the save.
            await RequireNew(request, cancellationToken);
            throw;
        }
        return new(person.Id.Value, person.Version, organisation.Id.Value);
    }

    private async Task RequireNew(RegisterAccount request, CancellationToken cancellationToken)
    {
        var failures = new List<ValidationFailure>();
        var email = users.NormalizeName(request.Email.Trim());
        if (await db.People.AsNoTracking().AnyAsync(person => person.NormalizedEmail == email, cancellationToken))
            failures.Add(new(nameof(request.Email), texts["person.email-taken"]));
        if (Domain.CreditCode.Clean(request.CreditCode) is { } code && await db.Organisations.AsNoTracking().AnyAsync(organisation => organisation.CreditCode == code, cancellationToken))
            failures.Add(new(nameof(request.CreditCode), texts["organisation.credit-code-taken"]));
        if (failures.Count > 0) throw new ValidationException(failures);
    }
}

internal sealed class RegisterAccountEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/account/registration", async (RegisterAccount body, IMediator mediator, CancellationToken ct) => TypedResults.Created("/api/account/me", await mediator.Send(body, ct)))
        .WithSummary("Register a person with their organisation")
        .RequireRateLimiting(SignInRateLimit.Policy);
}
