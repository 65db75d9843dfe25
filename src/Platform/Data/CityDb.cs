using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace HaiDang.Platform.Data;

/// <summary>
/// One user's way to the one database of a city: reads on <see cref="Connection"/>, changes in a <see cref="CityTransaction"/>. It does
/// one thing at a time, so whoever works beside another has one of its own.
/// </summary>
public sealed class CityDb(Database database) : IDisposable, IAsyncDisposable
{
    private DbConnection? connection;

    public Database Engine => database;

    /// <summary>The transaction that is open here; null when there is none.</summary>
    public DbTransaction? Current { get; private set; }

    /// <summary>
    /// Begins a writing transaction. On SQLite it takes the single writer's place at once, so that a transaction never
    /// fails half-way because another began to write.
    /// </summary>
    public async Task<CityTransaction> Begin(CancellationToken stop = default)
    {
        var gate = await WriterGate.Enter(database, stop);
        try
        {
            var open = await Opened(stop);
            Current = open is SqliteConnection sqlite ? sqlite.BeginTransaction(IsolationLevel.Serializable, deferred: false) : await open.BeginTransactionAsync(stop);
            return new CityTransaction(database, Current, gate, () => Current = null);
        }
        catch
        {
            gate?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// The connection for reads outside a transaction. On PostgreSQL it is open only while a query or a transaction runs (Dapper opens and
    /// closes it): a request that kept its connections while it waits for one more would stop everybody once the pool is empty.
    /// </summary>
    public async Task<DbConnection> Connection(CancellationToken stop = default) =>
        database.Engine == DatabaseEngine.Postgres ? connection ??= database.Connection() : await Opened(stop);

    public void Dispose() => connection?.Dispose();

    public ValueTask DisposeAsync() => connection?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<DbConnection> Opened(CancellationToken stop)
    {
        connection ??= database.Connection();
        if (connection.State == ConnectionState.Open) return connection;
        await connection.OpenAsync(stop);
        await database.Prepare(connection, stop);
        return connection;
    }
}
