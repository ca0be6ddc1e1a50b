using Shouldly;
using TechMatch.Integration.Reference;

namespace TechMatch.UnitTests.Reference;

public class WorkingDaysTests
{
    private static readonly IWorkingDays Days = TestFiles.DaysOn("2026-06-01");

    [Theory]
    [InlineData("2026-03-03", 1, "2026-03-04")]
    [InlineData("2026-03-06", 1, "2026-03-09")]
    [InlineData("2026-03-06", 5, "2026-03-13")]
    [InlineData("2026-03-07", 1, "2026-03-09")]
    [InlineData("2026-03-06", 0, "2026-03-06")]
    public void Weekends_are_passed_over_and_the_starting_day_is_not_counted(string start, int days, string expected) => Expect(start, days, expected);

    [Theory]
    [InlineData("2026-02-13", 1, "2026-02-14")]
    [InlineData("2026-02-14", 1, "2026-02-24")]
    [InlineData("2026-02-13", 5, "2026-02-27")]
    [InlineData("2026-02-27", 1, "2026-02-28")]
    [InlineData("2026-04-03", 1, "2026-04-07")]
    [InlineData("2026-04-30", 1, "2026-05-06")]
    [InlineData("2026-05-08", 1, "2026-05-09")]
    [InlineData("2026-06-18", 1, "2026-06-22")]
    [InlineData("2026-09-18", 1, "2026-09-20")]
    [InlineData("2026-09-24", 1, "2026-09-28")]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-09-30", 3, "2026-10-10")]
    [InlineData("2026-09-30", 4, "2026-10-12")]
    public void Holidays_of_2026_are_passed_over_and_weekend_days_worked_in_exchange_count(string start, int days, string expected) => Expect(start, days, expected);

    [Theory]
    [InlineData("2025-12-31", 1, "2026-01-04")]
    [InlineData("2026-12-31", 1, "2027-01-01")]
    [InlineData("2027-09-30", 1, "2027-10-01")]
    public void A_year_without_a_calendar_counts_weekends_only(string start, int days, string expected) => Expect(start, days, expected);

    [Fact]
    public void A_period_that_ends_on_a_day_off_ends_on_the_next_working_day()
    {
        Days.OnOrAfter(new(2026, 10, 1)).ShouldBe(new(2026, 10, 8));
        Days.OnOrAfter(new(2026, 10, 10)).ShouldBe(new(2026, 10, 10));
        Days.OnOrAfter(new(2026, 10, 11)).ShouldBe(new(2026, 10, 12));
    }

    [Fact]
    public void A_negative_count_is_a_mistake_of_the_caller() => Should.Throw<ArgumentOutOfRangeException>(() => Days.After(new(2026, 1, 1), -1));

    [Fact]
    public void Only_a_complete_year_is_known()
    {
        var partial = TestFiles.Year(2027);
        partial["complete"] = false;
        IWorkingDays days = TestFiles.DaysOn("2026-06-01", partial);

        (days.IsKnown(2026), days.IsKnown(2027), days.IsKnown(2028)).ShouldBe((true, false, false));
        days.After(new(2027, 9, 30), 1).ShouldBe(new(2027, 10, 4));
    }

    [Fact]
    public void A_correction_of_a_year_takes_the_place_of_the_first_version()
    {
        IWorkingDays days = TestFiles.DaysOn("2026-06-01", TestFiles.Year(2027), TestFiles.Year(2027, "2027.2", ["2027-10-04"]));

        days.IsWorkingDay(new(2027, 10, 1)).ShouldBeTrue();
        days.IsWorkingDay(new(2027, 10, 4)).ShouldBeFalse();
    }

    [Fact]
    public void A_new_years_holiday_that_begins_in_December_is_found_in_the_next_years_calendar()
    {
        IWorkingDays days = TestFiles.DaysOn("2026-06-01", TestFiles.Year(2027, holidays: ["2026-12-31", "2027-01-01"]));

        days.After(new(2026, 12, 30), 1).ShouldBe(new(2027, 1, 4));
    }

    private static void Expect(string start, int days, string expected) =>
        Days.After(Parse(start), days).ShouldBe(Parse(expected));

    private static DateOnly Parse(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
