using HaiDang.Bpmn;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Migrate;

/// <summary>
/// Which elements of older versions become which of the new one: <c>--map old=new</c> on the command line, or a file with a map
/// <c>steps</c>. Elements are steps, flows and processes, by their ids.
/// </summary>
public static class StepMap
{
    /// <summary>What was asked for; null when a pair or the file cannot be read.</summary>
    public static IReadOnlyDictionary<string, string>? Read(IEnumerable<string> pairs, string? planFile, PackProblems problems)
    {
        var steps = new Dictionary<string, string>(StringComparer.Ordinal);
        if (planFile is not null)
        {
            if (!File.Exists(planFile))
                problems.Add(planFile, 0, "không có tệp này", "there is no such file", "kiểm tra đường dẫn", "check the path");
            else if (YamlFile.Read(new PackFile(planFile, planFile, planFile), problems) is { } yaml)
            {
                if (yaml.OptionalMap("steps") is { } map)
                    foreach (var old in map.Keys.ToList()) steps[old] = map.Text(old);
                yaml.NoMore();
            }
        }
        foreach (var pair in pairs)
            if (pair.Split('=') is [{ Length: > 0 } old, { Length: > 0 } now]) steps[old.Trim()] = now.Trim();
            else problems.Add("--map", 0, $"'{pair}' không phải bước-cũ=bước-mới", $"'{pair}' is not old=new", "viết như --map review=appraisal", "write it like --map review=appraisal");
        return problems.Any ? null : steps;
    }

    /// <summary>Targets that the new version does not have.</summary>
    internal static void Check(IReadOnlyDictionary<string, string> steps, ServiceDefinition to, PackProblems problems)
    {
        foreach (var (old, now) in steps.Where(s => to.Models.All(m => m.Element(s.Value) is null && m.Process(s.Value) is null)))
            problems.Add("--map", 0, $"phiên bản mới không có '{now}' (cho '{old}')", $"the new version has no '{now}' (for '{old}')", "dùng id của một bước trong process.bpmn", "use the id of a step in process.bpmn");
    }

    internal static MigrationMap Map(IReadOnlyDictionary<string, string> steps) => new(steps);
}
