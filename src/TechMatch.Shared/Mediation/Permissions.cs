using TechMatch.Shared.Domain;

namespace TechMatch.Shared.Mediation;

/// <summary>Who may send a request. Every request of a module carries exactly one of the three attributes; an architecture test proves it.</summary>
/// <param name="permission">The permission that the sender must have.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequirePermissionAttribute(string permission) : Attribute
{
    /// <summary>The permission that the sender must have.</summary>
    public string Permission { get; } = permission;
}

/// <summary>Anyone who has signed in may send the request; the handler narrows what they see.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SignedInAttribute : Attribute;

/// <summary>Anyone may send the request, signed in or not.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnyoneAttribute : Attribute;

/// <summary>Nobody is signed in, and the request asks for somebody: 401, or the sign-in page.</summary>
public sealed class NotSignedInException() : Exception("Nobody is signed in.");

/// <summary>Signed in, but without the permission: 403.</summary>
/// <param name="permission">The missing permission; null when the rule is about the record, not the role.</param>
public sealed class ForbiddenException(string? permission = null) : Exception($"Missing permission {permission ?? "for this record"}.");

/// <summary>For a page that shows a form before any request is sent.</summary>
public static class PermissionCheck
{
    /// <summary>Refuses as a request with <see cref="RequirePermissionAttribute"/> would.</summary>
    /// <param name="user">Who is asking.</param>
    /// <param name="permission">The permission that they must have.</param>
    public static void Require(this ICurrentUser user, string permission)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (!user.Has(permission)) throw user.IsSignedIn ? new ForbiddenException(permission) : new NotSignedInException();
    }
}
