using System.Data.Common;
using Dapper;
using Microsoft.EntityFrameworkCore.Storage;

namespace HaiDang.Platform.Data;

/// <summary>One writing transaction. Leaving it without <see cref="Commit"/> changes nothing.</summary>
public sealed class CityTransaction(CityDb db, IDbContextTransaction transaction) : IAsyncDisposable
{
    private readonly DbTransaction inner = transaction.GetDbTransaction();
    private readonly List<Action> afterCommit = [];

    public DatabaseEngine Engine => db.Engine.Engine;
    public DbConnection Connection => inner.Connection!;
    public DbTransaction Inner => inner;

    public Task<int> Execute(string sql, object? args = null) => Connection.ExecuteAsync(sql, args, inner);

    public Task<T?> One<T>(string sql, object? args = null) => Connection.QueryFirstOrDefaultAsync<T>(sql, args, inner);

    public async Task<IReadOnlyList<T>> Many<T>(string sql, object? args = null) =>
        (await Connection.QueryAsync<T>(sql, args, inner)).AsList();

    /// <summary>The text of one engine or the other, where the two must differ.</summary>
    public string Pick(string sqlite, string postgres) => db.Engine.Pick(sqlite, postgres);

    /// <summary>Something to do once the change is safe, such as waking a reader.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    public async Task Commit(CancellationToken stop = default)
    {
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        foreach (var action in afterCommit) action();
    }

    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}
