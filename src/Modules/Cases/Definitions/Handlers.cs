using HaiDang.Contracts.Directory;

namespace HaiDang.Cases.Definitions;

/// <summary>Which units settle a service: those of the level, or of the kind, that <c>handledBy</c> names.</summary>
internal static class Handlers
{
    public static IReadOnlyList<Unit> Handling(this IUnits units, ServiceDefinition service) => units.OfLevelOrKind(service.HandledBy);

    public static IReadOnlyList<Unit> OfLevelOrKind(this IUnits units, string key) => units.OfLevel(key) is { Count: > 0 } ofLevel ? ofLevel : units.OfKind(key);

    public static bool Handles(this Unit unit, ServiceDefinition service) => unit.Level == service.HandledBy || unit.Kind == service.HandledBy;
}
