using System.Data.Common;
using Npgsql;

namespace HaiDang.Platform.Data;

/// <summary>
/// One user's way to the one database of a city: reads on <see cref="Connection"/>, changes in a <see cref="CityTransaction"/>. It does
/// one thing at a time, so whoever works beside another has one of its own.
/// </summary>
public sealed class CityDb(Database database) : IDisposable, IAsyncDisposable
{
    private DbConnection? reading;

    public Database Engine => database;

    /// <summary>The transaction that is open here; null when there is none.</summary>
    public DbTransaction? Current { get; private set; }

    /// <summary>Begins a writing transaction.</summary>
    /// <param name="line">
    /// Names what it will wait for that others of the same name wait for too, such as the next number of a series: they then share a
    /// commit instead of waiting for each other's. It must take no other lock that somebody of another line may hold before it.
    /// </param>
    public async Task<CityTransaction> Begin(CancellationToken stop = default, string? line = null)
    {
        var place = await Place.Take(database, line, stop);
        Current = place.Transaction;
        return new CityTransaction(database, place, () => Current = null);
    }

    /// <summary>
    /// The connection for reads: that of the open transaction, else one of its own. On PostgreSQL that is open only while a query runs (Dapper
    /// opens and closes it): a request that kept its connections while it waits for one more would stop everybody once the pool is empty.
    /// </summary>
    public async Task<DbConnection> Connection(CancellationToken stop = default)
    {
        if (Current?.Connection is { } writing) return writing;
        if (database.Engine == DatabaseEngine.Postgres) return reading ??= database.Connection();
        return reading ??= await database.Open(stop);
    }

    /// <summary>Whether the database found several waiting for each other and gave this one up: nothing of it was written, and it may be tried again.</summary>
    public static bool WasGivenUpInARing(Exception error) => error is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected };

    public void Dispose() => reading?.Dispose();

    public ValueTask DisposeAsync() => reading?.DisposeAsync() ?? ValueTask.CompletedTask;
}
