using HaiDang.Platform.Data;
using NodaTime;

namespace HaiDang.Platform.Log;

/// <summary>
/// Keeps quiet about what is loaded in bulk: readers from which people are written to, and that have nothing left to read, go
/// on behind what was loaded.
/// </summary>
public sealed class QuietReaders(IEnumerable<ILogReader> readers, IClock clock)
{
    /// <summary>Names of the readers that write to people and stand at the end of the log, before the load.</summary>
    public async Task<IReadOnlyList<string>> AtTheEnd(CityDb db, CancellationToken stop = default)
    {
        await using var transaction = await db.Begin(stop);
        var last = await transaction.One<long>("select coalesce(max(position), 0) from platform_event");
        var names = new List<string>();
        foreach (var reader in readers.Where(r => r.TellsPeople))
            if ((await transaction.One<long?>("select position from platform_reader where name=@Name", new { reader.Name }) ?? 0) >= last) names.Add(reader.Name);
        return names;
    }

    /// <summary>Moves them to the end of the log as it is now, after the load.</summary>
    public async Task Pass(CityDb db, IReadOnlyList<string> names, CancellationToken stop = default)
    {
        await using var transaction = await db.Begin(stop);
        foreach (var name in names)
            await transaction.Execute("""
                insert into platform_reader(name, position, at) values (@name, (select coalesce(max(position), 0) from platform_event), @at)
                on conflict(name) do update set position=excluded.position, at=excluded.at
                """, new { name, at = clock.GetCurrentInstant() });
        await transaction.Commit(stop);
    }
}
