using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using HaiDang.Contracts;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using NpgsqlTypes;

namespace HaiDang.Platform.Data;

/// <summary>
/// A statement whose names were turned into numbers once (<c>@Stream</c> → <c>$1</c>), with how its values are read from the object
/// that brings them. Every value has its type even where it is null, so that the server keeps one plan for it.
/// </summary>
internal sealed partial class Statement
{
    private static readonly ConcurrentDictionary<(string Sql, Type Args), Statement> Known = new();
    private static readonly ConditionalWeakTable<SqliteConnection, ConcurrentDictionary<Statement, SqliteCommand>> Prepared = [];
    private readonly string sql;
    private readonly (Func<object, object?> Read, NpgsqlDbType Type)[] values;

    private Statement(string sql, (Func<object, object?>, NpgsqlDbType)[] values) => (this.sql, this.values) = (sql, values);

    public static Statement Of(string sql, Type args) => Known.GetOrAdd((sql, args), static key => Make(key.Sql, key.Args));

    public NpgsqlBatchCommand ForPostgres(object args)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var (read, type) in values) command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = Postgres(read(args)) });
        return command;
    }

    public int RunOnSqlite(SqliteConnection connection, DbTransaction transaction, object args)
    {
        var command = Prepared.GetOrCreateValue(connection).GetOrAdd(this, statement => statement.ForSqlite(connection));
        command.Transaction = (SqliteTransaction)transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = Sqlite(values[i].Read(args));
        return command.ExecuteNonQuery();
    }

    private SqliteCommand ForSqlite(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.Add(new SqliteParameter($"${i + 1}", DBNull.Value));
        return command;
    }

    private static Statement Make(string sql, Type args)
    {
        var names = new List<string>();
        var numbered = Name().Replace(sql, found =>
        {
            var name = found.Groups[1].Value;
            if (!names.Contains(name)) names.Add(name);
            return $"${names.IndexOf(name) + 1}";
        });
        return new Statement(numbered, [.. names.Select(name => Reader(args, name))]);
    }

    private static (Func<object, object?>, NpgsqlDbType) Reader(Type args, string name)
    {
        var property = args.GetProperty(name, BindingFlags.Public | BindingFlags.Instance) ?? throw new InvalidOperationException($"{args} brings no value for @{name}.");
        var from = Expression.Parameter(typeof(object));
        var read = Expression.Lambda<Func<object, object?>>(Expression.Convert(Expression.Property(Expression.Convert(from, args), property), typeof(object)), from).Compile();
        return (read, TypeOf(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
    }

    private static NpgsqlDbType TypeOf(Type type) =>
        type == typeof(Guid) ? NpgsqlDbType.Uuid
        : type == typeof(Instant) ? NpgsqlDbType.TimestampTz
        : type == typeof(long) ? NpgsqlDbType.Bigint
        : type == typeof(int) ? NpgsqlDbType.Integer
        : type == typeof(bool) ? NpgsqlDbType.Boolean
        : type == typeof(byte[]) ? NpgsqlDbType.Bytea
        : type == typeof(string) || type == typeof(QueueKey) || type == typeof(LocalDate) ? NpgsqlDbType.Text
        : type == typeof(long[]) ? NpgsqlDbType.Array | NpgsqlDbType.Bigint
        : type == typeof(string[]) ? NpgsqlDbType.Array | NpgsqlDbType.Text
        : throw new InvalidOperationException($"A statement does not know values of {type.Name}.");

    private static object Postgres(object? value) => value switch
    {
        null => DBNull.Value,
        Instant time => time.ToDateTimeUtc(),
        QueueKey queue => queue.ToString(),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        _ => value,
    };

    private static object Sqlite(object? value) => value switch
    {
        null => DBNull.Value,
        Instant time => Columns.Text.Format(time),
        Guid id => id.ToString(),
        QueueKey queue => queue.ToString(),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        _ => value,
    };

    [GeneratedRegex(@"(?<!@)@([A-Za-z_]\w*)")]
    private static partial Regex Name();
}
