namespace TechMatch.Brokerage.Domain;

/// <summary>How far a deal has come. The order is the order of the process.</summary>
internal enum DealStage
{
    Contact,
    Nda,
    Assessment,
    TermSheet,
    Pricing,
    Notice,
    Drafting,
    Signed,
    Effective,
    Registered,
    Performing,
    Completed,
}

/// <summary>Whether a deal is going on.</summary>
internal enum DealState
{
    Open,
    Suspended,
    Lost,
    Completed,
}

/// <summary>The six columns of the board.</summary>
internal enum BoardColumn
{
    Contact,
    Assessment,
    Terms,
    Drafting,
    Signed,
    Performing,
}

internal static class DealStages
{
    public static IReadOnlyList<DealStage> All { get; } = Enum.GetValues<DealStage>();

    /// <summary>For SQL, where a stage is its name and has no order.</summary>
    public static DealStage[] BeforeSigning { get; } = [.. All.Where(stage => stage < DealStage.Signed)];

    public static IReadOnlyList<BoardColumn> Columns { get; } = Enum.GetValues<BoardColumn>();

    public static BoardColumn ColumnOf(DealStage stage) => stage switch
    {
        DealStage.Contact => BoardColumn.Contact,
        DealStage.Nda or DealStage.Assessment => BoardColumn.Assessment,
        DealStage.TermSheet or DealStage.Pricing or DealStage.Notice => BoardColumn.Terms,
        DealStage.Drafting => BoardColumn.Drafting,
        DealStage.Signed or DealStage.Effective or DealStage.Registered => BoardColumn.Signed,
        _ => BoardColumn.Performing,
    };

    public static DealStage[] StagesOf(BoardColumn column) => [.. All.Where(stage => ColumnOf(stage) == column)];

    /// <summary>
    /// The stage that one step forward leads to by hand; null where another act leads on (signing) or nothing does.
    /// Registration is voluntary and the registrar's to grant: without it a deal goes from Effective straight to Performing.
    /// </summary>
    public static DealStage? Next(DealStage stage, bool isRegistered) => stage switch
    {
        DealStage.Drafting or DealStage.Completed => null,
        DealStage.Effective => isRegistered ? DealStage.Registered : DealStage.Performing,
        _ => stage + 1,
    };

    /// <summary>The stage that one step back leads to; null at the start, at the end, and at Signed, because a signature stays.</summary>
    public static DealStage? Previous(DealStage stage, bool isRegistered) => stage switch
    {
        DealStage.Contact or DealStage.Signed or DealStage.Completed => null,
        DealStage.Performing => isRegistered ? DealStage.Registered : DealStage.Effective,
        _ => stage - 1,
    };

    /// <summary>Reads a name, never a number: what the API was sent.</summary>
    public static DealStage? Find(string? name) => Find<DealStage>(name);

    public static T? Find<T>(string? name)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) is { } found ? Enum.Parse<T>(found) : null;
}
