using System.Buffers.Binary;

namespace HaiDang.Documents.Pdf;

/// <summary>Finds size and colours in a JPEG (ITU-T T.81, Annex B), which is then embedded as it came.</summary>
internal static class JpegReader
{
    private const byte AdobeMarker = 0xEE;

    public static PdfPicture? Read(ReadOnlySpan<byte> data, string name)
    {
        var adobe = false;
        var at = 2;
        while (at + 4 <= data.Length)
        {
            if (data[at] != 0xFF) return null;
            var marker = data[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += 2;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(data[(at + 2)..]);
            if (length < 2 || at + 2 + length > data.Length) return null;
            var segment = data.Slice(at + 4, length - 2);
            if (marker == AdobeMarker && segment.StartsWith("Adobe"u8)) adobe = true;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return Frame(segment, data, name, adobe);
            if (marker is 0xDA or 0xD9) return null;
            at += 2 + length;
        }
        return null;
    }

    private static PdfPicture? Frame(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> data, string name, bool adobe)
    {
        if (frame.Length < 6 || frame[0] != 8) return null;
        var height = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        var components = frame[5];
        if (width == 0 || height == 0 || components is not (1 or 3 or 4)) return null;
        return new PdfPicture(name, width, height, components, data.ToArray(), Jpeg: true, Inverted: components == 4 && adobe, Opacity: null);
    }
}
