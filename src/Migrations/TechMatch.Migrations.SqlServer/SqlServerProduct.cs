using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using TechMatch.Shared.Persistence;

namespace TechMatch.Migrations.SqlServer;

/// <summary>SQL Server 2019 and later, and Azure SQL.</summary>
public sealed class SqlServerProduct : DatabaseProduct
{
    private const int LoginFailed = 18456;
    private const int CannotOpenDatabase = 4060;

    /// <inheritdoc/>
    public override string Name => "SqlServer";

    /// <inheritdoc/>
    public override string DesignTimeConnectionString => "Server=localhost";

    /// <inheritdoc/>
    public override string ClaimOutbox => """
        UPDATE [platform].[Outbox] SET [LockedBy] = {0}, [LockedUntil] = {1}
        WHERE [Sequence] IN (
            SELECT TOP ({2}) [Sequence] FROM [platform].[Outbox] WITH (UPDLOCK, READPAST, ROWLOCK)
            WHERE [DeliveredAt] IS NULL AND [DeadAt] IS NULL AND [NextAttemptAt] <= {3} AND ([LockedUntil] IS NULL OR [LockedUntil] < {3})
            ORDER BY [Sequence])
        """;

    /// <inheritdoc/>
    public override void Configure(DbContextOptionsBuilder options, string connectionString, string module) =>
        options.UseSqlServer(connectionString, server => server.MigrationsAssembly(typeof(SqlServerProduct).Assembly).MigrationsHistoryTable("__Migrations", module));

    /// <inheritdoc/>
    public override object Time(DateTimeOffset time) => time.ToUniversalTime();

    /// <inheritdoc/>
    public override string? Explain(DbException failure) => failure is not SqlException sql ? null : sql.Number switch
    {
        LoginFailed => "SQL Server refused the user or the password of Database:ConnectionString.",
        CannotOpenDatabase => "The database named in Database:ConnectionString cannot be opened on the SQL Server.",
        // Class 20 and above end the connection: the server is not there or does not speak.
        _ when sql.Class >= 20 => "SQL Server cannot be reached at the address of Database:ConnectionString.",
        _ => null,
    };
}
