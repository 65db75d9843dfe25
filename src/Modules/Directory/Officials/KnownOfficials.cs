using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Directory.Data;
using HaiDang.Platform.Data;

namespace HaiDang.Directory.Officials;

internal sealed class KnownOfficials(CityDb db, IUnits units) : IOfficials
{
    private const int MostHolders = 200;
    private const string Leader = "leader", Supervisor = "supervisor";

    public async Task<OfficialCard?> Find(string id, CancellationToken stop = default) =>
        Guid.TryParse(id, out var guid) ? (await OfficialStore.Find(await db.Connection(stop), guid, db.Inner()))?.Card : null;

    public async Task<IReadOnlyList<OfficialCard>> Holding(QueueKey queue, CancellationToken stop = default) =>
        (await OfficialStore.Where(await db.Connection(stop), """
            join directory_key k on k.official = o.id
            where k.unit=@Unit and k.role=@Role and o.suspended_at is null and o.joined_at is not null
            order by o.sort_key, o.id limit @most
            """, new { queue.Unit, queue.Role, most = MostHolders }, db.Inner())).ConvertAll(o => o.Card);

    public async Task<IReadOnlyList<OfficialCard>> SuperiorsOf(QueueKey queue, CancellationToken stop = default)
    {
        foreach (var key in LineAbove(queue))
            if (await Holding(key, stop) is { Count: > 0 } found) return found;
        return [];
    }

    /// <summary>The keys to ask in turn, from the queue's own unit to the top; a circle of units ends the walk.</summary>
    private IEnumerable<QueueKey> LineAbove(QueueKey queue)
    {
        var seen = new HashSet<string>();
        for (var unit = queue.Unit; unit is not null && seen.Add(unit); unit = units.Find(unit)?.Parent)
        {
            if (new QueueKey(unit, Leader) != queue) yield return new QueueKey(unit, Leader);
            yield return new QueueKey(unit, Supervisor);
        }
    }
}
