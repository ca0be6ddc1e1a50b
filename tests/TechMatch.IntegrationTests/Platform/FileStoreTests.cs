using System.Text;
using Shouldly;
using TechMatch.IntegrationTests.Harness;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Files;

namespace TechMatch.IntegrationTests.Platform;

public abstract class FileStoreTests(Market market) : MarketTests(market)
{
    [Fact]
    public async Task A_stored_file_is_read_back_byte_for_byte_by_the_hash_of_its_content()
    {
        var bytes = Encoding.UTF8.GetBytes($"试验报告 {Guid.NewGuid()}");

        var hash = await Save(bytes);

        hash.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        (await Read(hash)).ShouldBe(bytes);
    }

    [Fact]
    public async Task The_same_content_is_stored_once()
    {
        var bytes = Encoding.UTF8.GetBytes($"twice {Guid.NewGuid()}");

        var (first, second) = (await Save(bytes), await Save(bytes));

        second.ShouldBe(first);
        System.IO.Directory.GetFiles(Path.Combine(Market.Folder, "files"), first, SearchOption.AllDirectories).Length.ShouldBe(1);
        System.IO.Directory.GetFiles(Path.Combine(Market.Folder, "files"), "*.part").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_damaged_file_is_refused_instead_of_being_served()
    {
        var hash = await Save(Encoding.UTF8.GetBytes($"damage me {Guid.NewGuid()}"));
        var path = System.IO.Directory.GetFiles(Path.Combine(Market.Folder, "files"), hash, SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(path, "!", TestContext.Current.CancellationToken);

        await Should.ThrowAsync<InvalidDataException>(() => Read(hash));
    }

    [Theory]
    [InlineData("../../../etc/passwd")]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ABCDEF0000000000000000000000000000000000000000000000000000000000")]
    public async Task What_is_not_the_hash_of_a_stored_file_is_not_found(string hash) =>
        await Should.ThrowAsync<NotFoundException>(() => Read(hash));

    private Task<string> Save(byte[] bytes) => Market.With((FileStore files) => files.Save(new MemoryStream(bytes), TestContext.Current.CancellationToken));

    private Task<byte[]> Read(string hash) => Market.With(async (FileStore files) =>
    {
        await using var stream = await files.Open(hash, TestContext.Current.CancellationToken);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, TestContext.Current.CancellationToken);
        return memory.ToArray();
    });
}

public sealed class FileStoreTestsOnSqlite(SqliteMarket market) : FileStoreTests(market);

public sealed class FileStoreTestsOnPostgreSql(PostgreSqlMarket market) : FileStoreTests(market);

public sealed class FileStoreTestsOnSqlServer(SqlServerMarket market) : FileStoreTests(market);
