namespace HaiDang.Conformance;

internal static class KitPath
{
    /// <summary>The folder of a file as the kit names it; the name of the root itself when the file lies there.</summary>
    public static string FolderIn(string root, string file)
    {
        var folder = Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/');
        return folder == "." ? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(root))) : folder;
    }
}
