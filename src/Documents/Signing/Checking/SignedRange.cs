using HaiDang.Documents.Signing.Reading;

namespace HaiDang.Documents.Signing.Checking;

/// <summary>The bytes that a signature covers: all up to <paramref name="GapStart"/>, and all from <paramref name="GapEnd"/> to <paramref name="End"/>.</summary>
internal sealed record SignedRange(int GapStart, int GapEnd, int End)
{
    /// <summary>
    /// The range of a signature dictionary, or null when it is not sound: it must begin with the file, leave out exactly the string
    /// <c>Contents</c> of this very dictionary, and end with the end of a state of the file (ISO 32000-1 §12.8.1; ETSI EN 319 142-1 §5.3).
    /// Anything else lets unsigned bytes pass for signed ones (signature wrapping).
    /// </summary>
    public static SignedRange? Of(PdfReader file, DictNode signature)
    {
        if (signature["ByteRange"] is not ArrayNode { Items: [NumberNode { Integer: 0 }, NumberNode { Integer: { } gapStart }, NumberNode { Integer: { } gapEnd }, NumberNode { Integer: { } rest }] }) return null;
        if (signature["Contents"] is not StringNode contents || contents.Start != gapStart || contents.End != gapEnd || gapStart <= 0) return null;
        if (rest <= 0 || rest > file.File.Length - gapEnd) return null;
        if (signature.Entries.Count(e => e.Key is "Contents") != 1 || signature.Entries.Count(e => e.Key is "ByteRange") != 1) return null;

        var gap = file.File.AsSpan(gapStart, gapEnd - gapStart);
        if (gap is not [(byte)'<', .. var digits, (byte)'>'] || digits.ContainsAnyExcept("0123456789ABCDEFabcdef"u8)) return null;
        var tail = file.File.AsSpan(0, gapEnd + rest).TrimEnd("\r\n"u8);
        return tail.EndsWith("%%EOF"u8) ? new(gapStart, gapEnd, gapEnd + rest) : null;
    }

    /// <summary>The covered bytes, one part after the other.</summary>
    public byte[] Bytes(byte[] file) => [.. file.AsSpan(0, GapStart), .. file.AsSpan(GapEnd, End - GapEnd)];
}
