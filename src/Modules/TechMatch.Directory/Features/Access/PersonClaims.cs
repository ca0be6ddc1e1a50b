using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TechMatch.Directory.Domain;
using TechMatch.Shared.Web;

namespace TechMatch.Directory.Features.Access;

/// <summary>Writes into cookie and token who signed in, for whom they act and what they may do.</summary>
internal sealed class PersonClaims(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Person>
{
    public Task<ClaimsPrincipal> CreateAsync(Person user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, user.Id.Value.ToString()));
        identity.AddClaim(new(UserClaims.Name, user.Name.In()));
        identity.AddClaim(new(ClaimTypes.Role, user.Role));
        identity.AddClaim(new(options.Value.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp));
        if (user.OrganisationId is { } organisation) identity.AddClaim(new(UserClaims.Organisation, organisation.Value.ToString()));
        foreach (var permission in RolePermissions.Of(user.Role)) identity.AddClaim(new(UserClaims.Permission, permission));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }
}
