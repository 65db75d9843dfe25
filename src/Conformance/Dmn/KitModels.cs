using HaiDang.Dmn;

namespace HaiDang.Conformance.Dmn;

/// <summary>Models of a test folder, with what they import from beside them.</summary>
internal static class KitModels
{
    public static DmnModel? Load(string folder, string path, int depth = 0) => depth > 10 || !File.Exists(path) ? null
        : DmnReader.Read(File.ReadAllText(path), path, import => Directory.EnumerateFiles(folder, "*.dmn").Order(StringComparer.Ordinal)
            .Where(f => f != path && File.ReadAllText(f).Contains(import.Namespace, StringComparison.Ordinal))
            .Select(f => Load(folder, f, depth + 1)).FirstOrDefault(m => m?.Namespace == import.Namespace)).Model;
}
