using System.Globalization;
using HaiDang.Kernel;

namespace HaiDang.Platform.Files;

/// <summary>Names of files as strangers give them.</summary>
public static class FileName
{
    private const int Longest = 120, EndKept = 12;
    private const string Nameless = "tep";

    /// <summary>The file's own name without folders, control characters, or tricks of direction.</summary>
    public static string Safe(string name)
    {
        var last = Vietnamese.Nfc(name).Split('/', '\\')[^1];
        var kept = new string([.. last.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format
            && c is not ('<' or '>' or '"' or ':' or '|' or '?' or '*' or '\uFFFD' or '\uFFFE' or '\uFFFF'))]).Trim(' ', '.');
        if (kept.Length == 0) return Nameless;
        return kept.Length <= Longest ? kept : kept[..(Longest - EndKept)] + kept[^EndKept..];
    }
}
