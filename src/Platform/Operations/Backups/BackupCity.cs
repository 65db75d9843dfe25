using System.IO.Compression;
using HaiDang.Kernel;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Platform.Operations.Backups;

/// <param name="Damaged">Files whose content is no longer what their name says; they are in the backup as they are.</param>
public sealed record BackupReport(string File, long Size, int Files, IReadOnlyList<string> Damaged);

/// <summary>
/// Writes one file with everything that the city keeps, while it runs. The database comes first and then the files: a file
/// is on the disk before the change that names it is committed, so the backup has every file that its database names.
/// </summary>
public sealed class BackupCity(CityStart start, Database database, Migrations migrations, IBlobStore blobs, BackupNotes notes, IClock clock)
{
    public async Task<Outcome<BackupReport>> Run(string file, CancellationToken stop = default)
    {
        var final = Path.GetFullPath(file);
        if (File.Exists(final)) return BackupProblems.FileIsThere.Now(file);
        if (Path.GetDirectoryName(final) is not { } folder || !Directory.Exists(folder)) return BackupProblems.NoFolder.Now(file);
        var (partial, scratch) = ($"{final}.partial", $"{final}.database");
        try
        {
            File.Delete(partial);
            File.Delete(scratch);
            DatabaseSnapshot.Reserve(partial);
            DatabaseSnapshot.Reserve(scratch);
            var (files, damaged) = await Write(partial, scratch, stop);
            File.Move(partial, final);
            await notes.Made(Path.GetFileName(final), new FileInfo(final).Length, clock.GetCurrentInstant(), stop);
            return new BackupReport(final, new FileInfo(final).Length, files, damaged);
        }
        finally
        {
            File.Delete(partial);
            File.Delete(scratch);
        }
    }

    private async Task<(int Files, IReadOnlyList<string> Damaged)> Write(string partial, string scratch, CancellationToken stop)
    {
        await using var file = new FileStream(partial, FileMode.Open, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        var made = clock.GetCurrentInstant();
        var schema = await migrations.Applied(stop);
        int files;
        var damaged = new List<string>();
        using (var archive = new BackupArchive(file, made))
        {
            var tables = database.Engine == DatabaseEngine.Sqlite
                ? await DatabaseSnapshot.OfSqlite(database, archive, scratch, stop)
                : await DatabaseSnapshot.OfPostgres(database, archive, stop);
            var names = blobs.All().Order(StringComparer.Ordinal).ToList();
            files = names.Count;
            foreach (var name in names)
            {
                await using var content = blobs.Open(name);
                if (content is null) continue;
                var entry = await archive.Add(BackupManifest.PathOf(name), content, CompressionLevel.NoCompression, stop);
                if (entry.Sha256 != name) damaged.Add(name);
            }
            await archive.Add(new BackupManifest(BackupManifest.Current, start.City.Slug, database.Engine, made, schema, tables, archive.Entries), stop);
        }
        file.Flush(flushToDisk: true);
        return (files, damaged);
    }
}
