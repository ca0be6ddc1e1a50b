using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Persistence;

namespace TechMatch.Migrations.Sqlite;

/// <summary>SQLite: the embedded default, one file, one writer.</summary>
public sealed class SqliteProduct : DatabaseProduct
{
    private const int Corrupt = 11;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int ReadOnly = 8;

    /// <inheritdoc/>
    public override string Name => "Sqlite";

    /// <inheritdoc/>
    public override string DesignTimeConnectionString => "Data Source=:memory:";

    /// <inheritdoc/>
    public override string ClaimOutbox => """
        UPDATE "platform_Outbox" SET "LockedBy" = {0}, "LockedUntil" = {1}
        WHERE "Sequence" IN (
            SELECT "Sequence" FROM "platform_Outbox"
            WHERE "DeliveredAt" IS NULL AND "DeadAt" IS NULL AND "NextAttemptAt" <= {3} AND ("LockedUntil" IS NULL OR "LockedUntil" < {3})
            ORDER BY "Sequence" LIMIT {2})
        """;

    /// <inheritdoc/>
    public override void Configure(DbContextOptionsBuilder options, string connectionString, string module) =>
        options.UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteProduct).Assembly).MigrationsHistoryTable($"{module}_Migrations"));

    /// <inheritdoc/>
    public override object Time(DateTimeOffset time) => time.UtcTicks;

    /// <inheritdoc/>
    public override async Task BeforeMigrating(DbContext context, CancellationToken cancellationToken)
    {
        // EF turns on the write-ahead log only for a file that it makes itself, and opening the connection here makes it first.
        // Without that log a reader and a writer lock each other out.
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        // A process that was killed inside Migrate leaves its lock row, and every later Migrate would wait for ever.
        await using var connection = new SqliteConnection(context.Database.GetConnectionString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture) == 0) return;
        command.CommandText = "DELETE FROM \"__EFMigrationsLock\" WHERE \"Timestamp\" < datetime('now', '-2 minutes')";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override string? ExplainOwn(DbException failure) => (failure as SqliteException)?.SqliteErrorCode switch
    {
        Corrupt or NotADatabase => "The database file is damaged or is not a SQLite database. It was left as it is; restore a backup or name another Data:Folder.",
        CannotOpen => "The database file cannot be opened. Check that the folder exists and that this user may write there.",
        ReadOnly => "The database file is read-only for this user.",
        _ => null,
    };
}
