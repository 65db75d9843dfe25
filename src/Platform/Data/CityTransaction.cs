using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace HaiDang.Platform.Data;

/// <summary>One writing transaction. Leaving it without <see cref="Commit"/> changes nothing.</summary>
public sealed class CityTransaction : IAsyncDisposable
{
    private readonly CityDb db;
    private readonly IDbContextTransaction transaction;
    private readonly WriterGate? gate;
    private readonly DbTransaction inner;
    private readonly List<Action> afterCommit = [];
    private readonly List<(string Sql, object Args)> later = [];

    internal CityTransaction(CityDb db, IDbContextTransaction transaction, WriterGate? gate) =>
        (this.db, this.transaction, this.gate, inner) = (db, transaction, gate, transaction.GetDbTransaction());

    public DatabaseEngine Engine => db.Engine.Engine;
    public DbConnection Connection => inner.Connection!;
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

    /// <summary>
    /// One write whose answer is not needed now. It is sent together with others like it, in order, before whatever is asked
    /// next or at the commit: on PostgreSQL in one round trip.
    /// </summary>
    /// <param name="args">Its properties are the values; each is text, a number, a truth value, bytes, an instant, a date, an id or a queue key.</param>
    public void Later(string sql, object args) => later.Add((sql, args));

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

    /// <summary>The text of one engine or the other, where the two must differ.</summary>
    public string Pick(string sqlite, string postgres) => db.Engine.Pick(sqlite, postgres);

    /// <summary>Something to do once the change is safe, such as waking a reader.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    public async Task Commit(CancellationToken stop = default)
    {
        await Flush();
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        gate?.Dispose();
        foreach (var action in afterCommit) action();
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        gate?.Dispose();
    }
}
