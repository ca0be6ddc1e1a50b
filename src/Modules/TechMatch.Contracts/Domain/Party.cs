namespace TechMatch.Contracts.Domain;

/// <summary>One side of a contract, with the place it had when the contract was drafted or last submitted: the register keeps what was true then.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Region">GB/T 2260 code, or null.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
internal sealed record Party(Guid OrganisationId, string? Region, string Country)
{
    public const int RegionMaxLength = 12;
    public const int CountryLength = 2;

    // Published statistics count Taiwan, Hong Kong and Macao with foreign countries.
    private static readonly HashSet<string> OutsideTheMainland = ["71", "81", "82"];

    private string? Digits => Region is { Length: >= 2 } region ? region[..2] : null;

    public bool IsOnTheMainland => Country == "CN" && (Digits is null || !OutsideTheMainland.Contains(Digits));

    /// <summary>The province's two digits; null outside the mainland and where it is not known.</summary>
    public string? Province => IsOnTheMainland ? Digits : null;

    /// <summary>The region for the register; null outside the mainland.</summary>
    public string? MainlandRegion => IsOnTheMainland ? Region : null;
}

/// <summary>Where the technology goes, seen from the seller's province.</summary>
internal static class Flow
{
    public const string Local = "local";
    public const string OtherProvince = "otherProvince";
    public const string Export = "export";

    /// <summary>The code of the list flow; null when the seller is not on the mainland or a province is not known.</summary>
    public static string? Between(Party seller, Party buyer)
    {
        if (!seller.IsOnTheMainland) return null;
        if (!buyer.IsOnTheMainland) return Export;
        if (seller.Province is null || buyer.Province is null) return null;
        return seller.Province == buyer.Province ? Local : OtherProvince;
    }
}
