namespace TechMatch.Contracts.Domain;

/// <summary>
/// The office's time limit: it starts with acceptance, stands still while papers are being corrected, and goes on with what
/// was left. Days are calendar days; the starting day is not counted.
/// </summary>
/// <param name="Days">The days that the law gives; null where it names none.</param>
/// <param name="Used">Days that ran before the clock last stood still.</param>
/// <param name="RunningSince">The day it last started; null while it stands still.</param>
internal sealed record RegistrationClock(int? Days, int Used, DateOnly? RunningSince)
{
    /// <summary>Not yet accepted.</summary>
    public static RegistrationClock Unset => new(null, 0, null);

    /// <summary>The last day for a decision; null while the clock stands still or where the law names no limit.</summary>
    public DateOnly? DueOn => RunningSince?.AddDays(Days - Used ?? 0) is { } due && Days is not null ? due : null;

    /// <summary>Starts it, or lets it go on: the days of the first acceptance stay.</summary>
    public RegistrationClock Start(DateOnly today, int? days) => this with { Days = Days ?? days, RunningSince = today };

    /// <summary>Stops it for a correction.</summary>
    public RegistrationClock Stop(DateOnly today) =>
        RunningSince is { } since ? this with { Used = Used + Math.Max(0, today.DayNumber - since.DayNumber), RunningSince = null } : this;
}
