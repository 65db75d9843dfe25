using HaiDang.Cases.Authoring;
using HaiDang.Cases.Definitions;
using HaiDang.Cases.Questions;
using HaiDang.Contracts.Directory;
using HaiDang.Directory.Units;
using HaiDang.Forms;
using HaiDang.Kernel;
using HaiDang.Platform.Packs;
using NodaTime;

namespace HaiDang.Cases.Tests;

/// <summary>A sample city in a folder of the test's own, with what it extends beside it.</summary>
internal sealed class CityCopy : IDisposable
{
    private readonly string root = System.IO.Directory.CreateTempSubdirectory("haidang-city-").FullName;

    public CityCopy(string city)
    {
        Root = Path.Combine(root, city);
        foreach (var layer in new[] { city, "vietnam", "thi-tran" }.Distinct())
        {
            var from = Path.Combine(AppContext.BaseDirectory, "cities", layer);
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
        new CheckLists().Check(folder, city, problems);
        new CheckServices(UnitsReader.Read(folder, problems)).Check(folder, city, problems);
        return [.. problems.All.Select(p => p.In(Language.English))];
    }

    public ServiceDefinition Service(string slug) => Tests.Folder.Service(Folder, slug);

    public CityFolder Folder => Open(out _);

    public IUnits Units => UnitsReader.Read(Folder, new PackProblems());

    /// <summary>A service with what its form may know on the day of the test.</summary>
    public (ServiceDefinition Service, FormContext Context) Asks(string slug)
    {
        Open(out var city);
        var service = Service(slug);
        return (service, new QuestionContext(city, Units).For(service, Instant.FromUtc(2023, 10, 5, 2, 0), []));
    }

    public string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Writes a file of the city itself, over that of the packs below.</summary>
    public void Write(string path, string text)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, path))!);
        File.WriteAllText(Path.Combine(Root, path), text);
    }

    /// <summary>Changes a file of the city; the text must be there.</summary>
    public void Change(string path, string from, string to)
    {
        Assert.Contains(from, Text(path), StringComparison.Ordinal);
        Write(path, Text(path).Replace(from, to, StringComparison.Ordinal));
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
