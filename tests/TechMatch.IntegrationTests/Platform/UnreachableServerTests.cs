using System.Diagnostics;
using Shouldly;
using TechMatch.IntegrationTests.Verbs;
using TechMatch.Migrations.SqlServer;
using TechMatch.Shared.Persistence;

namespace TechMatch.IntegrationTests.Platform;

/// <summary>What a person is told whose SQL Server is not to be had; no server is needed for that.</summary>
public sealed class UnreachableServerTests : IDisposable
{
    private const string Nowhere = "Server=127.0.0.1,1;Database=TechMatch;User Id=sa;Password=x;Connect Timeout=5";

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("techmatch-server-").FullName;

    [Theory]
    [InlineData("migrate")]
    [InlineData("check")]
    [InlineData("")]
    public async Task A_server_that_does_not_answer_is_one_line_and_not_a_minute_of_tries(string verb)
    {
        var watch = Stopwatch.StartNew();

        var run = await Run.Of(folder, [.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--Database:Provider=SqlServer", $"--Database:ConnectionString={Nowhere}", $"--Data:Folder={folder}"]);

        run.Code.ShouldBe(1, run.Output + run.Error);
        (run.Output + run.Error).ShouldContain("SQL Server cannot be reached");
        run.Error.ShouldNotContain("   at ");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(45));
    }

    [Fact]
    public async Task A_connection_string_without_a_database_is_refused()
    {
        var failure = await Should.ThrowAsync<DatabaseUnusableException>(() => new SqlServerProduct().Reach("Server=127.0.0.1,1;User Id=sa;Password=x", TestContext.Current.CancellationToken));

        failure.Message.ShouldContain("names no database");
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);
}
