using System.Data.Common;
using System.Security.Authentication;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Persistence;

namespace TechMatch.Migrations.SqlServer;

/// <summary>SQL Server 2019 and later, and Azure SQL.</summary>
public sealed class SqlServerProduct : DatabaseProduct
{
    private const int CannotOpenDatabase = 4060;
    private const int TimedOut = -2;
    private const int Retries = 3;
    private const int UntrustedCertificateOnWindows = -2146893019;

    // From this class on the connection is gone: the server is not there or does not speak.
    private const int ConnectionLost = 20;

    /// <inheritdoc/>
    public override string Name => "SqlServer";

    /// <inheritdoc/>
    public override string DesignTimeConnectionString => "Server=localhost";

    // Read and changed by one access: hints on a subquery would not hold for the table around it.
    /// <inheritdoc/>
    public override string ClaimOutbox => """
        WITH [due] AS (
            SELECT TOP ({2}) [Sequence], [LockedBy], [LockedUntil] FROM [platform].[Outbox] WITH (UPDLOCK, READPAST, ROWLOCK)
            WHERE [DeliveredAt] IS NULL AND [DeadAt] IS NULL AND [NextAttemptAt] <= {3} AND ([LockedUntil] IS NULL OR [LockedUntil] < {3})
            ORDER BY [Sequence])
        UPDATE [due] SET [LockedBy] = {0}, [LockedUntil] = {1}
        """;

    /// <inheritdoc/>
    public override void Configure(DbContextOptionsBuilder options, string connectionString, string module) =>
        options.UseSqlServer(connectionString, server => server.MigrationsAssembly(typeof(SqlServerProduct).Assembly).MigrationsHistoryTable("__Migrations", module)
            // A deadlock's loser, or a connection lost on the way, is nothing that a person should see.
            .EnableRetryOnFailure(Retries));

    /// <inheritdoc/>
    public override object Time(DateTimeOffset time) => time.ToUniversalTime();

    // EF asks for a minute whether the database exists, a failed sign-in every half second: enough to lock an account.
    /// <inheritdoc/>
    public override async Task Reach(string connectionString, CancellationToken cancellationToken)
    {
        var parts = new SqlConnectionStringBuilder(connectionString) { ConnectRetryCount = 0, Pooling = false };
        // Without a name everything would land in the user's default database, usually master.
        if (string.IsNullOrWhiteSpace(parts.InitialCatalog) && string.IsNullOrWhiteSpace(parts.AttachDBFilename))
            throw new DatabaseUnusableException("Database:ConnectionString names no database: add Database=TechMatch.");
        await using var connection = new SqlConnection(parts.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
        }
        catch (SqlException failure) when (failure.Number == CannotOpenDatabase)
        {
            // Not there yet, or not for this user: making it will show which.
        }
    }

    /// <inheritdoc/>
    public override async Task<string?> Advise(DbContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var waits = await context.Database.SqlQuery<bool>($"SELECT CAST(CASE WHEN [is_read_committed_snapshot_on] = 0 THEN 1 ELSE 0 END AS bit) AS [Value] FROM [sys].[databases] WHERE [database_id] = DB_ID()").SingleAsync(cancellationToken);
        return waits ? "Readers wait for writers in this database, and may deadlock with them: run ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE." : null;
    }

    /// <inheritdoc/>
    protected override string? ExplainOwn(DbException failure) => failure is not SqlException sql ? null : sql.Number switch
    {
        18456 or 18452 or 18470 or 18487 or 18488 => "SQL Server refused the user or the password of Database:ConnectionString.",
        CannotOpenDatabase or 1801 => "The database named in Database:ConnectionString cannot be opened: its user has no right to, or another node is making it; start again.",
        262 => "The database named in Database:ConnectionString is not there, and its user may not make it.",
        40615 or 40914 => "The server's firewall refuses this machine's address.",
        UntrustedCertificateOnWindows => Untrusted,
        _ when InnerOf<AuthenticationException>(sql) => Untrusted,
        TimedOut or 53 or 64 or 121 or 233 or 10053 or 10054 or 10060 or 10061 or 11001 => Unreachable,
        _ when sql.Class >= ConnectionLost => Unreachable,
        _ => null,
    };

    private const string Unreachable = "SQL Server cannot be reached at the address of Database:ConnectionString.";

    private const string Untrusted = "SQL Server's certificate is not trusted: install its authority's, or add TrustServerCertificate=True to Database:ConnectionString.";

    private static bool InnerOf<T>(Exception failure)
    {
        for (var cause = failure.InnerException; cause is not null; cause = cause.InnerException)
            if (cause is T) return true;
        return false;
    }
}
