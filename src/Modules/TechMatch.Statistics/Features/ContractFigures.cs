using TechMatch.Statistics.Domain;

namespace TechMatch.Statistics.Features;

/// <summary>Registered contracts of a span of time, split along one dimension. Values are in yuan.</summary>
/// <param name="By">The dimension.</param>
/// <param name="From">First day of registration.</param>
/// <param name="To">Last day of registration.</param>
/// <param name="Sum">All contracts in yuan.</param>
/// <param name="Rows">The same, split; along months and years in order of time without a gap, else the largest value first.</param>
/// <param name="Outflow">The share of value that went to other provinces and abroad, in per cent.</param>
/// <param name="OtherCurrencies">Contracts in other currencies: never added to the rest.</param>
/// <param name="YearBefore">The sum of the same span one year before.</param>
/// <param name="ValueGrowth">How much the value grew against that, in per cent; null when there was none.</param>
internal sealed record ContractFigures(
    string By, DateOnly From, DateOnly To, FigureRow Sum, IReadOnlyList<FigureRow> Rows, decimal Outflow, IReadOnlyList<CurrencyRow> OtherCurrencies, FigureRow YearBefore, decimal? ValueGrowth)
{
    public const string Yuan = "CNY";

    /// <summary>How many times the first year's value the last year's is, cut to one decimal; only along years.</summary>
    public decimal? Multiple => By == Dimension.Year && Rows.Count > 1 ? Growth.Multiple(Rows[0].Value, Rows[^1].Value) : null;

    /// <summary>The yearly growth in per cent from the first to the last year; only along years.</summary>
    public decimal? YearlyGrowth => By == Dimension.Year && Rows.Count > 1 ? Growth.Compound(Rows[0].Value, Rows[^1].Value, Rows.Count - 1) : null;
}

/// <summary>One line of figures.</summary>
/// <param name="Key">The code or month; empty where none was given.</param>
/// <param name="Name">For people, in their language.</param>
/// <param name="Contracts">How many.</param>
/// <param name="Value">合同成交额.</param>
/// <param name="Technical">技术交易额.</param>
/// <param name="ValueShare">Its part of the whole value, in per cent.</param>
/// <param name="CountShare">Its part of all contracts, in per cent.</param>
internal sealed record FigureRow(string Key, string Name, int Contracts, decimal Value, decimal Technical, decimal ValueShare, decimal CountShare)
{
    /// <summary>The technical amount's part of the value, in per cent.</summary>
    public decimal TechnicalShare => Growth.Share(Technical, Value);

    /// <summary>The value of one contract.</summary>
    public decimal Average => Growth.Average(Value, Contracts);
}

/// <summary>Contracts in a currency other than yuan.</summary>
internal sealed record CurrencyRow(string Currency, int Contracts, decimal Value, decimal Technical);

/// <summary>Along what contracts can be split.</summary>
internal static class Dimension
{
    public const string Month = "month";
    public const string Year = "year";
    public const string Type = "type";
    public const string Field = "field";
    public const string Flow = "flow";
    public const string Province = "province";

    public static IReadOnlyList<string> All { get; } = [Month, Year, Type, Field, Flow, Province];
}
