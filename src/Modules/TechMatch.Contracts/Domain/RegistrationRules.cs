using System.Text.RegularExpressions;
using TechMatch.Integration.Reference;

namespace TechMatch.Contracts.Domain;

/// <summary>What the law of the seller's place says about registration.</summary>
internal static partial class RegistrationRules
{
    /// <summary>The rule packs' key of the days that the office has from acceptance.</summary>
    public const string DecisionDays = "registration.decisionDays";

    /// <summary>The days from acceptance to decision; null where no rule is recorded.</summary>
    public static int? DaysFor(this IRulePacks packs, Party seller, DateOnly on) => (int?)packs.Number(packs.PackOf(seller.MainlandRegion), DecisionDays, on);

    /// <summary>Whether a text can be a registration number: 14 digits on the older form, 16 on the present one. Their make-up is the office's own affair.</summary>
    public static bool IsNumber(string? text) => text is not null && Number().IsMatch(text);

    // \d would let full-width digits in, $ a line break at the end.
    [GeneratedRegex(@"\A(?:[0-9]{14}|[0-9]{16})\z")]
    private static partial Regex Number();
}
