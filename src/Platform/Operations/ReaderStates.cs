using Dapper;
using HaiDang.Platform.Background;
using HaiDang.Platform.Data;
using HaiDang.Platform.Log;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDang.Platform.Operations;

/// <param name="Lag">Lines of the log that it has not read yet.</param>
/// <param name="Behind">How old the oldest of them is; null when there is none.</param>
/// <param name="MovedAt">When it last moved; null when it never did.</param>
public sealed record ReaderState(string Name, long Position, long Lag, Duration? Behind, Instant? MovedAt);

/// <summary>Where the readers of the log stand.</summary>
public sealed class ReaderStates(Database database, IServiceScopeFactory scopes, LogFeed feed, Lease lease, IClock clock)
{
    /// <summary>How long a stopped node may still hold a reader.</summary>
    private static readonly TimeSpan LeaseEnds = TimeSpan.FromSeconds(35);

    public async Task<IReadOnlyList<ReaderState>> All(CancellationToken stop = default)
    {
        using var scope = scopes.CreateScope();
        var states = new List<ReaderState>();
        await using var connection = await database.Open(stop);
        foreach (var name in scope.ServiceProvider.GetServices<ILogReader>().Select(r => r.Name).Order(StringComparer.Ordinal))
        {
            var (position, at) = await connection.QueryFirstOrDefaultAsync<(long, Instant?)>(
                "select position, at from platform_reader where name=@name", new { name });
            var lag = await connection.ExecuteScalarAsync<long>("select count(*) from platform_event where position > @position", new { position });
            Duration? behind = lag == 0 ? null : clock.GetCurrentInstant() - await connection.QueryFirstAsync<Instant>(
                "select at from platform_event where position > @position order by position limit 1", new { position });
            states.Add(new ReaderState(name, position, lag, behind, at));
        }
        return states;
    }

    /// <summary>
    /// Rebuilds a reader from zero. It must be known, and free: a node that runs it would go on from its old position.
    /// </summary>
    public async Task<(bool Known, bool Free)> Rebuild(string name, CancellationToken stop = default)
    {
        using var scope = scopes.CreateScope();
        if (scope.ServiceProvider.GetServices<ILogReader>().FirstOrDefault(r => r.Name == name) is not { } reader) return (false, false);
        var db = scope.ServiceProvider.GetRequiredService<CityDb>();
        for (var waited = TimeSpan.Zero; !await lease.Take(db, name, stop); waited += TimeSpan.FromSeconds(1))
        {
            if (waited > LeaseEnds) return (true, false);
            await Task.Delay(TimeSpan.FromSeconds(1), stop);
        }
        await feed.Rebuild(db, reader, stop);
        return (true, true);
    }
}
