using MediatR;

namespace TechMatch.Integration.Directory;

/// <summary>What everybody may know of an organisation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="NameZh">Chinese name, or null.</param>
/// <param name="NameEn">English name, or null; one of the two is there.</param>
/// <param name="Type">A code of the list organisation-type.</param>
/// <param name="Region">GB/T 2260 code (two or six digits) in mainland China; null elsewhere.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="IsSample">Part of the sample market.</param>
/// <param name="IsVerified">An operator vouches that it is who it says.</param>
public sealed record OrganisationCard(Guid Id, string? NameZh, string? NameEn, string Type, string? Region, string Country, bool IsSample, bool IsVerified)
{
    /// <summary>The name for the current UI culture, or the other language's.</summary>
    public string Name => new Shared.Domain.LocalizedText(NameZh, NameEn).In();

    /// <summary>The province's two digits; null outside mainland China.</summary>
    public string? Province => Region is { Length: >= 2 } region ? region[..2] : null;
}

/// <summary>The cards of some organisations; unknown ids are left out.</summary>
/// <param name="Ids">At most 1,000.</param>
public sealed record GetOrganisations(IReadOnlyCollection<Guid> Ids) : IRequest<IReadOnlyDictionary<Guid, OrganisationCard>>;

/// <summary>Whether the market has any organisation yet: an empty one may be filled with the sample.</summary>
public sealed record AnyOrganisation : IRequest<bool>;

/// <summary>The id of the organisation with that name or key, made when there is none: for imports and the sample market.</summary>
/// <param name="Key">What it is found by; unique. Its name when nothing else is given.</param>
/// <param name="NameZh">Chinese name, or null.</param>
/// <param name="NameEn">English name, or null.</param>
/// <param name="Type">A code of the list organisation-type.</param>
/// <param name="Region">GB/T 2260 code, or null.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="IsSample">Part of the sample market.</param>
public sealed record EnsureOrganisation(string Key, string? NameZh, string? NameEn, string Type, string? Region, string Country, bool IsSample = false) : IRequest<Guid>;

/// <summary>The id of the person with that e-mail address, made when there is none: for the sample market.</summary>
/// <param name="Email">The sign-in name.</param>
/// <param name="NameZh">Chinese name, or null.</param>
/// <param name="NameEn">English name, or null.</param>
/// <param name="Password">The password for a person who is made, and for a sample person; any other who was there keeps theirs.</param>
/// <param name="OrganisationId">Whom they act for; null for operators and registrars without one.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="IsSample">Part of the sample market.</param>
public sealed record EnsurePerson(string Email, string? NameZh, string? NameEn, string Password, Guid? OrganisationId, string Role, bool IsSample = false) : IRequest<EnsuredPerson>;

/// <summary>The answer to <see cref="EnsurePerson"/>.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="WasMade">False when the person was there already.</param>
public sealed record EnsuredPerson(Guid Id, bool WasMade);

/// <summary>A person's name, for boards and timelines.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="NameZh">Chinese name, or null.</param>
/// <param name="NameEn">English name, or null.</param>
/// <param name="OrganisationId">Whom they act for.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
public sealed record PersonCard(Guid Id, string? NameZh, string? NameEn, Guid? OrganisationId, string Role)
{
    /// <summary>The name for the current UI culture, or the other language's.</summary>
    public string Name => new Shared.Domain.LocalizedText(NameZh, NameEn).In();
}

/// <summary>The names of some people; unknown ids are left out.</summary>
/// <param name="Ids">At most 1,000.</param>
public sealed record GetPeople(IReadOnlyCollection<Guid> Ids) : IRequest<IReadOnlyDictionary<Guid, PersonCard>>;
