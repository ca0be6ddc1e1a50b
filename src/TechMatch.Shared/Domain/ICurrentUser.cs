namespace TechMatch.Shared.Domain;

/// <summary>Who is asking: a signed-in person, nobody, or the system itself (jobs, consumers, command line).</summary>
public interface ICurrentUser
{
    /// <summary>The person's id; null for a visitor and for the system.</summary>
    Guid? Id { get; }

    /// <summary>The name to show and to write into the audit trail.</summary>
    string Name { get; }

    /// <summary>The organisation the person acts for; null when none.</summary>
    Guid? OrganisationId { get; }

    /// <summary>True when somebody is signed in.</summary>
    bool IsSignedIn { get; }

    /// <summary>Whether the permission has been granted. The system has every permission.</summary>
    /// <param name="permission">A permission's name.</param>
    bool Has(string permission);
}
