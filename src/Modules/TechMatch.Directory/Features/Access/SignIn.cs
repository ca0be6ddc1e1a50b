using System.Security.Claims;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TechMatch.Directory.Domain;
using TechMatch.Directory.Persistence;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Persistence;
using TechMatch.Shared.Web;

namespace TechMatch.Directory.Features.Access;

/// <summary>Checks e-mail address and password; the answer is what cookie or token will say of the person.</summary>
[Anyone]
internal sealed record SignIn(string Email, string Password) : IRequest<ClaimsPrincipal>;

internal sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(x => x.Email).NotEmpty().MaximumLength(Person.EmailMaxLength);
        RuleFor(x => x.Password).NotEmpty().MaximumLength(Person.PasswordMaxLength);
    }
}

internal sealed class SignInHandler(
    DirectoryDbContext db, UserManager<Person> users, IPasswordHasher<Person> hasher, IUserClaimsPrincipalFactory<Person> claims, TimeProvider clock)
    : IRequestHandler<SignIn, ClaimsPrincipal>
{
    private const int MostTries = 10;

    public async Task<ClaimsPrincipal> Handle(SignIn request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var person = await users.FindByNameAsync(request.Email.Trim());
        if (person is null)
        {
            // As long as a check of a known person's password would take.
            hasher.HashPassword(null!, request.Password);
            throw new RuleViolationException(PersonErrors.WrongSignIn);
        }
        person.RequireOpenForSignIn(now);
        if (!await users.CheckPasswordAsync(person, request.Password))
        {
            await Save(person.Id, failed => { failed.SignInFailed(now); return true; }, cancellationToken);
            throw new RuleViolationException(PersonErrors.WrongSignIn);
        }
        await Save(person.Id, known => known.SignInSucceeded(now), cancellationToken);
        return await claims.CreateAsync(person);
    }

    // Guesses that come at once must each be counted, so a lost race is run again.
    private async Task Save(PersonId id, Func<Person, bool> change, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var person = await db.People.GetAsync(id, null, cancellationToken);
            if (!change(person)) return;
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}

internal sealed class SignInEndpoint : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/account/token", async (SignIn body, IMediator mediator, CancellationToken ct) =>
            TypedResults.SignIn(await mediator.Send(body, ct), authenticationScheme: IdentityConstants.BearerScheme))
        .WithSummary("Sign in: e-mail address and password for a bearer token")
        .Produces<AccessTokenResponse>()
        .RequireRateLimiting(SignInRateLimit.Policy);
}
