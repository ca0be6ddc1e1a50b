using System.Globalization;

namespace TechMatch.Statistics.Domain;

/// <summary>Which side of the market something stands on.</summary>
internal enum MarketSide
{
    Listing,
    Demand,
}

/// <summary>Whether one listing or need is on the market, by the newest event seen of it.</summary>
internal sealed class MarketEntry
{
    public const int FieldMaxLength = 40;

    public Guid Id { get; init; }

    public MarketSide Side { get; init; }

    /// <summary>The newest version seen; an event that is not newer says nothing new.</summary>
    public long Version { get; private set; }

    public bool IsOnMarket { get; private set; }

    public string? Field { get; private set; }

    public void See(long version, bool isOnMarket, string? field)
    {
        if (version <= Version) return;
        // Leaving says nothing of the field.
        (Version, IsOnMarket, Field) = (version, isOnMarket, isOnMarket ? field : Field);
    }
}

/// <summary>A deal. Opened and signed are both kept, whichever is heard of first.</summary>
internal sealed class DealFact
{
    public Guid Id { get; init; }

    public long Version { get; private set; }

    /// <summary>The day the opening was heard of.</summary>
    public DateOnly? OpenedOn { get; private set; }

    public DateOnly? SignedOn { get; private set; }

    public void Open(long version, DateOnly on)
    {
        OpenedOn ??= on;
        Version = Math.Max(Version, version);
    }

    public void Sign(long version, DateOnly on)
    {
        if (SignedOn is not null && version <= Version) return;
        SignedOn = on;
        Version = Math.Max(Version, version);
    }
}

/// <summary>One registered contract.</summary>
internal sealed class ContractFact
{
    public const int CodeMaxLength = 40;
    public const int CurrencyLength = 3;
    public const int MonthLength = 7;
    public const int ProvinceLength = 2;

    public Guid Id { get; init; }

    public long Version { get; private set; }

    public Guid DealId { get; private set; }

    public string Type { get; private set; } = "";

    public string? Field { get; private set; }

    // Hundredths: SQLite keeps decimals as text and cannot add them up itself.
    public long TotalHundredths { get; private set; }

    public long TechnicalHundredths { get; private set; }

    public string Currency { get; private set; } = "";

    public string? SellerProvince { get; private set; }

    public string? BuyerProvince { get; private set; }

    public string Flow { get; private set; } = "";

    public DateOnly SignedOn { get; private set; }

    public DateOnly RegisteredOn { get; private set; }

    /// <summary>The month of registration, as 2026-11.</summary>
    public string Month { get; private set; } = "";

    public void See(Integration.Contracts.ContractRegistered fact)
    {
        if (fact.Version <= Version) return;
        (Version, DealId, Type, Field, Flow, Currency) = (fact.Version, fact.DealId, fact.Type, fact.Field, fact.Flow, fact.Currency);
        (TotalHundredths, TechnicalHundredths) = (Money.ToHundredths(fact.TotalAmount), Money.ToHundredths(fact.TechnicalAmount));
        (SellerProvince, BuyerProvince) = (Province(fact.SellerRegion), Province(fact.BuyerRegion));
        (SignedOn, RegisteredOn) = (fact.SignedOn, fact.RegisteredOn);
        Month = Months.Of(fact.RegisteredOn);
    }

    private static string? Province(string? region) => region is { Length: >= ProvinceLength } ? region[..ProvinceLength] : null;
}

internal static class Money
{
    public static long ToHundredths(decimal amount) => (long)Math.Round(amount * 100, MidpointRounding.AwayFromZero);

    public static decimal FromHundredths(long hundredths) => hundredths / 100m;
}

/// <summary>Months as texts that sort by time.</summary>
internal static class Months
{
    public static string Of(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Every month from one day's to the other's.</summary>
    public static IEnumerable<string> Between(DateOnly from, DateOnly to)
    {
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1)) yield return Of(month);
    }
}
