using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using HaiDang.Kernel;
using NodaTime;

namespace HaiDang.Platform.Operations.Backups;

/// <summary>Writes a backup file: every entry with its hash, the manifest last.</summary>
internal sealed class BackupArchive(Stream file, Instant made) : IDisposable
{
    private readonly ZipArchive zip = new(file, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<BackupEntry> entries = [];

    public IReadOnlyList<BackupEntry> Entries => entries;

    public async Task<BackupEntry> Add(string path, Stream content, CompressionLevel compression, CancellationToken stop)
    {
        var entry = zip.CreateEntry(path, compression);
        entry.LastWriteTime = made.ToDateTimeOffset();
        await using var target = entry.Open();
        var (size, hash) = await Copy(content, target, stop);
        entries.Add(new BackupEntry(path, size, hash));
        return entries[^1];
    }

    public async Task Add(BackupManifest manifest, CancellationToken stop)
    {
        var entry = zip.CreateEntry(BackupManifest.Path, CompressionLevel.Fastest);
        entry.LastWriteTime = made.ToDateTimeOffset();
        await using var target = entry.Open();
        await JsonSerializer.SerializeAsync(target, manifest, KernelJson.Options, stop);
    }

    public void Dispose() => zip.Dispose();

    /// <summary>Copies a stream and tells its length and SHA-256.</summary>
    internal static async Task<(long Size, string Sha256)> Copy(Stream from, Stream to, CancellationToken stop)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        long size = 0;
        for (int read; (read = await from.ReadAsync(buffer, stop)) > 0; size += read)
        {
            sha.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), stop);
        }
        return (size, Convert.ToHexStringLower(sha.GetHashAndReset()));
    }
}
