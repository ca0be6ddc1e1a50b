using TechMatch.Shared.Domain;

namespace TechMatch.Directory.Domain;

internal readonly record struct OrganisationId(Guid Value) : ITypedId<OrganisationId>
{
    public static OrganisationId From(Guid value) => new(value);
}

internal static class OrganisationErrors
{
    public static readonly Error Nameless = new("organisation.nameless", ErrorKind.Shape);
    public static readonly Error CreditCodeWrong = new("organisation.credit-code-wrong", ErrorKind.Shape);
    public static readonly Error OnlyInMainland = new("organisation.only-in-mainland", ErrorKind.Shape);
    public static readonly Error AlreadyVerified = new("organisation.already-verified");
    public static readonly Error NotVerified = new("organisation.not-verified");
    public static readonly Error CreditCodeTaken = new("organisation.credit-code-taken");
}

/// <summary>What an organisation says of itself.</summary>
internal sealed record OrganisationDetails(LocalizedText Name, string Type, string? CreditCode, string? Region, string Country);

/// <summary>A university, institute, company or intermediary; people act for it.</summary>
internal sealed class Organisation : Aggregate
{
    public const int KeyMaxLength = 200;
    public const int NameMaxLength = 200;
    public const int TypeMaxLength = 40;
    public const int RegionMaxLength = 6;
    public const int CountryLength = 2;
    public const string Mainland = "CN";

    private Organisation() { }

    public OrganisationId Id { get; private set; }

    /// <summary>What imports find it by; the id's digits when it registered itself, so that nobody can claim a name that imports will ask for.</summary>
    public string Key { get; private set; } = "";

    public string? NameZh { get; private set; }

    public string? NameEn { get; private set; }

    public LocalizedText Name => new(NameZh, NameEn);

    public string Type { get; private set; } = "";

    public string? CreditCode { get; private set; }

    public string? Region { get; private set; }

    public string Country { get; private set; } = Mainland;

    public bool IsSample { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? VerifiedAt { get; private set; }

    public bool IsVerified => VerifiedAt is not null;

    /// <summary>It registered itself; an operator has still to look at it.</summary>
    public static Organisation Register(OrganisationDetails details, DateTimeOffset now)
    {
        var id = NewId.At<OrganisationId>(now);
        return New(id, id.Value.ToString("N"), details, now);
    }

    /// <summary>An operator or the system brings it in, and vouches for it by that.</summary>
    public static Organisation BringIn(string key, OrganisationDetails details, bool isSample, DateTimeOffset now)
    {
        var organisation = New(NewId.At<OrganisationId>(now), key.Trim(), details, now);
        organisation.IsSample = isSample;
        organisation.VerifiedAt = now;
        return organisation;
    }

    public void Verify(DateTimeOffset now)
    {
        Rule.Require(!IsVerified, OrganisationErrors.AlreadyVerified);
        VerifiedAt = ChangedAt = now;
    }

    public void WithdrawVerification(DateTimeOffset now)
    {
        Rule.Require(IsVerified, OrganisationErrors.NotVerified);
        VerifiedAt = null;
        ChangedAt = now;
    }

    private static Organisation New(OrganisationId id, string key, OrganisationDetails details, DateTimeOffset now)
    {
        var name = details.Name.Clean();
        var creditCode = Domain.CreditCode.Clean(details.CreditCode);
        var region = string.IsNullOrWhiteSpace(details.Region) ? null : details.Region.Trim();
        Rule.Require(!name.IsEmpty, OrganisationErrors.Nameless);
        Rule.Require(creditCode is null || Domain.CreditCode.IsValid(creditCode), OrganisationErrors.CreditCodeWrong);
        Rule.Require(details.Country == Mainland || (creditCode is null && region is null), OrganisationErrors.OnlyInMainland);
        return new()
        {
            Id = id,
            Key = key,
            NameZh = name.Zh,
            NameEn = name.En,
            Type = details.Type,
            CreditCode = creditCode,
            Region = region,
            Country = details.Country,
            CreatedAt = now,
            ChangedAt = now,
        };
    }
}
