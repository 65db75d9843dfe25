using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HaiDang.Platform.Data;

public enum DatabaseEngine
{
    Sqlite,
    Postgres,
}

/// <summary>Which database, and where. SQLite unless the connection string names a host.</summary>
public sealed record Database(DatabaseEngine Engine, string ConnectionString)
{
    public static Database AtFile(string path) => new(DatabaseEngine.Sqlite, new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Pooling = true,
        ForeignKeys = true,
        DefaultTimeout = 30,
    }.ToString());

    // Nothing is left on a connection that the next user could see, so it need not be reset between two queries.
    public static Database AtServer(string connectionString) => new(DatabaseEngine.Postgres,
        new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, NoResetOnClose = true }.ToString());

    public DbConnection Connection() => Engine == DatabaseEngine.Sqlite
        ? new SqliteConnection(ConnectionString)
        : new NpgsqlConnection(ConnectionString);

    /// <summary>An open connection with this engine's settings: WAL and a full flush at commit on SQLite.</summary>
    public async Task<DbConnection> Open(CancellationToken stop = default)
    {
        var connection = Connection();
        await connection.OpenAsync(stop);
        await Prepare(connection, stop);
        return connection;
    }

    internal async Task Prepare(DbConnection connection, CancellationToken stop)
    {
        // Connections are kept and given out again: each is prepared once.
        if (connection is not SqliteConnection { Handle: { } handle } || Prepared.TryGetValue(handle, out _)) return;
        await using var command = connection.CreateCommand();
        command.CommandText = SqliteSettings;
        await command.ExecuteNonQueryAsync(stop);
        Prepared.AddOrUpdate(handle, handle);
    }

    private static readonly ConditionalWeakTable<object, object> Prepared = [];

    private const string SqliteSettings =
        "pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma busy_timeout=30000; pragma temp_store=memory;";

    /// <summary>The text of one engine or the other, where the two must differ.</summary>
    public string Pick(string sqlite, string postgres) => Engine == DatabaseEngine.Sqlite ? sqlite : postgres;
}
