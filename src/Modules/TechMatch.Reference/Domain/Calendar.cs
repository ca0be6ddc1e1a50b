using System.Collections.Frozen;
using System.Globalization;

namespace TechMatch.Reference.Domain;

/// <summary>One version of a year's arrangement of holidays.</summary>
internal sealed record Calendar(string Country, int Year, string Edition, string NameZh, string NameEn, string Source)
    : ReferenceFile(PublicationKind.Calendar, NameOf(Country, Year), Edition, new DateOnly(Year, 1, 1), NameZh, NameEn, Source)
{
    /// <summary>The calendar that working days are counted by.</summary>
    public const string MainlandChina = "CN";

    public const string CountryPattern = @"^[A-Z]{2}\z";
    public const int FirstYear = 2000;
    public const int LastYear = 2200;

    public bool IsVerified { get; init; }

    /// <summary>False while only part of the year's days off are known.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Days off, the weekends within a holiday among them.</summary>
    public required FrozenSet<DateOnly> Holidays { get; init; }

    /// <summary>Weekend days that are worked in exchange.</summary>
    public required FrozenSet<DateOnly> Workdays { get; init; }

    public string? NoteZh { get; init; }

    public string? NoteEn { get; init; }

    public static string NameOf(string country, int year) => string.Create(CultureInfo.InvariantCulture, $"{country}-{year}");

    public static Calendar? Read(FileReader file)
    {
        var country = file.Text("calendar", 2, CountryPattern);
        var year = file.Number("year", FirstYear, LastYear);
        var edition = file.OptionalText("version", Domain.Edition.MaxLength, Domain.Edition.Pattern) ?? year.ToString(CultureInfo.InvariantCulture);
        if (!edition.StartsWith(year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)) file.Problem("version", "reference.file.not-of-year", year);
        var (holidays, workdays) = (file.Days("holidays"), file.Days("workdays"));
        foreach (var day in holidays.Concat(workdays).Where(day => !IsOf(day, year))) file.Problem("holidays", "reference.file.day-outside", Iso(day), year);
        foreach (var day in workdays.Where(day => !IsWeekend(day))) file.Problem("workdays", "reference.file.not-weekend", Iso(day));
        foreach (var day in workdays.Intersect(holidays)) file.Problem("workdays", "reference.file.both", Iso(day));
        var (noteZh, noteEn) = file.Note(NoteMaxLength);
        var name = NameOf(country, year);
        var calendar = new Calendar(country, year, edition, name, name, file.Text("source", SourceMaxLength))
        {
            IsVerified = file.Flag("verified"),
            IsComplete = file.Flag("complete"),
            Holidays = holidays.ToFrozenSet(),
            Workdays = workdays.ToFrozenSet(),
            NoteZh = noteZh,
            NoteEn = noteEn,
        };
        file.Done();
        return calendar;
    }

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    // The New Year holiday of a year may begin in December of the year before.
    private static bool IsOf(DateOnly day, int year) => day.Year == year || (day.Year == year - 1 && day.Month == 12);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
