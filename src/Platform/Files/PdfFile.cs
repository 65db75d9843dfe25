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
        return NeedsPassword(content, trailer ?? tail) ? new FileFault(FileProblems.Locked) : null;
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

    /// <summary>Encrypted, and not with an empty password; what cannot be read counts as locked.</summary>
    private static bool NeedsPassword(Stream content, string written)
    {
        if (!Encrypt().IsMatch(written)) return false;
        return PdfDictionary.In(written) is not { } trailer || EncryptionOf(content, trailer) is not { } encryption || !PdfLock.OpensForEverybody(encryption, trailer);
    }

    /// <summary>It stands in the trailer or is an object of its own, never one of a stream of objects (7.5.7).</summary>
    private static PdfDictionary? EncryptionOf(Stream content, PdfDictionary trailer)
    {
        if (trailer.Raw("Encrypt") is not { } written) return null;
        if (Reference().Match(written) is not { Success: true } reference) return PdfDictionary.In(written);
        var whole = Read(content, 0, (int)IncomingFiles.LargestFile);
        var at = whole.LastIndexOf($"{reference.Groups[1].Value} {reference.Groups[2].Value} obj", StringComparison.Ordinal);
        return at < 0 || (at > 0 && char.IsAsciiDigit(whole[at - 1])) ? null : PdfDictionary.In(whole.Substring(at, Math.Min(LongestDictionary, whole.Length - at)));
    }

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

    [GeneratedRegex(@"\A(\d{1,10})\s+(\d{1,5})\s+R\z", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"/Encrypt(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Encrypt();
}
