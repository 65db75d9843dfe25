using HaiDang.Cases.Examples;
using HaiDang.Contracts.Directory;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Definitions;

/// <summary>The Cases part of <c>haidang check</c>: every service read whole, its names known, its examples played.</summary>
internal sealed class CheckServices(IUnits units) : IPackCheck
{
    public void Check(CityFolder folder, City city, PackProblems problems)
    {
        foreach (var slug in folder.Folders("services/"))
        {
            if (ServiceReader.Read(ServiceFiles.Of(folder, slug, problems), problems) is not { } service) continue;
            if (units.Handling(service).Count == 0)
                problems.Add($"{slug}/service.yaml", 1, $"không đơn vị nào ở cấp hay thuộc loại '{service.HandledBy}'", $"no unit is of the level or kind '{service.HandledBy}'",
                    "sửa handledBy hoặc units.yaml", "mend handledBy or units.yaml");
            CheckProcess.Run(service, units, problems);
            var notes = new List<PackProblem>();
            var runner = new ExampleRunner(city, units, service, notes);
            var examples = folder.Under($"services/{slug}/examples/").Where(f => f.Path.EndsWith(".yaml", StringComparison.Ordinal)).ToList();
            if (examples.Count == 0)
                problems.Add($"{slug}/examples", 0, "chưa có ví dụ nào", "there is no example", "viết ít nhất một ví dụ given, when, then", "write at least one example given, when, then");
            foreach (var file in examples)
                if (ExampleReader.Read(file, city.Zone, problems) is { } example) runner.Run(example);
            foreach (var note in notes.Distinct()) problems.Add(note);
        }
    }
}
