using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace HaiDang.Platform.Data;

/// <summary>Where one change is written: in a transaction of its own, or in one that it shares with others. Left without <see cref="Commit"/>, it changes nothing.</summary>
internal abstract class Place : IAsyncDisposable
{
    public abstract DbTransaction Transaction { get; }

    /// <summary>The change is safe on the disk when this returns.</summary>
    public abstract Task Commit(CancellationToken stop);

    public abstract ValueTask DisposeAsync();

    /// <param name="line">Those who name the same line would wait for one another anyway; null where nobody does. On SQLite everybody who writes stands in one.</param>
    public static async Task<Place> Take(Database database, string? line, CancellationToken stop)
    {
        if (database.Engine == DatabaseEngine.Sqlite) line = "";
        return line is null ? await OwnPlace.Take(database, stop)
            : await CommitLine.Of(database, line).Enter(stop) ?? await OwnPlace.Take(database, stop);
    }

    /// <summary>On SQLite the single writer's place is taken at once, so that a transaction never fails half-way because another began to write.</summary>
    internal static async Task<DbTransaction> Begin(DbConnection connection, CancellationToken stop) => connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(IsolationLevel.Serializable, deferred: false)
        : await connection.BeginTransactionAsync(stop);
}

/// <summary>A connection and a transaction of one's own.</summary>
internal sealed class OwnPlace : Place
{
    private readonly DbConnection connection;

    private OwnPlace(DbConnection connection, DbTransaction transaction) => (this.connection, Transaction) = (connection, transaction);

    public override DbTransaction Transaction { get; }

    public static async Task<Place> Take(Database database, CancellationToken stop)
    {
        var connection = await database.Open(stop);
        try
        {
            return new OwnPlace(connection, await Begin(connection, stop));
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public override Task Commit(CancellationToken stop) => Transaction.CommitAsync(stop);

    public override async ValueTask DisposeAsync()
    {
        await Transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
