using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HaiDang.Platform.Files;

/// <summary>Whether a PDF is whole and opens without a password (ISO 32000-2, 7.5.5 and 7.6).</summary>
internal static partial class PdfFile
{
    private const int TailLength = 64 * 1024;

    /// <summary>The standard asks for the last line; readers look a little further up.</summary>
    private const int EndMarkWithin = 2048;

    /// <summary>The longest cross-reference table that is walked for its trailer: about 200,000 objects.</summary>
    private const int LongestTable = 4 * 1024 * 1024;

    private const int LongestDictionary = 16 * 1024;

    public static FileFault? Fault(Stream content)
    {
        var tail = Read(content, Math.Max(0, content.Length - TailLength), TailLength);
        var trailer = StartOfTable().Matches(tail) is [.., var last] && long.TryParse(last.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? TrailerAt(content, at) : null;
        var ended = tail.LastIndexOf("%%EOF", StringComparison.Ordinal);
        if (trailer is null && (ended < 0 || ended < tail.Length - EndMarkWithin)) return new FileFault(FileProblems.Unreadable);
        return NeedsPassword(trailer ?? tail) ? new FileFault(FileProblems.Locked) : null;
    }

    /// <summary>The trailer's dictionary, from the table or stream that stands at an offset; null when nothing of the sort stands there.</summary>
    private static string? TrailerAt(Stream content, long offset)
    {
        if (offset <= 0 || offset >= content.Length) return null;
        var begin = Read(content, offset, LongestDictionary);
        if (StreamOfReferences().IsMatch(begin))
            return begin.IndexOf("stream", StringComparison.Ordinal) is var end and > 0 ? begin[..end] : null;
        if (!TableOfReferences().IsMatch(begin)) return null;
        var table = Read(content, offset, LongestTable);
        var trailer = table.IndexOf("trailer", StringComparison.Ordinal);
        return trailer < 0 ? null : table.Substring(trailer, Math.Min(LongestDictionary, table.Length - trailer));
    }

    private static bool NeedsPassword(string trailer) => Encrypt().IsMatch(trailer);

    private static string Read(Stream content, long offset, int most)
    {
        content.Position = offset;
        var bytes = new byte[(int)Math.Min(most, content.Length - offset)];
        content.ReadExactly(bytes);
        return Encoding.Latin1.GetString(bytes);
    }

    [GeneratedRegex(@"startxref\s+(\d{1,10})", RegexOptions.CultureInvariant)]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"\A\s*xref\s", RegexOptions.CultureInvariant)]
    private static partial Regex TableOfReferences();

    [GeneratedRegex(@"\A\s*\d+\s+\d+\s+obj\b", RegexOptions.CultureInvariant)]
    private static partial Regex StreamOfReferences();

    [GeneratedRegex(@"/Encrypt(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Encrypt();
}
