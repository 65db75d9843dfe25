using System.Text;

namespace HaiDang.Platform.Packs;

/// <summary>One file as the city sees it.</summary>
/// <param name="Path">Path within the city: <c>services/x/service.yaml</c>.</param>
/// <param name="Shown">Path with its layer, for people: <c>vietnam/services/x/service.yaml</c>.</param>
/// <param name="FullPath">Where it lies on this machine.</param>
public sealed record PackFile(string Path, string Shown, string FullPath)
{
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>The text, NFC. A file over 4 MiB or that is no UTF-8 is a <see cref="PackProblem"/> and reads as null.</summary>
    public string? Text(PackProblems problems)
    {
        if (new FileInfo(FullPath).Length > MostBytes)
        {
            problems.Add(Shown, 0, "tệp lớn hơn 4 MiB", "the file is over 4 MiB", "chia nhỏ tệp", "split the file");
            return null;
        }
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Bytes()).TrimStart('\uFEFF').Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            problems.Add(Shown, 0, "tệp không phải văn bản UTF-8", "the file is not UTF-8 text", "lưu lại tệp với bảng mã UTF-8", "save the file as UTF-8");
            return null;
        }
    }

    public byte[] Bytes() => File.ReadAllBytes(FullPath);
}

/// <summary>
/// A city's files with those of the packs it extends. A file replaces the file of the same path in the pack below;
/// nothing is merged.
/// </summary>
public sealed class CityFolder
{
    private readonly Dictionary<string, PackFile> files;
    private readonly ILookup<string, PackFile> replaced;

    private CityFolder(string name, IReadOnlyList<string> layers, Dictionary<string, PackFile> files, List<PackFile> replaced) =>
        (Name, Layers, this.files, this.replaced) = (name, layers, files, replaced.ToLookup(f => f.Path));

    /// <summary>The folder's own name: <c>hai-phong</c>.</summary>
    public string Name { get; }

    /// <summary>Folder names from the city itself down to what all share.</summary>
    public IReadOnlyList<string> Layers { get; }

    /// <summary>Opens a city folder and the packs that it extends, which lie beside it.</summary>
    public static CityFolder? Open(string path, PackProblems problems)
    {
        var full = System.IO.Path.GetFullPath(System.IO.Path.TrimEndingDirectorySeparator(path));
        var layers = new List<string>();
        var files = new Dictionary<string, PackFile>(StringComparer.Ordinal);
        var replaced = new List<PackFile>();
        for (string? layer = full; layer is not null;)
        {
            var name = System.IO.Path.GetFileName(layer);
            var cityFile = System.IO.Path.Combine(layer, "city.yaml");
            if (layers.Count == 0 ? !File.Exists(cityFile) : !System.IO.Directory.Exists(layer))
            {
                problems.Add($"{name}/city.yaml", 0, "không có tệp city.yaml", "there is no city.yaml",
                    $"kiểm tra đường dẫn '{path}' hoặc tạo tệp city.yaml", $"check the path '{path}' or write a city.yaml");
                return null;
            }
            if (layers.Contains(name) || layers.Count == 8)
            {
                problems.Add($"{name}/city.yaml", 1, "các bộ cấu hình kế thừa vòng tròn", "packs extend one another in a circle",
                    "sửa dòng extends", "mend the line extends");
                return null;
            }
            layers.Add(name);
            foreach (var file in System.IO.Directory.EnumerateFiles(layer, "*", SearchOption.AllDirectories))
            {
                var relative = System.IO.Path.GetRelativePath(layer, file).Replace('\\', '/');
                if (relative.StartsWith('.') || relative.Contains("/.", StringComparison.Ordinal)) continue;
                var found = new PackFile(relative, $"{name}/{relative}", file);
                if (!files.TryAdd(relative, found)) replaced.Add(found);
            }
            var extends = File.Exists(cityFile)
                ? YamlFile.Read(new PackFile("city.yaml", $"{name}/city.yaml", cityFile), problems)?.OptionalText("extends")
                : null;
            layer = extends is null ? null : System.IO.Path.Combine(System.IO.Path.GetDirectoryName(full)!, extends);
        }
        return new CityFolder(System.IO.Path.GetFileName(full), layers, files, replaced);
    }

    public PackFile? Find(string path) => files.GetValueOrDefault(path);

    /// <summary>The files of packs below that the file of this path replaces, nearest first.</summary>
    public IEnumerable<PackFile> ReplacedBy(string path) => replaced[path];

    /// <summary>Files under a folder (<c>services/</c>), sorted by path.</summary>
    public IEnumerable<PackFile> Under(string folder) =>
        files.Values.Where(f => f.Path.StartsWith(folder, StringComparison.Ordinal)).OrderBy(f => f.Path, StringComparer.Ordinal);

    /// <summary>Names of the folders directly under a folder: the slugs under <c>services/</c>.</summary>
    public IReadOnlyList<string> Folders(string folder) =>
        [.. Under(folder).Select(f => f.Path[folder.Length..]).Where(p => p.Contains('/')).Select(p => p[..p.IndexOf('/')]).Distinct()];
}
