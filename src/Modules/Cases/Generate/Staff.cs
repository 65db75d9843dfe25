using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using HaiDang.Contracts;
using HaiDang.Contracts.Directory;

namespace HaiDang.Cases.Generate;

/// <summary>
/// Who does the work of a queue in generated cases: the officials who hold it; where the city has none yet, somebody made up,
/// always the same for the same queue.
/// </summary>
internal sealed class Staff(IOfficials officials) : IOfficials
{
    private readonly ConcurrentDictionary<QueueKey, IReadOnlyList<OfficialCard>> known = new();
    private readonly SemaphoreSlim one = new(1, 1);

    public async Task<IReadOnlyList<OfficialCard>> Holding(QueueKey queue, CancellationToken stop = default)
    {
        if (known.TryGetValue(queue, out var found)) return found;
        await one.WaitAsync(stop);
        try
        {
            if (known.TryGetValue(queue, out found)) return found;
            var holding = await officials.Holding(queue, stop);
            return known[queue] = holding.Count > 0 ? holding : [MadeUp(queue)];
        }
        finally
        {
            one.Release();
        }
    }

    public Task<OfficialCard?> Find(string id, CancellationToken stop = default) => officials.Find(id, stop);

    public Task<IReadOnlyList<OfficialCard>> SuperiorsOf(QueueKey queue, CancellationToken stop = default) => officials.SuperiorsOf(queue, stop);

    private static OfficialCard MadeUp(QueueKey queue) =>
        new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"generated/{queue}")).AsSpan(0, 16)).ToString(), "Cán bộ Mẫu", "Cán bộ", queue.Unit, null);
}
