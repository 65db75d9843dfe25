using System.Text;
using HaiDang.Contracts;
using Microsoft.Data.Sqlite;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace HaiDang.Platform.Data;

/// <summary>Writes very many rows: COPY on PostgreSQL, prepared inserts of many rows on SQLite. In the caller's transaction.</summary>
public static class BulkInsert
{
    /// <summary>SQLite takes 32,766 parameters in one statement; more than some thousand gain nothing.</summary>
    private const int ParametersAtOnce = 2_000;

    /// <param name="rows">Values in the order of <paramref name="columns"/>: text, numbers, truth values, bytes, instants, ids; null.</param>
    public static async Task Into(CityTransaction transaction, string table, IReadOnlyList<string> columns, IReadOnlyCollection<object?[]> rows, CancellationToken stop = default)
    {
        if (rows.Count == 0) return;
        if (transaction.Connection is NpgsqlConnection connection) await Copy(connection, table, columns, rows, stop);
        else Insert((SqliteConnection)transaction.Connection, (SqliteTransaction)transaction.Inner, table, columns, rows);
    }

    private static async Task Copy(NpgsqlConnection connection, string table, IReadOnlyList<string> columns, IReadOnlyCollection<object?[]> rows, CancellationToken stop)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {table}({string.Join(", ", columns)}) from stdin (format binary)", stop);
        copy.Timeout = TimeSpan.FromMinutes(30);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(stop);
            foreach (var value in row) await Write(copy, value, stop);
        }
        await copy.CompleteAsync(stop);
    }

    private static Task Write(NpgsqlBinaryImporter copy, object? value, CancellationToken stop) => value switch
    {
        null => copy.WriteNullAsync(stop),
        string text => copy.WriteAsync(text, NpgsqlDbType.Text, stop),
        long number => copy.WriteAsync(number, NpgsqlDbType.Bigint, stop),
        int number => copy.WriteAsync(number, NpgsqlDbType.Integer, stop),
        bool truth => copy.WriteAsync(truth, NpgsqlDbType.Boolean, stop),
        byte[] bytes => copy.WriteAsync(bytes, NpgsqlDbType.Bytea, stop),
        Guid id => copy.WriteAsync(id, NpgsqlDbType.Uuid, stop),
        Instant time => copy.WriteAsync(time.ToDateTimeUtc(), NpgsqlDbType.TimestampTz, stop),
        _ => copy.WriteAsync(Plain(value), NpgsqlDbType.Text, stop),
    };

    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, string table, IReadOnlyList<string> columns, IReadOnlyCollection<object?[]> rows)
    {
        var most = Math.Max(1, ParametersAtOnce / columns.Count);
        SqliteCommand? whole = null;
        try
        {
            foreach (var part in rows.Chunk(most))
            {
                var command = part.Length == most ? whole ??= Prepare(connection, transaction, table, columns, most) : Prepare(connection, transaction, table, columns, part.Length);
                var at = 0;
                foreach (var row in part)
                    foreach (var value in row) command.Parameters[at++].Value = ForSqlite(value);
                command.ExecuteNonQuery();
                if (command != whole) command.Dispose();
            }
        }
        finally
        {
            whole?.Dispose();
        }
    }

    private static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction, string table, IReadOnlyList<string> columns, int rows)
    {
        var sql = new StringBuilder($"insert into {table}({string.Join(", ", columns)}) values ");
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        for (var row = 0; row < rows; row++)
        {
            sql.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < columns.Count; column++)
            {
                var name = $"$p{command.Parameters.Count}";
                sql.Append(column == 0 ? name : $", {name}");
                command.Parameters.Add(new SqliteParameter(name, null));
            }
            sql.Append(')');
        }
        command.CommandText = sql.ToString();
        command.Prepare();
        return command;
    }

    private static object ForSqlite(object? value) => value switch
    {
        null => DBNull.Value,
        string or long or int or byte[] => value,
        bool truth => truth ? 1L : 0L,
        Guid id => id.ToString(),
        Instant time => Columns.Text.Format(time),
        _ => Plain(value),
    };

    private static string Plain(object value) => value switch
    {
        QueueKey queue => queue.ToString(),
        LocalDate date => NodaTime.Text.LocalDatePattern.Iso.Format(date),
        _ => throw new ArgumentException($"A bulk insert does not know {value.GetType().Name}.", nameof(value)),
    };
}
