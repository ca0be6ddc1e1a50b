using System.Security.Claims;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using TechMatch.Directory.Domain;
using TechMatch.Directory.Features.Access;
using TechMatch.Directory.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Directory.Features.People;

/// <summary>Sets a new password in place of the present one. Other sessions and refresh tokens end; the answer is for this one to go on with.</summary>
[SignedIn]
internal sealed record ChangePassword(string CurrentPassword, string NewPassword) : IRequest<ClaimsPrincipal>;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator(UserManager<Person> users)
    {
        RuleFor(x => x.CurrentPassword).NotEmpty().MaximumLength(Person.PasswordMaxLength);
        RuleFor(x => x.NewPassword).Cascade(CascadeMode.Stop).NotEmpty().MaximumLength(Person.PasswordMaxLength).NewPassword(users);
    }
}

internal sealed class ChangePasswordHandler(DirectoryDbContext db, UserManager<Person> users, IUserClaimsPrincipalFactory<Person> claims, ICurrentUser user, TimeProvider clock)
    : IRequestHandler<ChangePassword, ClaimsPrincipal>
{
    public async Task<ClaimsPrincipal> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var person = await users.FindByIdAsync(user.Id?.ToString() ?? "") ?? throw new NotSignedInException();
        var now = clock.GetUtcNow();
        person.RequireOpenForSignIn(now);
        var result = await users.ChangePasswordAsync(person, request.CurrentPassword, request.NewPassword);
        if (result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch)))
        {
            // A session left open must not serve to guess the password.
            person.SignInFailed(now);
            await db.SaveChangesAsync(cancellationToken);
        }
        result.Require(nameof(request.NewPassword));
        return await claims.CreateAsync(person);
    }
}

internal sealed class ChangePasswordEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/account/password", async (ChangePassword body, IMediator mediator, CancellationToken ct) =>
            TypedResults.SignIn(await mediator.Send(body, ct), authenticationScheme: IdentityConstants.BearerScheme))
        .WithSummary("Change my password; the answer is a new bearer token")
        .Produces<AccessTokenResponse>();
}
