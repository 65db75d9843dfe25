using HaiDang.Contracts.Directory;
using HaiDang.Platform.Access;

namespace HaiDang.Cases.Api;

/// <summary>For which units a client may act: its own and those below, or all.</summary>
internal sealed class UnitReach(IUnits units)
{
    public bool Holds(ApiPermit permit, string unit) => permit.Unit is null || Holds(permit.Unit, unit);

    /// <summary>Whether a unit is another or stands below it.</summary>
    public bool Holds(string above, string unit)
    {
        for (var at = units.Find(unit); at is not null; at = at.Parent is { } parent ? units.Find(parent) : null)
            if (at.Id == above) return true;
        return false;
    }
}
