using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HaiDang.Platform.Data;

/// <summary>Takes writes whose answers are not needed now.</summary>
public interface IWrites
{
    /// <summary>One write, sent together with others like it, in order.</summary>
    /// <param name="sql">It may differ between the engines: <see cref="Pick"/>.</param>
    /// <param name="args">Its properties are the values; each is text, a number, a truth value, bytes, an instant, a date, an id or a queue key.</param>
    void Later(string sql, object args);

    /// <summary>The text of one engine or the other, where the two must differ.</summary>
    string Pick(string sqlite, string postgres);
}

/// <summary>Writes made ready before the transaction begins, so that nobody waits for them to be thought out.</summary>
public sealed class ReadyWrites(Database database) : IWrites
{
    private readonly List<(string Sql, object Args)> writes = [];

    public void Later(string sql, object args) => writes.Add((sql, args));

    public string Pick(string sqlite, string postgres) => database.Pick(sqlite, postgres);

    internal IReadOnlyList<(string Sql, object Args)> All => writes;
}

/// <summary>One writing transaction. Leaving it without <see cref="Commit"/> changes nothing.</summary>
public sealed class CityTransaction : IWrites, IAsyncDisposable
{
    private readonly Database database;
    private readonly DbTransaction inner;
    private readonly DbConnection connection;
    private readonly Place place;
    private readonly Action ended;
    private readonly List<Action> afterCommit = [];
    private readonly List<(string Sql, object Args)> later = [];

    internal CityTransaction(Database database, Place place, Action ended) =>
        (this.database, this.place, inner, connection, this.ended) = (database, place, place.Transaction, place.Transaction.Connection!, ended);

    public DatabaseEngine Engine => database.Engine;
    public DbConnection Connection => connection;
    public DbTransaction Inner => inner;

    public async Task<int> Execute(string sql, object? args = null)
    {
        await Flush();
        return await Connection.ExecuteAsync(sql, args, inner);
    }

    public async Task<T?> One<T>(string sql, object? args = null)
    {
        await Flush();
        return await Connection.QueryFirstOrDefaultAsync<T>(sql, args, inner);
    }

    public async Task<IReadOnlyList<T>> Many<T>(string sql, object? args = null)
    {
        await Flush();
        return (await Connection.QueryAsync<T>(sql, args, inner)).AsList();
    }

    /// <summary>Sent before whatever is asked next or at the commit: on PostgreSQL in one round trip.</summary>
    public void Later(string sql, object args) => later.Add((sql, args));

    public void Later(ReadyWrites ready) => later.AddRange(ready.All);

    /// <summary>Sends what was left for later; how many rows each write changed, in order.</summary>
    public async Task<IReadOnlyList<int>> Flush()
    {
        if (later.Count == 0) return [];
        var writes = later.ToArray();
        later.Clear();
        if (Connection is SqliteConnection sqlite) return [.. writes.Select(w => Statement.Of(w.Sql, w.Args.GetType()).RunOnSqlite(sqlite, inner, w.Args))];
        await using var batch = new NpgsqlBatch((NpgsqlConnection)Connection, (NpgsqlTransaction)inner);
        foreach (var (sql, args) in writes) batch.BatchCommands.Add(Statement.Of(sql, args.GetType()).ForPostgres(args));
        await batch.ExecuteNonQueryAsync();
        return [.. Enumerable.Range(0, writes.Length).Select(i => batch.BatchCommands[i].RecordsAffected)];
    }

    public string Pick(string sqlite, string postgres) => database.Pick(sqlite, postgres);

    /// <summary>Something to do once the change is safe, such as waking a reader.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    public async Task Commit(CancellationToken stop = default)
    {
        await Flush();
        ended();
        await place.Commit(stop);
        foreach (var action in afterCommit) action();
    }

    public async ValueTask DisposeAsync()
    {
        ended();
        await place.DisposeAsync();
    }
}
