using TechMatch.Integration.Demands;
using TechMatch.Integration.Listings;

namespace TechMatch.Matching.Domain;

/// <summary>Whether a condition of a need holds for a listing.</summary>
internal enum ConditionState
{
    /// <summary>It holds.</summary>
    Met,

    /// <summary>One side does not say, or says it in a way that cannot be compared: something to ask, never a fault.</summary>
    Open,

    /// <summary>Both sides say, and it does not hold.</summary>
    Violated,
}

/// <summary>One condition with what it was judged by.</summary>
/// <param name="Key">Which one: trl, price, cooperation, field, region, deadline, ip.</param>
/// <param name="State">How it stands.</param>
/// <param name="Reason">Why, below the key: <c>matching.condition.{key}.{reason}</c> is the sentence for people.</param>
/// <param name="Values">What the sentence quotes: numbers, days, <see cref="CodeOf"/>, <see cref="Amount"/>.</param>
internal sealed record Condition(string Key, ConditionState State, string Reason, IReadOnlyList<object> Values);

/// <summary>A code to be shown by its name.</summary>
internal sealed record CodeOf(string List, string Value);

/// <summary>Several codes of one list.</summary>
internal sealed record CodesOf(string List, IReadOnlyList<string> Values);

/// <summary>Money.</summary>
internal sealed record Amount(decimal Value, string Currency);

/// <summary>
/// What a need asks for beside its words, held against a listing. What either side leaves open is open: an empty field is a
/// question, and only a contradiction counts against a match.
/// </summary>
internal static class Conditions
{
    /// <summary>Every condition, always in the same order.</summary>
    /// <param name="listing">What is offered.</param>
    /// <param name="demand">What is needed.</param>
    /// <param name="today">The day that deadlines are measured from.</param>
    public static IReadOnlyList<Condition> Check(ListingCard listing, DemandCard demand, DateOnly today) =>
    [
        Trl(listing.Trl, demand.TrlMin),
        Price(listing, demand),
        Cooperation(listing.Cooperation, demand.Cooperation),
        Field(listing.Field, demand.Field),
        Region(listing.Region, demand.Region),
        Deadline(demand.Deadline, today),
        Ip(listing.IpStatus),
    ];

    private static Condition Trl(int? offered, int? wanted) => (offered, wanted) switch
    {
        ({ } level, { } least) when level >= least => Met("trl", "met", level, least),
        ({ } level, { } least) => Violated("trl", level, least),
        (null, { } least) => Open("trl", "listing-silent", least),
        ({ } level, null) => Open("trl", "demand-silent", level),
        _ => Open("trl", "both-silent"),
    };

    private static Condition Price(ListingCard listing, DemandCard demand)
    {
        var budget = demand.BudgetMax ?? demand.BudgetMin;
        if (listing.PriceKind is "negotiable" or "useFirstPayLater" || (listing.PriceMin ?? listing.PriceMax) is not { } price)
            return budget is { } named ? Open("price", "listing-silent", new Amount(named, demand.Currency)) : Open("price", "both-silent");
        var asked = new Amount(price, listing.Currency);
        if (budget is not { } most) return Open("price", "demand-silent", asked);
        var offered = new Amount(most, demand.Currency);
        if (listing.Currency != demand.Currency) return Open("price", "currencies-differ", asked, offered);
        if (price <= most) return Met("price", "met", asked, offered);
        // A budget with a lower end only has no limit that the price could break.
        return demand.BudgetMax is null ? Open("price", "no-upper-end", asked, offered) : Violated("price", asked, offered);
    }

    private static Condition Cooperation(IReadOnlyList<string> offered, IReadOnlyList<string> wanted)
    {
        const string List = "cooperation-mode";
        if (offered.Count == 0) return wanted.Count == 0 ? Open("cooperation", "both-silent") : Open("cooperation", "listing-silent", new CodesOf(List, wanted));
        if (wanted.Count == 0) return Open("cooperation", "demand-silent", new CodesOf(List, offered));
        string[] shared = [.. offered.Intersect(wanted)];
        return shared.Length > 0
            ? Met("cooperation", "met", new CodesOf(List, shared))
            : Violated("cooperation", new CodesOf(List, offered), new CodesOf(List, wanted));
    }

    private static Condition Field(string? offered, string? wanted)
    {
        const string List = "technology-field";
        return (Said(offered), Said(wanted)) switch
        {
            ({ } one, { } other) when Within(one, other) || Within(other, one) => Met("field", "met", new CodeOf(List, one)),
            ({ } one, { } other) => Violated("field", new CodeOf(List, one), new CodeOf(List, other)),
            (null, { } other) => Open("field", "listing-silent", new CodeOf(List, other)),
            ({ } one, null) => Open("field", "demand-silent", new CodeOf(List, one)),
            _ => Open("field", "both-silent"),
        };
    }

    private static Condition Region(string? offered, string? wanted)
    {
        const string List = "region";
        return (Said(offered), Said(wanted)) switch
        {
            ({ } place, { } area) when Within(place, area) => Met("region", "met", new CodeOf(List, place)),
            // A province is known where a district is wanted: it may be that one.
            ({ } place, { } area) when Within(area, place) => Open("region", "too-coarse", new CodeOf(List, place), new CodeOf(List, area)),
            ({ } place, { } area) => Violated("region", new CodeOf(List, place), new CodeOf(List, area)),
            (null, { } area) => Open("region", "listing-silent", new CodeOf(List, area)),
            ({ } place, null) => Open("region", "demand-silent", new CodeOf(List, place)),
            _ => Open("region", "both-silent"),
        };
    }

    private static Condition Deadline(DateOnly? deadline, DateOnly today) => deadline switch
    {
        null => Open("deadline", "demand-silent"),
        { } day when day >= today => Met("deadline", "met", day),
        { } day => Violated("deadline", day),
    };

    private static Condition Ip(string? status) => status switch
    {
        "granted" => Met("ip", "met", new CodeOf("ip-status", "granted")),
        { Length: > 0 } other => Open("ip", "not-granted", new CodeOf("ip-status", other)),
        _ => Open("ip", "listing-silent"),
    };

    // Codes of a hierarchy begin with the code above them.
    private static bool Within(string code, string area) => code.StartsWith(area, StringComparison.Ordinal);

    private static string? Said(string? code) => string.IsNullOrWhiteSpace(code) ? null : code;

    private static Condition Met(string key, string reason, params object[] values) => new(key, ConditionState.Met, reason, values);

    private static Condition Open(string key, string reason, params object[] values) => new(key, ConditionState.Open, reason, values);

    private static Condition Violated(string key, params object[] values) => new(key, ConditionState.Violated, "violated", values);
}
