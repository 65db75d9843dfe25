using System.Runtime.CompilerServices;

namespace HaiDang.Testing;

/// <summary>The clone that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    public static string City(string name) => Path.Combine(Root, "cities", name);

    private static string Here([CallerFilePath] string path = "") => path;
}
