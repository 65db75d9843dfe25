using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using HaiDang.Kernel;

namespace HaiDang.Platform.Operations.Backups;

/// <summary>A backup file opened for reading.</summary>
internal sealed partial class BackupFile : IDisposable
{
    private readonly ZipArchive zip;
    private readonly Dictionary<string, ZipArchiveEntry> byPath;

    private BackupFile(ZipArchive zip, BackupManifest manifest) =>
        (this.zip, Manifest, byPath) = (zip, manifest, zip.Entries.DistinctBy(e => e.FullName).ToDictionary(e => e.FullName));

    public BackupManifest Manifest { get; }

    public IEnumerable<ZipArchiveEntry> Blobs => Manifest.Entries.Where(e => Blob().IsMatch(e.Path)).Select(e => byPath[e.Path]);

    public Stream Content(string path) => byPath[path].Open();

    /// <summary>Null when it is no backup, or its manifest does not list exactly what is in it.</summary>
    public static BackupFile? Open(string path)
    {
        ZipArchive? zip = null;
        try
        {
            zip = ZipFile.OpenRead(path);
            var manifest = Read(zip);
            if (manifest is { Format: BackupManifest.Current, Entries: not null, Tables: not null, Schema: not null } && Lists(manifest, zip)) return new BackupFile(zip, manifest);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or JsonException or UnauthorizedAccessException)
        {
            // No backup of ours, whatever else it is.
        }
        zip?.Dispose();
        return null;
    }

    /// <summary>The first entry whose content is not what the manifest says, or null when all are.</summary>
    public async Task<string?> FirstAltered(CancellationToken stop)
    {
        foreach (var entry in Manifest.Entries)
        {
            try
            {
                await using var content = Content(entry.Path);
                if (await BackupArchive.Copy(content, Stream.Null, stop) != (entry.Size, entry.Sha256)) return entry.Path;
            }
            catch (InvalidDataException)
            {
                return entry.Path;
            }
        }
        return null;
    }

    public void Dispose() => zip.Dispose();

    private static BackupManifest? Read(ZipArchive zip)
    {
        using var stream = zip.GetEntry(BackupManifest.Path)?.Open();
        return stream is null ? null : JsonSerializer.Deserialize<BackupManifest>(stream, KernelJson.Options);
    }

    private static bool Lists(BackupManifest manifest, ZipArchive zip) =>
        manifest.Entries.Select(e => e.Path).Append(BackupManifest.Path).Order(StringComparer.Ordinal)
            .SequenceEqual(zip.Entries.Select(e => e.FullName).Distinct().Order(StringComparer.Ordinal))
        && (manifest.Engine == Data.DatabaseEngine.Postgres ? manifest.Tables.Select(BackupManifest.PathOf) : [BackupManifest.SqliteFile])
            .All(p => manifest.Entries.Any(e => e.Path == p));

    [GeneratedRegex("^files/[0-9a-f]{2}/[0-9a-f]{64}$")]
    private static partial Regex Blob();
}
