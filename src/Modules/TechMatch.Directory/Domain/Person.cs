using TechMatch.Integration.Directory;
using TechMatch.Shared.Audit;
using TechMatch.Shared.Domain;

namespace TechMatch.Directory.Domain;

internal readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    public static PersonId From(Guid value) => new(value);
}

internal static class PersonErrors
{
    public static readonly Error Nameless = new("person.nameless", ErrorKind.Shape);
    public static readonly Error RoleUnknown = new("person.role-unknown", ErrorKind.Shape);
    public static readonly Error OrganisationMissing = new("person.organisation-missing", ErrorKind.Shape);

    // The same for an unknown address and a wrong password: it must not tell who has an account.
    public static readonly Error WrongSignIn = new("person.wrong-sign-in", ErrorKind.Unknown);
    public static readonly Error LockedOut = new("person.locked-out", ErrorKind.Unknown);
    public static readonly Error TokenWorn = new("person.token-worn", ErrorKind.Unknown);
}

/// <summary>Somebody who can sign in.</summary>
internal sealed class Person : Aggregate
{
    public const int EmailMaxLength = 254;
    public const int NameMaxLength = 100;
    public const int RoleMaxLength = 20;
    public const int PasswordMinLength = 10;
    public const int PasswordMaxLength = 200;
    public const int HashMaxLength = 200;
    public const int StampMaxLength = 64;

    /// <summary>Wrong passwords in a row until sign-in is closed for <see cref="LockoutMinutes"/>.</summary>
    public const int FailuresAllowed = 5;
    public const int LockoutMinutes = 15;

    private Person() { }

    public PersonId Id { get; private set; }

    public string Email { get; private set; } = "";

    /// <summary>What a sign-in is found by; unique.</summary>
    public string NormalizedEmail { get; private set; } = "";

    public string? NameZh { get; private set; }

    public string? NameEn { get; private set; }

    public LocalizedText Name => new(NameZh, NameEn);

    public OrganisationId? OrganisationId { get; private set; }

    public string Role { get; private set; } = "";

    public bool IsSample { get; private set; }

    [NotAudited]
    public string? PasswordHash { get; private set; }

    /// <summary>Changes with the password; sessions and refresh tokens that carry an older one end.</summary>
    [NotAudited]
    public string SecurityStamp { get; private set; } = "";

    public int FailedSignIns { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static Person Register(string email, LocalizedText name, OrganisationId? organisation, string role, bool isSample, DateTimeOffset now)
    {
        var cleaned = name.Clean();
        Rule.Require(!cleaned.IsEmpty, PersonErrors.Nameless);
        Rule.Require(Roles.All.Contains(role), PersonErrors.RoleUnknown);
        Rule.Require(organisation is not null || !RolePermissions.ActsForOrganisation(role), PersonErrors.OrganisationMissing);
        return new()
        {
            Id = NewId.At<PersonId>(now),
            Email = email.Trim(),
            NameZh = cleaned.Zh,
            NameEn = cleaned.En,
            OrganisationId = organisation,
            Role = role,
            IsSample = isSample,
            CreatedAt = now,
            ChangedAt = now,
        };
    }

    public void RequireOpenForSignIn(DateTimeOffset now) =>
        Rule.Require(!(LockedUntil > now), PersonErrors.LockedOut, LockoutMinutes);

    public void SignInFailed(DateTimeOffset now)
    {
        FailedSignIns++;
        ChangedAt = now;
        if (FailedSignIns < FailuresAllowed) return;
        FailedSignIns = 0;
        LockedUntil = now.AddMinutes(LockoutMinutes);
    }

    /// <summary>The right password came; whether that changed anything.</summary>
    public bool SignInSucceeded(DateTimeOffset now)
    {
        if (FailedSignIns == 0 && LockedUntil is null) return false;
        FailedSignIns = 0;
        LockedUntil = null;
        ChangedAt = now;
        return true;
    }

    internal void Normalize(string email) => NormalizedEmail = email;

    internal void SetPassword(string? hash) => PasswordHash = hash;

    internal void SetStamp(string stamp) => SecurityStamp = stamp;

    internal void Touch(DateTimeOffset now) => ChangedAt = now;
}
