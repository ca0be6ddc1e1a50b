using System.Net;
using Microsoft.Data.Sqlite;
using TechMatch.Migrations.PostgreSql;
using TechMatch.Migrations.Sqlite;
using TechMatch.Migrations.SqlServer;
using TechMatch.Shared.Persistence;

namespace TechMatch.Web.Hosting;

/// <summary>A setting has a value that cannot be used; the message is one line for the person who started the program.</summary>
internal sealed class SettingException(string message) : Exception(message);

/// <summary>The settings of <c>appsettings.json</c>, environment and command line, read once and checked.</summary>
internal sealed record Settings(string DataFolder, DatabaseChoice Database, Uri? Broker, bool LoadSample)
{
    private static readonly DatabaseProduct[] Products = [new SqliteProduct(), new SqlServerProduct(), new PostgreSqlProduct()];

    public static Settings Read(IConfiguration configuration)
    {
        var folder = Path.GetFullPath(configuration["Data:Folder"] is { Length: > 0 } named ? named : "data");
        var database = ReadDatabase(configuration, folder);
        return new(folder, database, ReadBroker(configuration), ReadSample(configuration, database));
    }

    /// <summary>Makes the data folder and proves that it can be written.</summary>
    public void PrepareDataFolder()
    {
        try
        {
            System.IO.Directory.CreateDirectory(DataFolder);
            var probe = Path.Combine(DataFolder, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"Data:Folder {DataFolder} cannot be written: {refusal.Message}");
        }
    }

    private static DatabaseChoice ReadDatabase(IConfiguration configuration, string folder)
    {
        var name = configuration["Database:Provider"] is { Length: > 0 } given ? given : "Sqlite";
        var product = Products.FirstOrDefault(product => string.Equals(product.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new SettingException($"Database:Provider is {name}; it must be one of {string.Join(", ", Products.Select(known => known.Name))}.");
        var connection = configuration["Database:ConnectionString"];
        if (string.IsNullOrWhiteSpace(connection))
            connection = product is SqliteProduct
                ? new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "techmatch.db") }.ToString()
                : throw new SettingException($"Database:Provider {product.Name} needs Database:ConnectionString.");
        return new(product, connection);
    }

    private static Uri? ReadBroker(IConfiguration configuration)
    {
        var transport = configuration["Messaging:Transport"] is { Length: > 0 } given ? given : "InProcess";
        if (string.Equals(transport, "InProcess", StringComparison.OrdinalIgnoreCase)) return null;
        if (!string.Equals(transport, "RabbitMq", StringComparison.OrdinalIgnoreCase))
            throw new SettingException($"Messaging:Transport is {transport}; it must be InProcess or RabbitMq.");
        return Uri.TryCreate(configuration["Messaging:ConnectionString"], UriKind.Absolute, out var broker) && broker.Scheme is "amqp" or "amqps"
            ? broker
            : throw new SettingException("Messaging:Transport RabbitMq needs Messaging:ConnectionString, for example amqp://guest:guest@localhost:5672/.");
    }

    // The sample has sign-ins that are printed: it must not reach a server that others can call.
    private static bool ReadSample(IConfiguration configuration, DatabaseChoice database)
    {
        var allowed = database.Product is SqliteProduct && Addresses(configuration).All(IsLoopback);
        var asked = configuration["Sample:Load"];
        if (string.IsNullOrWhiteSpace(asked)) return allowed;
        if (!bool.TryParse(asked, out var load)) throw new SettingException($"Sample:Load is {asked}; it must be true or false.");
        if (load && !allowed) throw new SettingException("Sample:Load is refused: the sample market is only for SQLite on a loopback address.");
        return load;
    }

    private static string[] Addresses(IConfiguration configuration) =>
        (configuration["urls"] ?? "http://localhost:5080").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsLoopback(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return false;
        return uri.IsLoopback || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
