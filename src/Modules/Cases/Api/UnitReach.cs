using HaiDang.Contracts.Directory;
using HaiDang.Platform.Access;

namespace HaiDang.Cases.Api;

/// <summary>For which units a client may act: its own and those below, or all.</summary>
internal sealed class UnitReach(IUnits units)
{
    public bool Holds(ApiPermit permit, string unit)
    {
        if (permit.Unit is null) return true;
        for (var at = units.Find(unit); at is not null; at = at.Parent is { } parent ? units.Find(parent) : null)
            if (at.Id == permit.Unit) return true;
        return false;
    }
}
