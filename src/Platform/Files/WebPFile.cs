using System.Buffers.Binary;

namespace HaiDang.Platform.Files;

/// <summary>Reads a WebP's first chunk (RFC 9649, sections 2.4 to 2.7) for its size, and whether the file is as long as it says.</summary>
internal static class WebPFile
{
    private const int HeadLength = 30;

    public static FileFault? Fault(Stream content)
    {
        var head = new byte[HeadLength];
        if (content.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) < HeadLength) return new FileFault(FileProblems.Unreadable);
        if (BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4)) + 8L > content.Length) return new FileFault(FileProblems.Unreadable);
        var chunk = head.AsSpan(12, 4);
        var body = head.AsSpan(20);
        if (chunk.SequenceEqual("VP8 "u8) && body[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]))
            return PictureLimits.Fault(BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF);
        if (chunk.SequenceEqual("VP8L"u8) && body[0] == 0x2F)
        {
            var sizes = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
            return PictureLimits.Fault((int)(sizes & 0x3FFF) + 1, (int)(sizes >> 14 & 0x3FFF) + 1);
        }
        if (chunk.SequenceEqual("VP8X"u8)) return PictureLimits.Fault(Three(body[4..]) + 1, Three(body[7..]) + 1);
        return new FileFault(FileProblems.Unreadable);
    }

    private static int Three(ReadOnlySpan<byte> at) => at[0] | at[1] << 8 | at[2] << 16;
}
