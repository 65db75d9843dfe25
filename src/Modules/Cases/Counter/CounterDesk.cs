using HaiDang.Contracts;
using HaiDang.Contracts.Directory;

namespace HaiDang.Cases.Counter;

/// <summary>At which unit an official receives people, and for which services.</summary>
internal sealed class CounterDesk(ServiceCatalogue services, IUnits units)
{
    public const string Role = "counter";

    public IReadOnlyList<Unit> UnitsOf(Actor who) =>
        [.. who.Queues.Where(q => q.Role == Role).Select(q => units.Find(q.Unit)).OfType<Unit>().OrderBy(u => u.Id, StringComparer.Ordinal)];

    /// <summary>The unit at which this official takes cases of a service; null where they may not.</summary>
    public Unit? UnitFor(Actor who, ServiceDefinition service) =>
        service.Channels.Contains(Role) ? UnitsOf(who).FirstOrDefault(u => u.Handles(service)) : null;

    public IReadOnlyList<ServiceDefinition> ServicesOf(Actor who) => [.. services.All.Where(s => UnitFor(who, s) is not null)];
}
