namespace HaiDang.Laws.Tests;

/// <summary>A project refers only to floors below its own; on floors 3 and 5 there is an order within; modules never refer to one another.</summary>
public sealed class FloorTests
{
    private static readonly Dictionary<string, double> Floors = new()
    {
        ["Kernel"] = 1, ["Feel"] = 1, ["Dmn"] = 2, ["Bpmn"] = 2, ["Forms"] = 2, ["Documents"] = 2, ["Conformance"] = 2.5,
        ["Contracts"] = 3.1, ["Platform"] = 3.2, ["Ui"] = 3.3, ["Web"] = 5.1, ["Cli"] = 5.2,
    };

    [Fact]
    public void A_project_refers_only_to_floors_below_its_own()
    {
        var wrong = from project in House.Projects
                    from referred in project.Value
                    where FloorOf(referred) >= FloorOf(project.Key)
                    select $"{project.Key} → {referred}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Modules_never_refer_to_one_another() =>
        Assert.Empty(House.Projects.Where(p => House.IsModule(p.Key)).SelectMany(p => p.Value.Where(House.IsModule).Select(r => $"{p.Key} → {r}")));

    [Fact]
    public void Ground_and_engines_stand_without_the_web()
    {
        var wrong = House.Projects.Keys.Where(p => FloorOf(p) < 3)
            .SelectMany(p => House.Files($"src/{p}", "*.cs"))
            .Where(f => File.ReadAllText(f).Contains("using Microsoft.AspNetCore", StringComparison.Ordinal) || File.ReadAllText(f).Contains("using Microsoft.Data.Sqlite", StringComparison.Ordinal) || File.ReadAllText(f).Contains("using Npgsql", StringComparison.Ordinal));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(House.Root, "HaiDang.slnx"));
        var missing = from project in House.Files("src", "*.csproj").Concat(House.Files("tests", "*.csproj"))
                      let path = Path.GetRelativePath(House.Root, project)
                      where !solution.Contains($"\"{path}\"", StringComparison.Ordinal)
                      select path;
        Assert.Empty(missing);
    }

    private static double FloorOf(string project) => House.IsModule(project) ? 4 : Floors[project];
}
