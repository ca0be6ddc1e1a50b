using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechMatch.Shared.Domain;
using TechMatch.Shared.Persistence;

namespace TechMatch.Shared.Files;

/// <summary>What is known of a stored file besides its bytes.</summary>
internal sealed class StoredFile
{
    public const int HashLength = 64;

    public required string Hash { get; init; }

    public long Length { get; init; }

    public DateTimeOffset StoredAt { get; init; }
}

[PlatformOnly]
internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("Files");
        builder.HasKey(file => file.Hash);
        builder.Property(file => file.Hash).HasMaxLength(StoredFile.HashLength).IsUnicode(false);
    }
}

/// <summary>Where files are kept on this machine.</summary>
/// <param name="Root">The folder; made when missing.</param>
public sealed record FileFolder(string Root);

/// <summary>
/// Files by their content: the name of a file is the SHA-256 of its bytes, so that the same file is stored once, a stored
/// file never changes, and a damaged one is noticed when it is read.
/// </summary>
/// <param name="folder">Where.</param>
/// <param name="db">The platform's context.</param>
/// <param name="clock">The clock.</param>
public sealed class FileStore(FileFolder folder, PlatformDbContext db, TimeProvider clock)
{
    /// <summary>Stores a file; a crash leaves either the whole file or none.</summary>
    /// <param name="content">The bytes, from the stream's present position.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The file's SHA-256 in lower-case hexadecimal: what <see cref="Open"/> takes.</returns>
    public async Task<string> Save(Stream content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        Directory.CreateDirectory(folder.Root);
        var temporary = Path.Combine(folder.Root, $"{Guid.CreateVersion7(clock.GetUtcNow()):N}.part");
        try
        {
            long length;
            string hash;
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                await content.CopyToAsync(file, cancellationToken);
                file.Flush(flushToDisk: true);
                length = file.Length;
                file.Position = 0;
                hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
            }
            var path = PathOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(temporary, path, overwrite: true);
            if (!await db.Files.AnyAsync(row => row.Hash == hash, cancellationToken))
            {
                db.Files.Add(new StoredFile { Hash = hash, Length = length, StoredAt = clock.GetUtcNow() });
                await db.SaveChangesAsync(cancellationToken);
            }
            return hash;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Opens a stored file.</summary>
    /// <param name="hash">What <see cref="Save"/> returned.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="NotFoundException">No such file is stored.</exception>
    /// <exception cref="InvalidDataException">Its bytes are no longer those that were stored.</exception>
    public async Task<Stream> Open(string hash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hash);
        var known = hash.Length == StoredFile.HashLength && hash.All(char.IsAsciiHexDigitLower);
        if (!known || !File.Exists(PathOf(hash))) throw new NotFoundException("File", hash);
        var file = new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)) != hash)
        {
            await file.DisposeAsync();
            throw new InvalidDataException($"File {hash} is damaged.");
        }
        file.Position = 0;
        return file;
    }

    // Two levels of folders: a folder with a million files is slow on every file system.
    private string PathOf(string hash) => Path.Combine(folder.Root, hash[..2], hash[2..4], hash);
}
