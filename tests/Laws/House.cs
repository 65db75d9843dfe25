using System.Xml.Linq;

namespace HaiDang.Laws.Tests;

/// <summary>The repository as the laws see it: its projects, what they refer to, its source files.</summary>
internal static class House
{
    public static readonly string Root = Find();

    /// <summary>Projects under src by name, with the names of those they refer to.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Projects { get; } = Files("src", "*.csproj").ToDictionary(
        p => Path.GetFileNameWithoutExtension(p),
        IReadOnlyList<string> (p) => [.. XDocument.Load(p).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')))]);

    public static bool IsModule(string project) => Files("src/Modules", $"{project}.csproj").Any();

    public static IEnumerable<string> Files(string folder, string pattern) => System.IO.Directory
        .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/node_modules/", StringComparison.Ordinal));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "HaiDang.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("The repository is not above the test program.");
    }
}
