using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TechMatch.Shared.Persistence;

namespace TechMatch.Migrations.PostgreSql;

/// <summary>PostgreSQL 15 and later.</summary>
public sealed class PostgreSqlProduct : DatabaseProduct
{
    private const int Retries = 3;

    /// <inheritdoc/>
    public override string Name => "PostgreSql";

    /// <inheritdoc/>
    public override string DesignTimeConnectionString => "Host=localhost";

    /// <inheritdoc/>
    public override string ClaimOutbox => """
        UPDATE platform."Outbox" SET "LockedBy" = {0}, "LockedUntil" = {1}
        WHERE "Sequence" IN (
            SELECT "Sequence" FROM platform."Outbox"
            WHERE "DeliveredAt" IS NULL AND "DeadAt" IS NULL AND "NextAttemptAt" <= {3} AND ("LockedUntil" IS NULL OR "LockedUntil" < {3})
            ORDER BY "Sequence" LIMIT {2} FOR UPDATE SKIP LOCKED)
        """;

    /// <inheritdoc/>
    public override void Configure(DbContextOptionsBuilder options, string connectionString, string module) =>
        options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlProduct).Assembly).MigrationsHistoryTable("__Migrations", module)
            // A deadlock's loser, or a connection lost on the way, is nothing that a person should see.
            .EnableRetryOnFailure(Retries));

    /// <inheritdoc/>
    public override object Time(DateTimeOffset time) => time.ToUniversalTime();

    /// <inheritdoc/>
    protected override string? ExplainOwn(DbException failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => "PostgreSQL refused the user or the password of Database:ConnectionString.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => "The database named in Database:ConnectionString does not exist on the PostgreSQL server.",
        PostgresException => null,
        NpgsqlException => "PostgreSQL cannot be reached at the address of Database:ConnectionString.",
        _ => null,
    };
}
