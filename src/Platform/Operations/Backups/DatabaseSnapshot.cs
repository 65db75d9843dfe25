using System.IO.Compression;
using Dapper;
using HaiDang.Platform.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HaiDang.Platform.Operations.Backups;

/// <summary>Puts one consistent moment of a database into a backup while others go on writing.</summary>
internal static class DatabaseSnapshot
{
    /// <summary>SQLite writes a compact copy of itself from one read transaction; pages of erased rows are not in it.</summary>
    internal static async Task<IReadOnlyList<BackupTable>> OfSqlite(Database database, BackupArchive archive, string scratch, CancellationToken stop)
    {
        await using (var connection = await database.Open(stop))
            await connection.ExecuteAsync("vacuum into @scratch", new { scratch });
        await using (var copy = File.OpenRead(scratch))
            await archive.Add(BackupManifest.SqliteFile, copy, CompressionLevel.Fastest, stop);
        return [];
    }

    /// <summary>PostgreSQL copies every table inside one repeatable-read transaction.</summary>
    internal static async Task<IReadOnlyList<BackupTable>> OfPostgres(Database database, BackupArchive archive, CancellationToken stop)
    {
        await using var connection = (NpgsqlConnection)await database.Open(stop);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
        await connection.ExecuteAsync("set transaction read only", transaction: transaction);
        var tables = await PostgresTables.InOrder(connection);
        foreach (var table in tables)
        {
            using var reader = (NpgsqlCopyTextReader)await connection.BeginTextExportAsync(
                $"copy (select {PostgresTables.Columns(table)} from {PostgresTables.Quote(table.Name)}) to stdout", stop);
            await archive.Add(BackupManifest.PathOf(table), reader.BaseStream, CompressionLevel.Fastest, stop);
        }
        return tables;
    }

    /// <summary>An empty file that only its owner may read, for a database to fill.</summary>
    internal static void Reserve(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(path, options).Dispose();
    }

    internal static string PathOf(Database sqlite) => new SqliteConnectionStringBuilder(sqlite.ConnectionString).DataSource;
}
