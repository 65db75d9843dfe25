using System.Text.Json;

namespace HaiDang.Hostile.Tests.Attack;

/// <summary>The texts that nobody should send and somebody will: the kit's, and what is known to break databases and parsers.</summary>
internal static class HostileTexts
{
    private const string Variable = "HAIDANG_TCK";

    private static readonly string? Folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } kit ? Path.Combine(kit, "hostile") : null;

    /// <summary>Why there is no kit, or null.</summary>
    public static string? Missing => Folder is not null && System.IO.Directory.Exists(Folder) ? null : $"{Variable} names no folder with hostile/";

    /// <summary>What touches storage: control characters, broken encodings, great lengths. Tried on every database.</summary>
    public static IReadOnlyList<string> Own { get; } =
    [
        "\0", "a\0b", "\uD800", "\uDFFF\uD800", "a\uD83Db", "\uFFFF", "\uFFFE", "\uFDD0", "\u0001\u0008\u001B", "\uFEFF", "\u202Egnp.exe", "\u2028\u2029",
        new string('9', 400), "-" + new string('9', 40), "1e400", "1e-400", "NaN", "Infinity", "99999999-99-99", "٣٤", "9223372036854775808", "00000000-0000-0000-0000-000000000000",
        new string('a', 100_000), new string('<', 5_000), string.Concat(Enumerable.Repeat("á̂̃", 3_000)), string.Concat(Enumerable.Repeat("[", 3_000)), string.Concat(Enumerable.Repeat("{\"a\":", 300)),
        "'; drop table cases_case; --", "\" or 1=1 --", "%' or '1'='1", "\\", "%00", "%c0%af", "../../../../etc/passwd", "\r\nSet-Cookie: a=b", "a\r\n\r\n<script>alert(1)</script>",
        "{{ 1 + 1 }}", "= 1 + 1", "@(1+1)", "${7*7}", "[x](javascript:alert(1))", "![x](http://noi-khac.example/a.png)", "<svg/onload=alert(1)>", "\"><script>alert(1)</script>", "'\"><img src=x onerror=alert(1)>",
        "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "</textarea><script>alert(1)</script>", "</title><script>alert(1)</script>", "<!--", "]]>", "&lt;script&gt;",
    ];

    public static IReadOnlyList<string> All { get; } = Missing is not null ? [] :
    [
        .. Own,
        .. JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(Folder!, "blns.json")))!.Where(t => t.Length > 0),
    ];

    /// <summary>Files with one JSON text each; the first letter of the name says whether it must be read (y), refused (n), or either (i).</summary>
    public static IEnumerable<string> JsonFiles => Missing is not null ? [] : System.IO.Directory.EnumerateFiles(Path.Combine(Folder!, "json"), "*.json").Order(StringComparer.Ordinal);
}
