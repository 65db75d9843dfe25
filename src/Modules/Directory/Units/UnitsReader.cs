using HaiDang.Contracts.Directory;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;

namespace HaiDang.Directory.Units;

/// <summary>Reads units.yaml and roles.yaml of a city folder.</summary>
internal static class UnitsReader
{
    public static CityUnits Read(CityFolder folder, PackProblems problems)
    {
        var levels = new Dictionary<string, LocalText>();
        var kinds = new Dictionary<string, LocalText>();
        var units = new List<Unit>();
        if (Open(folder, "units.yaml", problems) is { } yaml)
        {
            foreach (var level in yaml.Maps("levels"))
            {
                levels[level.Text("key")] = level.Local("name");
                level.NoMore();
            }
            foreach (var kind in yaml.Maps("kinds"))
            {
                kinds[kind.Text("key")] = kind.Local("name");
                kind.NoMore();
            }
            foreach (var map in yaml.Maps("units"))
            {
                var unit = One(map, levels, units);
                if (units.All(u => u.Id != unit.Id)) units.Add(unit);
            }
            yaml.Texts("unverified");
            yaml.NoMore();
        }
        var roles = new Dictionary<string, LocalText>();
        if (Open(folder, "roles.yaml", problems) is { } roleFile)
            foreach (var key in roleFile.Keys.ToList()) roles[key] = roleFile.Local(key);
        return new CityUnits(units, levels, kinds, roles);
    }

    private static YamlMap? Open(CityFolder folder, string path, PackProblems problems)
    {
        if (folder.Find(path) is { } file) return YamlFile.Read(file, problems);
        problems.Add($"{folder.Name}/{path}", 0, $"không có {path}", $"there is no {path}", $"viết tệp {path}", $"write a {path}");
        return null;
    }

    private static Unit One(YamlMap yaml, Dictionary<string, LocalText> levels, List<Unit> above)
    {
        var unit = new Unit(
            yaml.Text("id"), yaml.Text("identifier"), yaml.Local("name"), yaml.Text("level"), yaml.OptionalText("parent"),
            yaml.OptionalText("superiorTitle"), yaml.OptionalText("phone"), yaml.OptionalText("email"), yaml.OptionalLocal("address"),
            yaml.OptionalLocal("shortName") ?? yaml.Local("name"), yaml.OptionalText("place"), yaml.Texts("formerNames"), yaml.OptionalText("kind"));
        yaml.Json("hours");
        yaml.NoMore();
        if (!levels.ContainsKey(unit.Level))
            yaml.Problem("level", $"không có cấp '{unit.Level}'", $"there is no level '{unit.Level}'", $"dùng một trong: {string.Join(", ", levels.Keys)}", $"use one of: {string.Join(", ", levels.Keys)}");
        if (above.Any(u => u.Id == unit.Id))
            yaml.Problem("id", $"trùng mã đơn vị '{unit.Id}'", $"the unit id '{unit.Id}' is there twice", "đặt mã khác", "choose another id");
        if (unit.Parent is not null && above.All(u => u.Id != unit.Parent))
            yaml.Problem("parent", $"chưa có đơn vị cấp trên '{unit.Parent}'", $"the unit above, '{unit.Parent}', is not there yet", "viết đơn vị cấp trên trước", "write the unit above first");
        return unit;
    }
}
