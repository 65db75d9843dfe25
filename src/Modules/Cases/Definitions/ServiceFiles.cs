using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HaiDang.Platform.Packs;

namespace HaiDang.Cases.Definitions;

/// <summary>
/// The files that one version of a service is made of: its own, the letters that all services share, and the code lists that its
/// form asks for. Their content is their address.
/// </summary>
internal sealed class ServiceFiles
{
    private readonly SortedDictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> shown = [];

    private ServiceFiles(string slug) => Slug = slug;

    public string Slug { get; }

    public string Hash { get; private set; } = "";

    /// <summary>From a city folder: everything of the service but its examples, the letters, and its code lists.</summary>
    public static ServiceFiles Of(CityFolder folder, string slug, PackProblems problems)
    {
        var files = new ServiceFiles(slug);
        var own = $"services/{slug}/";
        foreach (var file in folder.Under(own))
            if (!file.Path.StartsWith(own + "examples/", StringComparison.Ordinal)) files.Add(file.Path[own.Length..], file, problems);
        foreach (var file in folder.Under("documents/")) files.Add(file.Path, file, problems);
        if (folder.Find("fields.yaml") is { } fields) files.Add("fields.yaml", fields, problems);
        foreach (var list in ServiceLists.AskedFor(files))
            if (folder.Find(CodeList.PathOf(list)) is { } file) files.Add(file.Path, file, problems);
        files.Hash = files.Address();
        return files;
    }

    /// <summary>From what was kept in the database.</summary>
    public static ServiceFiles Unpack(string slug, byte[] packed)
    {
        using var zipped = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        var files = new ServiceFiles(slug);
        foreach (var (path, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(zipped)!) files.texts[path] = text;
        files.Hash = files.Address();
        return files;
    }

    public byte[] Pack()
    {
        using var memory = new MemoryStream();
        using (var zipped = new BrotliStream(memory, CompressionLevel.Optimal)) JsonSerializer.Serialize(zipped, texts);
        return memory.ToArray();
    }

    public string? Text(string path) => texts.GetValueOrDefault(path);

    public IEnumerable<string> Paths => texts.Keys;

    /// <summary>The path as the author of the folder knows it, for problems.</summary>
    public string Shown(string path) => shown.GetValueOrDefault(path, $"{Slug}/{path}");

    private void Add(string path, PackFile file, PackProblems problems)
    {
        shown[path] = file.Shown;
        if ((Path.GetExtension(path) is ".yaml" or ".json" or ".bpmn" or ".dmn" or ".md" || path.StartsWith(CodeList.Folder, StringComparison.Ordinal)) && file.Text(problems) is { } text) texts[path] = text;
    }

    private string Address()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in texts) sha.AppendData(Encoding.UTF8.GetBytes($"{path}\0{text.Length}\0{text}\0"));
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
}
