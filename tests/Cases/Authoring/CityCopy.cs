using HaiDang.Cases.Authoring;
using HaiDang.Cases.Definitions;
using HaiDang.Directory.Units;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Tests.Authoring;

/// <summary>A sample city in a folder of the test's own, with what it extends beside it.</summary>
internal sealed class CityCopy : IDisposable
{
    private readonly string root = System.IO.Directory.CreateTempSubdirectory("haidang-authoring-").FullName;

    public CityCopy(string city)
    {
        Root = Path.Combine(root, city);
        foreach (var layer in new[] { city, "vietnam", "thi-tran" }.Distinct())
        {
            var from = Path.Combine(Folder.All, layer);
            foreach (var file in System.IO.Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(root, layer, Path.GetRelativePath(from, file));
                System.IO.Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(file, to);
            }
        }
    }

    public string Root { get; }

    public NewService Author() => Open(out var city) is { } folder ? new NewService(folder, city, UnitsReader.Read(folder, new PackProblems())) : throw new InvalidOperationException();

    public IReadOnlyList<string> Problems()
    {
        var problems = new PackProblems();
        var folder = Open(out var city);
        new CheckServices(UnitsReader.Read(folder, problems)).Check(folder, city, problems);
        return [.. problems.All.Select(p => p.In(Language.English))];
    }

    public ServiceDefinition Service(string slug) => Folder.Service(Open(out _), slug);

    /// <summary>Changes a file of the city; the text must be there.</summary>
    public void Change(string path, string from, string to)
    {
        var file = Path.Combine(Root, path);
        var text = File.ReadAllText(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Removes(string path) => File.Delete(Path.Combine(Root, path));

    public IReadOnlyList<string> Files() => [.. System.IO.Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public void Dispose() => System.IO.Directory.Delete(root, recursive: true);

    private CityFolder Open(out City city)
    {
        var problems = new PackProblems();
        var folder = CityFolder.Open(Root, problems)!;
        city = CityReader.Read(folder, problems)!;
        return folder;
    }
}
