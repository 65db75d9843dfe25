using Dapper;
using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Platform.Background;

/// <summary>Elects one runner per name among all nodes, through the database.</summary>
public sealed class Lease(IClock clock)
{
    private static readonly Duration Length = Duration.FromSeconds(30);
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Instant> held = new();
    private readonly string holder = $"{Environment.MachineName}:{Environment.ProcessId}:{Random.Shared.Next():x}";

    /// <summary>Takes or renews the lease; false when another node holds it.</summary>
    public async Task<bool> Take(CityDb db, string name, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (held.TryGetValue(name, out var until) && now < until - Length / 2) return true;
        await using var transaction = await db.Begin(stop);
        var rows = await transaction.Execute("""
            insert into platform_lease(name, holder, until) values (@name, @holder, @until)
            on conflict(name) do update set holder=excluded.holder, until=excluded.until
            where platform_lease.holder=@holder or platform_lease.until < @now
            """, new { name, holder, until = now + Length, now });
        await transaction.Commit(stop);
        if (rows == 1) held[name] = now + Length;
        return rows == 1;
    }
}
