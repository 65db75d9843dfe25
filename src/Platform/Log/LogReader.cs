using Dapper;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Platform.Log;

/// <summary>
/// Reads the log and keeps its position. It must be idempotent: a line can come again after a crash, and
/// the whole log comes again when it is rebuilt.
/// </summary>
public interface ILogReader
{
    string Name { get; }

    /// <summary>Whether people are written to from what it makes: what was only made up is then passed over.</summary>
    bool TellsPeople => false;

    /// <summary>The events that concern it; it never sees another.</summary>
    IReadOnlyList<Type> Reads { get; }

    /// <summary>Takes the next lines, in order, in the transaction in which the reader's position moves.</summary>
    Task Take(CityTransaction transaction, IReadOnlyList<LoggedEvent> lines, CancellationToken stop);

    /// <summary>Forgets what was made from the log, so that reading from zero makes it anew.</summary>
    Task Forget(CityTransaction transaction, CancellationToken stop);
}

/// <summary>Moves one reader forward, a batch at a time.</summary>
public sealed class LogFeed(EventLog log, IClock clock)
{
    private const int Batch = 200;

    /// <summary>Reads until the end of the log; the number of lines taken.</summary>
    public async Task<int> CatchUp(CityDb db, ILogReader reader, CancellationToken stop = default)
    {
        var taken = 0;
        while (true)
        {
            var connection = await db.Connection(stop);
            var position = await connection.QueryFirstOrDefaultAsync<long?>(
                "select position from platform_reader where name=@Name", new { reader.Name }) ?? 0;
            var next = await log.After(db, position, reader.Reads, Batch, stop);
            if (next.Position == position) return taken;
            await using var transaction = await db.Begin(stop);
            if (next.Lines.Count > 0) await reader.Take(transaction, next.Lines, stop);
            await Move(transaction, reader.Name, next.Position);
            await transaction.Commit(stop);
            taken += next.Lines.Count;
        }
    }

    public async Task Rebuild(CityDb db, ILogReader reader, CancellationToken stop = default)
    {
        await using (var transaction = await db.Begin(stop))
        {
            await reader.Forget(transaction, stop);
            await Move(transaction, reader.Name, 0);
            await transaction.Commit(stop);
        }
        await CatchUp(db, reader, stop);
    }

    private Task Move(CityTransaction transaction, string name, long position) => transaction.Execute("""
        insert into platform_reader(name, position, at) values (@name, @position, @at)
        on conflict(name) do update set position=excluded.position, at=excluded.at, trouble=null
        """, new { name, position, at = clock.GetCurrentInstant() });
}
