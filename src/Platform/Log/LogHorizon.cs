using System.Data.Common;
using Dapper;
using HaiDang.Platform.Data;

namespace HaiDang.Platform.Log;

/// <summary>
/// How far the log may be read: to a position up to which nothing can be added any more. On PostgreSQL a position is given
/// out before its transaction commits, and neither positions nor numbers of transactions follow the order of commits. So the
/// last position given out is noted, then a transaction's number is taken; once every transaction up to that number has
/// ended, all positions up to the noted one are final, because whoever was given one had a number before.
/// </summary>
internal sealed class LogHorizon
{
    private readonly Lock gate = new();
    private long final;
    private (long Position, long Number)? fence;

    /// <summary>The last position that is final. <paramref name="connection"/> must not be inside a transaction.</summary>
    public async Task<long> Find(Database database, DbConnection connection)
    {
        // One writer at a time: positions are commits.
        if (database.Engine == DatabaseEngine.Sqlite) return await connection.QuerySingleAsync<long>("select coalesce(max(position), 0) from platform_event");
        var (oldest, last) = await connection.QuerySingleAsync<(long, long)>("""
            select pg_snapshot_xmin(pg_current_snapshot())::text::bigint, case when is_called then last_value else 0 end
            from platform_event_position_seq
            """);
        lock (gate)
        {
            Pass(oldest);
            if (last <= final || fence is not null) return final;
        }
        var number = await connection.QuerySingleAsync<long>("select pg_current_xact_id()::text::bigint");
        oldest = await connection.QuerySingleAsync<long>("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
        lock (gate)
        {
            fence ??= (last, number);
            Pass(oldest);
            return final;
        }
    }

    private void Pass(long oldestRunning)
    {
        if (fence is not { } reached || oldestRunning <= reached.Number) return;
        final = Math.Max(final, reached.Position);
        fence = null;
    }
}
