using HaiDang.Contracts.Directory;
using HaiDang.Kernel;

namespace HaiDang.Directory.Units;

/// <summary>The units of the city folder, held in memory: they change only with the folder.</summary>
internal sealed class CityUnits(
    IReadOnlyList<Unit> all, IReadOnlyDictionary<string, LocalText> levels, IReadOnlyDictionary<string, LocalText> kinds, IReadOnlyDictionary<string, LocalText> roles) : IUnits
{
    private readonly Dictionary<string, Unit> byId = all.ToDictionary(u => u.Id);
    private readonly ILookup<string, Unit> byLevel =
        all.OrderBy(u => Vietnamese.SortKey(u.ShortName.Vi), StringComparer.Ordinal).ToLookup(u => u.Level);
    private readonly ILookup<string, Unit> byKind = all.Where(u => u.Kind is not null).ToLookup(u => u.Kind!);

    public IReadOnlyList<Unit> All => all;

    public Unit? Find(string id) => byId.GetValueOrDefault(id);

    public IReadOnlyList<Unit> OfLevel(string level) => [.. byLevel[level]];

    public IReadOnlyList<Unit> OfKind(string kind) => [.. byKind[kind]];

    public LocalText LevelName(string level) => levels.GetValueOrDefault(level) ?? kinds.GetValueOrDefault(level) ?? new LocalText(level, level);

    public LocalText RoleName(string role) => roles.GetValueOrDefault(role) ?? new LocalText(role, role);

    public IReadOnlyDictionary<string, LocalText> Roles => roles;

    public IReadOnlyDictionary<string, LocalText> Levels => levels;
}
