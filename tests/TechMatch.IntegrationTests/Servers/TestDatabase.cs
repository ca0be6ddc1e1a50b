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

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>A fresh database on the server that <c>TECHMATCH_TEST_POSTGRES</c> names, or in a container where Docker is there.</summary>
public sealed class PostgreSqlTestDatabase : TestDatabase
{
    private PostgreSqlContainer? container;
    private string? server;
    private string name = "";

    public override string Provider => "PostgreSql";

    public override string RequireName => "postgres";

    public override async Task Create()
    {
        server = Environment.GetEnvironmentVariable("TECHMATCH_TEST_POSTGRES");
        if (string.IsNullOrWhiteSpace(server) && Needed.HasDocker)
        {
            container = new PostgreSqlBuilder("postgres:17-alpine").Build();
            await container.StartAsync();
            server = container.GetConnectionString();
        }
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
        if (name.Length > 0 && container is null)
        {
            NpgsqlConnection.ClearAllPools();
            await Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
        if (container is not null) await container.DisposeAsync();
    }

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
    private MsSqlContainer? container;
    private string? server;
    private string name = "";

    public override string Provider => "SqlServer";

    public override string RequireName => "sqlserver";

    public override async Task Create()
    {
        server = Environment.GetEnvironmentVariable("TECHMATCH_TEST_SQLSERVER");
        if (string.IsNullOrWhiteSpace(server) && Needed.HasDocker)
        {
            container = new MsSqlBuilder("mcr.microsoft.com/mssql/server:2022-latest").Build();
            await container.StartAsync();
            server = container.GetConnectionString();
        }
        if (string.IsNullOrWhiteSpace(server))
        {
            Missing = "No SQL Server: set TECHMATCH_TEST_SQLSERVER to a connection string, or have Docker.";
            return;
        }
        name = FreshName();
        await Execute($"CREATE DATABASE [{name}]");
        ConnectionString = new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ToString();
    }

    public override async ValueTask DisposeAsync()
    {
        if (name.Length > 0 && container is null)
        {
            SqlConnection.ClearAllPools();
            await Execute($"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]");
        }
        if (container is not null) await container.DisposeAsync();
    }

    private async Task Execute(string sql)
    {
        await using var connection = new SqlConnection(server);
        await connection.OpenAsync();
        await using var command = new SqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
