using Dapper;
using HaiDang.Platform.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HaiDang.Platform.Operations.Backups;

/// <summary>Fills an empty database from a backup.</summary>
internal static class DatabaseFilling
{
    internal static async Task<bool> IsEmpty(Database database, CancellationToken stop)
    {
        if (database.Engine == DatabaseEngine.Sqlite) return !File.Exists(DatabaseSnapshot.PathOf(database));
        await using var connection = await database.Open(stop);
        return await connection.ExecuteScalarAsync<long>("select count(*) from pg_class where relnamespace = current_schema()::regnamespace") == 0;
    }

    internal static async Task Sqlite(Database database, BackupFile backup, CancellationToken stop)
    {
        var final = DatabaseSnapshot.PathOf(database);
        var partial = final + ".partial";
        DatabaseSnapshot.Reserve(partial);
        await using (var content = backup.Content(BackupManifest.SqliteFile))
        await using (var target = new FileStream(partial, FileMode.Open, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
        {
            await content.CopyToAsync(target, stop);
            target.Flush(flushToDisk: true);
        }
        File.Move(partial, final);
    }

    /// <summary>All tables in one transaction; rows that schema files put in give way to those of the backup.</summary>
    internal static async Task Postgres(Database database, BackupFile backup, CancellationToken stop)
    {
        await using var connection = (NpgsqlConnection)await database.Open(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var tables = backup.Manifest.Tables;
        await connection.ExecuteAsync($"truncate {string.Join(", ", tables.Select(t => PostgresTables.Quote(t.Name)))}", transaction: transaction);
        foreach (var table in tables)
        {
            await using var content = backup.Content(BackupManifest.PathOf(table));
            await using var writer = (NpgsqlCopyTextWriter)await connection.BeginTextImportAsync(
                $"copy {PostgresTables.Quote(table.Name)} ({PostgresTables.Columns(table)}) from stdin", stop);
            await content.CopyToAsync(writer.BaseStream, stop);
        }
        await PostgresTables.GoOnCounting(connection, transaction);
        await transaction.CommitAsync(stop);
    }

    /// <summary>Removes what a failed restore left in a database that was empty before.</summary>
    internal static async Task Clear(Database database)
    {
        if (database.Engine == DatabaseEngine.Sqlite)
        {
            SqliteConnection.ClearAllPools();
            foreach (var ending in (string[])["", "-wal", "-shm", ".partial"]) File.Delete(DatabaseSnapshot.PathOf(database) + ending);
            return;
        }
        await using var connection = await database.Open();
        foreach (var table in (await connection.QueryAsync<string>(
                     "select relname from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')")).AsList())
            await connection.ExecuteAsync($"drop table if exists {PostgresTables.Quote(table)} cascade");
    }
}
