using System.Runtime.CompilerServices;

namespace HaiDang.Ui.Tests;

internal static class Repository
{
    /// <summary>The folder of the clone that these tests were built from.</summary>
    public static string Root => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    private static string Here([CallerFilePath] string path = "") => path;
}
