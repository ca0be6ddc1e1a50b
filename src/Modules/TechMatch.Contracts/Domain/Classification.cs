namespace TechMatch.Contracts.Domain;

/// <summary>What kind of technology contract an agreed cooperation usually makes (Civil Code art. 843 and following). A proposal only: the substance decides.</summary>
internal static class Classification
{
    public const string Development = "DEV";
    public const string Assignment = "ASG";
    public const string Licence = "LIC";
    public const string Consulting = "CON";
    public const string Service = "SRV";

    public static IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>
    {
        ["assign"] = Assignment,
        ["exclusive"] = Licence,
        ["sole"] = Licence,
        ["ordinary"] = Licence,
        ["open"] = Licence,
        ["useFirstPayLater"] = Licence,
        ["equity"] = Assignment,
        ["jointDevelopment"] = Development,
        ["commissionedDevelopment"] = Development,
        ["consulting"] = Consulting,
        ["service"] = Service,
    };

    /// <summary>The code of contract-type; null for a cooperation that this version does not know.</summary>
    public static string? Type(string cooperation) => Types.GetValueOrDefault(cooperation);

    /// <summary>The code of contract-subtype where cooperation and kind of right leave no choice; otherwise null.</summary>
    public static string? Subtype(string cooperation, string? ipKind) => Type(cooperation) switch
    {
        Development => cooperation == "jointDevelopment" ? "DEV-JOINT" : "DEV-COMMISSIONED",
        Service => "SRV-GENERAL",
        (Assignment or Licence) and var type when Right(ipKind) is { } right => $"{type}-{right}",
        _ => null,
    };

    private static string? Right(string? ipKind) => ipKind switch
    {
        "invention" or "utility" or "design" => "PATENT",
        "secret" => "SECRET",
        "software" => "SOFTWARE",
        "layout" => "LAYOUT",
        "variety" => "VARIETY",
        "biomedical" or "designCopyright" => "OTHER",
        _ => null,
    };
}
