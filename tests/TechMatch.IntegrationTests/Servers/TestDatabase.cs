using Microsoft.Data.SqlClient;
using Npgsql;
using Testcontainers.MsSql;
using Testcontainers.PostgreSql;

namespace TechMatch.IntegrationTests.Servers;

/// <summary>An empty database of one product, dropped at the end.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract string Provider { get; }

    public string ConnectionString { get; protected set; } = "";

    public string? Missing { get; protected set; }

    public virtual string RequireName => Provider;

    public abstract Task Create();

    /// <summary>Another empty database on the same product.</summary>
    /// <param name="folder">Where a file may be made.</param>
    public virtual TestDatabase Another(string folder) => throw new NotSupportedException($"{GetType().Name} has no other.");

    public abstract ValueTask DisposeAsync();

    protected static string FreshName() => $"techmatch_{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6))}";
}

/// <summary>A file in a temporary folder.</summary>
public sealed class SqliteTestDatabase(string folder) : TestDatabase
{
    public override string Provider => "Sqlite";

    public override Task Create()
    {
        ConnectionString = $"Data Source={Path.Combine(folder, "techmatch.db")}";
        return Task.CompletedTask;
    }

    public override TestDatabase Another(string folder) => new SqliteTestDatabase(folder);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>A fresh database on the server that <c>TECHMATCH_TEST_POSTGRES</c> names, or in a container where Docker is there.</summary>
public sealed class PostgreSqlTestDatabase : TestDatabase
{
    // One container for all databases of a run; Testcontainers takes it away when the run has ended.
    private static readonly Lazy<Task<string>> Container = new(async () =>
    {
        var container = new PostgreSqlBuilder("postgres:17-alpine").Build();
        await container.StartAsync();
        return container.GetConnectionString();
    });

    private string? server;
    private string name = "";

    public override string Provider => "PostgreSql";

    public override string RequireName => "postgres";

    public override async Task Create()
    {
        server = Environment.GetEnvironmentVariable("TECHMATCH_TEST_POSTGRES");
        if (string.IsNullOrWhiteSpace(server) && Needed.HasDocker) server = await Container.Value;
        if (string.IsNullOrWhiteSpace(server))
        {
            Missing = "No PostgreSQL: set TECHMATCH_TEST_POSTGRES to a connection string, or have Docker.";
            return;
        }
        name = FreshName();
        await Execute($"CREATE DATABASE {name}");
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    public override async ValueTask DisposeAsync()
    {
        if (name.Length > 0) await Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    public override TestDatabase Another(string folder) => new PostgreSqlTestDatabase();

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A fresh database on the server that <c>TECHMATCH_TEST_SQLSERVER</c> names, or in a container where Docker is there.</summary>
public sealed class SqlServerTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<string>> Container = new(async () =>
    {
        var container = new MsSqlBuilder("mcr.microsoft.com/mssql/server:2022-latest").Build();
        await container.StartAsync();
        return container.GetConnectionString();
    });

    private string? server;
    private string name = "";

    public override string Provider => "SqlServer";

    public override string RequireName => "sqlserver";

    public override async Task Create()
    {
        server = Environment.GetEnvironmentVariable("TECHMATCH_TEST_SQLSERVER");
        if (string.IsNullOrWhiteSpace(server) && Needed.HasDocker) server = await Container.Value;
        if (string.IsNullOrWhiteSpace(server))
        {
            Missing = "No SQL Server: set TECHMATCH_TEST_SQLSERVER to a connection string, or have Docker.";
            return;
        }
        name = FreshName();
        // TECHMATCH_TEST_SQLSERVER_COLLATION tries another collation than the server's.
        var collation = Environment.GetEnvironmentVariable("TECHMATCH_TEST_SQLSERVER_COLLATION");
        await Execute($"CREATE DATABASE [{name}]{(string.IsNullOrWhiteSpace(collation) ? "" : $" COLLATE {collation}")}");
        ConnectionString = new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ToString();
    }

    public override async ValueTask DisposeAsync()
    {
        if (name.Length == 0) return;
        // Pooled connections of this database are cut by the first statement; other databases' stay.
        await Execute($"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]");
    }

    public override TestDatabase Another(string folder) => new SqlServerTestDatabase();

    private async Task Execute(string sql)
    {
        await using var connection = new SqlConnection(server);
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
