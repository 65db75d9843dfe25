using System.Data.Common;
using Dapper;

namespace HaiDang.Platform.Operations.Backups;

/// <summary>The tables of a PostgreSQL database as a backup sees them.</summary>
internal static class PostgresTables
{
    /// <summary>
    /// All tables with the columns that are copied, each after those that it refers to. Columns that the database computes
    /// are left out, and so are those that hold a transaction's number: it means nothing on another server.
    /// </summary>
    internal static async Task<IReadOnlyList<BackupTable>> InOrder(DbConnection connection)
    {
        var columns = await connection.QueryAsync<(string Table, string Column)>("""
            select c.relname, a.attname
            from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and t.typname <> 'xid8'
            order by c.relname, a.attnum
            """);
        var refersTo = (await connection.QueryAsync<(string Table, string Other)>("""
            select c.relname, o.relname
            from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class o on o.oid = f.confrelid
            where f.contype = 'f' and f.connamespace = current_schema()::regnamespace and f.conrelid <> f.confrelid
            """)).ToLookup(f => f.Table, f => f.Other);
        var waiting = columns.GroupBy(c => c.Table).Select(t => new BackupTable(t.Key, [.. t.Select(c => c.Column)])).ToList();
        var ordered = new List<BackupTable>();
        while (waiting.Count > 0)
        {
            var next = waiting.FindIndex(t => refersTo[t.Name].All(other => ordered.Exists(o => o.Name == other)));
            if (next < 0) throw new InvalidOperationException($"The tables {string.Join(", ", waiting.Select(t => t.Name))} refer to one another in a circle.");
            ordered.Add(waiting[next]);
            waiting.RemoveAt(next);
        }
        return ordered;
    }

    /// <summary>Lets every identity column go on after the highest value that its table holds.</summary>
    internal static async Task GoOnCounting(DbConnection connection, DbTransaction transaction)
    {
        var identities = await connection.QueryAsync<(string Table, string Column)>("""
            select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attidentity <> ''
            """, transaction: transaction);
        foreach (var (table, column) in identities)
            await connection.ExecuteAsync($"""
                select setval(pg_get_serial_sequence(@name, @column), coalesce(max({Quote(column)}), 1), max({Quote(column)}) is not null) from {Quote(table)}
                """, new { name = Quote(table), column }, transaction);
    }

    internal static string Columns(BackupTable table) => string.Join(", ", table.Columns.Select(Quote));

    internal static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
