using System.IO.Compression;
using HaiDang.Kernel;
using HaiDang.Platform.Blobs;
using HaiDang.Platform.Data;

namespace HaiDang.Platform.Operations.Backups;

/// <summary>
/// Takes a backup back, only into an empty data folder and an empty database. Every entry is checked before anything is
/// written; what fails half-way is cleared away again.
/// </summary>
public sealed class RestoreCity(CityStart start, Database database, Migrations migrations, IBlobStore blobs)
{
    public async Task<Outcome<BackupManifest>> Run(string file, CancellationToken stop = default)
    {
        using var opened = BackupFile.Open(file);
        if (opened is null) return BackupProblems.NotABackup.Now(file);
        var manifest = opened.Manifest;
        if (Refusal(manifest) is { } refusal) return refusal;
        if (await opened.FirstAltered(stop) is { } altered) return BackupProblems.Altered.Now(altered);
        if (Directory.Exists(start.Data) && Directory.EnumerateFileSystemEntries(start.Data).Any()) return BackupProblems.DataIsThere.Now(start.Data);
        if (!await DatabaseFilling.IsEmpty(database, stop)) return BackupProblems.DatabaseIsThere.Now();

        try
        {
            Directory.CreateDirectory(start.Data);
            foreach (var blob in opened.Blobs)
            {
                await using var content = blob.Open();
                await blobs.Put(content, stop);
            }
            if (database.Engine == DatabaseEngine.Sqlite) await DatabaseFilling.Sqlite(database, opened, stop);
            else
            {
                await migrations.Apply(stop, f => manifest.Schema.Any(m => m.Module == f.Module && m.Number == f.Number));
                await DatabaseFilling.Postgres(database, opened, stop);
            }
            await migrations.Apply(stop);
            return manifest;
        }
        catch
        {
            await DatabaseFilling.Clear(database);
            foreach (var folder in Directory.EnumerateDirectories(start.Data)) Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    private Problem? Refusal(BackupManifest manifest)
    {
        if (manifest.City != start.City.Slug) return BackupProblems.OtherCity.Now(manifest.City, start.City.Slug);
        if (manifest.Engine != database.Engine) return BackupProblems.OtherEngine.Now(manifest.Engine, database.Engine);
        var known = migrations.Files.ToHashSet();
        return manifest.Schema.FirstOrDefault(f => !known.Contains(f)) is { } newer ? BackupProblems.NewerSchema.Now(newer) : null;
    }
}
