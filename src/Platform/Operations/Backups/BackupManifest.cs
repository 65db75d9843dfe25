using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Platform.Operations.Backups;

/// <summary>What a backup file holds. It is the last entry written and the first one read.</summary>
/// <param name="Format">The shape of the file: <see cref="Current"/>.</param>
/// <param name="City">Slug of the city.</param>
/// <param name="Made">When the snapshot of the database was taken.</param>
/// <param name="Schema">The schema files that had been applied, in order.</param>
/// <param name="Tables">PostgreSQL: tables in the order in which they can be filled.</param>
public sealed record BackupManifest(
    int Format, string City, DatabaseEngine Engine, Instant Made, IReadOnlyList<SchemaFile> Schema,
    IReadOnlyList<BackupTable> Tables, IReadOnlyList<BackupEntry> Entries)
{
    public const int Current = 1;
    public const string Path = "manifest.json";
    public const string SqliteFile = "database/city.db";

    public static string PathOf(BackupTable table) => $"database/{table.Name}.copy";

    public static string PathOf(string blob) => $"files/{blob[..2]}/{blob}";
}

/// <param name="Sha256">SHA-256 of the content, hexadecimal.</param>
public sealed record BackupEntry(string Path, long Size, string Sha256);

/// <summary>A table as it was copied: its rows in PostgreSQL's text format, these columns in this order.</summary>
public sealed record BackupTable(string Name, IReadOnlyList<string> Columns);
