using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using TechMatch.Shared.Domain;

namespace TechMatch.Shared.Web;

/// <summary>The claims that sign-in writes and <see cref="HttpCurrentUser"/> reads.</summary>
public static class UserClaims
{
    /// <summary>The organisation that the person acts for.</summary>
    public const string Organisation = "tm:org";

    /// <summary>One granted permission.</summary>
    public const string Permission = "tm:permission";

    /// <summary>The name to show.</summary>
    public const string Name = "tm:name";
}

/// <summary>The sender of the HTTP request, or the system where there is no request (jobs, consumers, command line).</summary>
/// <param name="accessor">The request under way.</param>
internal sealed class HttpCurrentUser(IHttpContextAccessor accessor) : ICurrentUser
{
    private ClaimsPrincipal? Principal => accessor.HttpContext?.User;

    private bool IsSystem => accessor.HttpContext is null;

    public Guid? Id => Guid.TryParse(Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public string Name => IsSystem ? "system" : Principal?.FindFirstValue(UserClaims.Name) ?? "visitor";

    public Guid? OrganisationId => Guid.TryParse(Principal?.FindFirstValue(UserClaims.Organisation), out var id) ? id : null;

    public bool IsSignedIn => IsSystem || Principal?.Identity?.IsAuthenticated is true;

    public bool Has(string permission) => IsSystem || Principal?.HasClaim(UserClaims.Permission, permission) is true;
}
