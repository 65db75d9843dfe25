using HaiDang.Contracts.Directory;

namespace HaiDang.Cases.Definitions;

/// <summary>Which units settle a service: those of the level, or of the kind, that <c>handledBy</c> names.</summary>
internal static class Handlers
{
    public static IReadOnlyList<Unit> Handling(this IUnits units, ServiceDefinition service) =>
        units.OfLevel(service.HandledBy) is { Count: > 0 } ofLevel ? ofLevel : units.OfKind(service.HandledBy);

    public static bool Handles(this Unit unit, ServiceDefinition service) => unit.Level == service.HandledBy || unit.Kind == service.HandledBy;
}
