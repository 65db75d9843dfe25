using System.Reflection;
using HaiDang.Contracts;

namespace HaiDang.Platform.Log;

/// <summary>The events of all modules by their stable names, and which of their properties are personal.</summary>
public sealed class EventTypes
{
    private readonly Dictionary<string, Type> byName = [];
    private readonly Dictionary<Type, string> byType = [];
    private readonly Dictionary<Type, string[]> personal = [];

    public EventTypes(IEnumerable<IModule> modules)
    {
        foreach (var module in modules)
        foreach (var type in module.Events)
        {
            var name = type.GetCustomAttribute<EventNameAttribute>()?.Name
                ?? throw new InvalidOperationException($"{type} has no [EventName].");
            if (!name.StartsWith(module.Name + ".", StringComparison.Ordinal) || !byName.TryAdd(name, type))
                throw new InvalidOperationException($"The event name {name} is taken or does not begin with {module.Name}.");
            byType[type] = name;
            personal[type] = [.. type.GetProperties().Where(p => p.IsDefined(typeof(PersonalAttribute))).Select(LogJson.NameOf)];
        }
    }

    public string NameOf(Type type) => byType.GetValueOrDefault(type)
        ?? throw new InvalidOperationException($"{type} is not listed in its module's Events.");

    public Type? Find(string name) => byName.GetValueOrDefault(name);

    internal IReadOnlyList<string> PersonalOf(Type type) => personal[type];

    public IEnumerable<string> Names => byName.Keys.Order(StringComparer.Ordinal);
}
