namespace HaiDang.Cases.Transfer;

/// <summary>How a folder of exported cases is laid out.</summary>
internal static class TransferFolder
{
    public const string Cases = "cases.jsonl";
    public const string Definitions = "definitions";

    /// <summary>The last number of every series at the time of the export.</summary>
    public const string Serials = "serials.json";

    public static string File(string folder, string hash) => Path.Combine(folder, "files", hash[..2], hash);

    /// <summary>Makes the folder for its owner alone: what lies in it is in clear.</summary>
    public static void MakeOwn(string folder)
    {
        if (OperatingSystem.IsWindows()) System.IO.Directory.CreateDirectory(folder);
        else System.IO.Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
