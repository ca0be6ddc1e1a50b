using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Shouldly;

namespace TechMatch.IntegrationTests.Verbs;

/// <summary>A start that cannot succeed says why in one line and ends with 1; wrong use ends with 2. Never a stack trace.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("techmatch-start-").FullName;

    [Theory]
    [InlineData(2, "nonsense")]
    [InlineData(2, "import")]
    [InlineData(2, "import", "listings")]
    [InlineData(2, "migrate", "--no-such-option")]
    [InlineData(2, "evaluate")]
    public async Task Wrong_use_ends_with_2_and_names_what_is_wrong(int code, params string[] arguments)
    {
        var run = await Run.Of(folder, arguments);

        run.Code.ShouldBe(code, run.Output + run.Error);
        run.Error.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Database:Provider is Oracle", "--Database:Provider=Oracle")]
    [InlineData("needs Database:ConnectionString", "--Database:Provider=PostgreSql")]
    [InlineData("Messaging:Transport is Pigeon", "--Messaging:Transport=Pigeon")]
    [InlineData("needs Messaging:ConnectionString", "--Messaging:Transport=RabbitMq")]
    [InlineData("Sample:Load is maybe", "--Sample:Load=maybe")]
    [InlineData("Sample:Load is refused", "--Sample:Load=true", "--urls=http://0.0.0.0:5999")]
    [InlineData("PostgreSQL cannot be reached", "--Database:Provider=PostgreSql", "--Database:ConnectionString=Host=127.0.0.1;Port=1;Timeout=2")]
    public async Task A_broken_setting_is_one_line_and_exit_code_1(string message, params string[] arguments)
    {
        var run = await Run.Of(folder, arguments);

        run.Code.ShouldBe(1, run.Output + run.Error);
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain(message);
    }

    [Fact]
    public async Task A_damaged_database_is_left_as_it_is()
    {
        var file = Path.Combine(folder, "techmatch.db");
        await File.WriteAllTextAsync(file, new string('x', 5000));

        var run = await Run.Of(folder, $"--Data:Folder={folder}");

        run.Code.ShouldBe(1, run.Output + run.Error);
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain("damaged");
        (await File.ReadAllTextAsync(file)).ShouldBe(new string('x', 5000));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_as_it_is()
    {
        (await Run.Of(folder, "migrate", $"--Data:Folder={folder}")).Code.ShouldBe(0);
        var file = Path.Combine(folder, "techmatch.db");
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO listings_Migrations VALUES ('29990101000000_Future', '99.0.0'); PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }
        var before = await File.ReadAllBytesAsync(file);

        var run = await Run.Of(folder, $"--Data:Folder={folder}");

        run.Code.ShouldBe(1, run.Output + run.Error);
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain("newer version");
        (await File.ReadAllBytesAsync(file)).ShouldBe(before);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_named()
    {
        // A file where a folder should be: no right of any user makes it writable.
        var file = Path.Combine(folder, "not-a-folder");
        await File.WriteAllTextAsync(file, "");

        var run = await Run.Of(folder, $"--Data:Folder={Path.Combine(file, "data")}");

        run.Code.ShouldBe(1, run.Output + run.Error);
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain("cannot be written");
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var run = await Run.Of(folder, $"--Data:Folder={folder}", $"--urls=http://127.0.0.1:{port}", "--Sample:Load=false");

        run.Code.ShouldBe(1, run.Output + run.Error);
        run.ErrorLines.ShouldHaveSingleItem().ShouldContain($"{port}");
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);
}
