using System.Security.Claims;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using TechMatch.Directory.Domain;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Mediation;
using TechMatch.Shared.Web;

namespace TechMatch.Directory.Features.Access;

/// <summary>A new bearer token for a refresh token; refused when the token is worn or the password was changed since.</summary>
[Anyone]
internal sealed record RefreshToken(string Token) : IRequest<ClaimsPrincipal>;

internal sealed class RefreshTokenValidator : AbstractValidator<RefreshToken>
{
    public RefreshTokenValidator() => RuleFor(x => x.Token).NotEmpty().OverridePropertyName("RefreshToken");
}

internal sealed class RefreshTokenHandler(
    IOptionsMonitor<BearerTokenOptions> bearer, SignInManager<Person> signIn, IUserClaimsPrincipalFactory<Person> claims, TimeProvider clock)
    : IRequestHandler<RefreshToken, ClaimsPrincipal>
{
    public async Task<ClaimsPrincipal> Handle(RefreshToken request, CancellationToken cancellationToken)
    {
        var ticket = bearer.Get(IdentityConstants.BearerScheme).RefreshTokenProtector.Unprotect(request.Token);
        Rule.Require(ticket?.Properties.ExpiresUtc > clock.GetUtcNow(), PersonErrors.TokenWorn);
        var person = await signIn.ValidateSecurityStampAsync(ticket!.Principal);
        Rule.Require(person is not null, PersonErrors.TokenWorn);
        return await claims.CreateAsync(person);
    }
}

internal sealed class RefreshTokenEndpoint : IEndpoint
{
    public sealed record Body(string RefreshToken);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/account/token/refresh", async (Body body, IMediator mediator, CancellationToken ct) =>
            TypedResults.SignIn(await mediator.Send(new RefreshToken(body.RefreshToken), ct), authenticationScheme: IdentityConstants.BearerScheme))
        .WithSummary("A new bearer token for a refresh token")
        .Produces<AccessTokenResponse>()
        .RequireRateLimiting(SignInRateLimit.Policy);
}
