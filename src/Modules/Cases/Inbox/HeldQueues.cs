using HaiDang.Contracts;
using HaiDang.Contracts.Directory;
using HaiDang.Kernel;

namespace HaiDang.Cases.Inbox;

/// <summary>The queues that an official holds, in the order in which the desk shows them.</summary>
internal sealed class HeldQueues(IUnits units)
{
    public IReadOnlyList<QueueKey> Of(Actor who) =>
        [.. who.Queues.OrderBy(q => q.Unit, StringComparer.Ordinal).ThenBy(q => IsOverseer(q)).ThenBy(q => q.Role, StringComparer.Ordinal)];

    /// <summary>Oversight brings no work of its own: such a queue is shown only when something is in it.</summary>
    public static bool IsOverseer(QueueKey queue) => queue.Role is "supervisor" or "admin";

    /// <summary>The queue asked for if it is held, else the first; null for one who holds none.</summary>
    public QueueKey? Choose(Actor who, string? asked)
    {
        var held = Of(who);
        foreach (var queue in held)
            if (queue.ToString() == asked) return queue;
        return held.Count > 0 ? held[0] : null;
    }

    public LocalText NameOf(QueueKey queue) => units.RoleName(queue.Role);

    public LocalText WholeNameOf(QueueKey queue)
    {
        var (role, unit) = (units.RoleName(queue.Role), units.Find(queue.Unit)?.ShortName);
        return unit is null ? role : new LocalText($"{role}, {unit.Vi}", $"{role}, {unit.En}");
    }
}
