using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using HaiDang.Bpmn;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Migrate;
using HaiDang.Cases.Questions;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Tests.Life;

/// <summary>Of each sample service a second version, in which every task has another id; and the way there and back.</summary>
internal static partial class OtherVersion
{
    private const string Mark = "-x";
    private static readonly ConcurrentDictionary<string, ServiceDefinition> ByHash = new();
    private static readonly ConcurrentDictionary<string, (ServiceDefinition First, ServiceDefinition Second, IReadOnlyList<string> Tasks)> BySlug = new();

    public static ServiceDefinition WithHash(string hash) => ByHash[hash];

    /// <summary>The move from the version that the case runs on to the other one.</summary>
    public static MigrateCase Of(Matter matter)
    {
        var city = matter.Service.Slug switch { Matter.Marital => Folder.HaiPhong, Matter.Stall => Folder.ThiTran, _ => Folder.CangThu };
        var (first, second, tasks) = BySlug.GetOrAdd(matter.Service.Slug, slug => Made(city.Folder, slug));
        var back = matter.Service.Hash == second.Hash;
        return new MigrateCase(back ? first : second, new MigrationMap(tasks.ToDictionary(t => back ? t + Mark : t, t => back ? t : t + Mark)), new QuestionContext(city.City, matter.Units));
    }

    private static (ServiceDefinition, ServiceDefinition, IReadOnlyList<string>) Made(CityFolder folder, string slug)
    {
        using var copy = new CityCopy(folder.Name);
        var files = folder.Under($"services/{slug}/").Where(f => !f.Path.Contains("/examples/", StringComparison.Ordinal)).Select(f => f.Path).ToList();
        foreach (var path in files) copy.Write(path, folder.Find(path)!.Text(new PackProblems())!);
        var first = copy.Service(slug);
        var tasks = files.Where(f => f.EndsWith(".bpmn", StringComparison.Ordinal)).SelectMany(f => Tasks().Matches(copy.Text(f)).Select(m => m.Groups[1].Value)).ToList();
        foreach (var path in files.Where(f => f.EndsWith(".bpmn", StringComparison.Ordinal) || f.EndsWith("texts.en.yaml", StringComparison.Ordinal)))
            copy.Write(path, tasks.Aggregate(copy.Text(path), (text, task) => path.EndsWith(".yaml", StringComparison.Ordinal)
                ? Regex.Replace(text, $@"(?m)^  {Regex.Escape(task)}:", $"  {task}{Mark}:")
                : Regex.Replace(text, $@"(id|sourceRef|targetRef|attachedToRef|bpmnElement)=""{Regex.Escape(task)}""", $"$1=\"{task}{Mark}\"")));
        var second = copy.Service(slug);
        Assert.NotEmpty(tasks);
        Assert.All(tasks, t => Assert.Contains(t + Mark, second.Nodes.Keys));
        ByHash[first.Hash] = first;
        ByHash[second.Hash] = second;
        return (first, second, tasks);
    }

    [GeneratedRegex(@"<(?:\w+:)?(?:userTask|serviceTask|receiveTask|businessRuleTask|scriptTask|callActivity)\b[^>]*?\bid=""([^""]+)""")]
    private static partial Regex Tasks();
}
