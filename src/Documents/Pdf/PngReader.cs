using System.Buffers.Binary;

namespace HaiDang.Documents.Pdf;

/// <summary>Decodes PNG (W3C PNG, third edition): every colour type and depth, transparency; not interlaced, at most 40 megapixels.</summary>
internal static class PngReader
{
    private const int Grey = 0, Rgb = 2, Palette = 3, GreyAlpha = 4, RgbAlpha = 6;
    private const int MostPixels = 40_000_000;

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static PdfPicture? Read(ReadOnlySpan<byte> data, string name)
    {
        Header? header = null;
        ReadOnlySpan<byte> palette = default, transparency = default;
        using var packed = new MemoryStream();
        var at = Signature.Length;
        while (at + 12 <= data.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(data[at..]);
            if (length > data.Length - at - 12) return null;
            var type = data.Slice(at + 4, 4);
            var chunk = data.Slice(at + 8, (int)length);
            if (type.SequenceEqual("IHDR"u8)) header = Header.Read(chunk);
            else if (type.SequenceEqual("PLTE"u8)) palette = chunk;
            else if (type.SequenceEqual("tRNS"u8)) transparency = chunk;
            else if (type.SequenceEqual("IDAT"u8)) packed.Write(chunk);
            else if (type.SequenceEqual("IEND"u8)) break;
            at += 12 + (int)length;
        }
        if (header is not { } h || (h.Colour == Palette && palette.Length < 3)) return null;
        var rowLength = (h.Width * h.Samples * h.Depth + 7) / 8;
        var raw = Flate.Unpack(packed.ToArray(), (rowLength + 1) * h.Height);
        if (raw is null || raw.Length < (rowLength + 1) * h.Height || !Unfilter(raw, rowLength, h)) return null;
        return Picture(raw, rowLength, h, palette, transparency, name);
    }

    private static PdfPicture Picture(byte[] raw, int rowLength, Header h, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> transparency, string name)
    {
        var components = h.Colour is Grey or GreyAlpha ? 1 : 3;
        var samples = new byte[h.Width * h.Height * components];
        var opacity = h.Colour is GreyAlpha or RgbAlpha || transparency.Length > 0 ? new byte[h.Width * h.Height] : null;
        for (int y = 0, pixel = 0; y < h.Height; y++)
        {
            var row = raw.AsSpan(y * (rowLength + 1) + 1, rowLength);
            for (var x = 0; x < h.Width; x++, pixel++)
            {
                if (h.Colour == Palette)
                {
                    var index = Sample(row, x, h.Depth);
                    if (3 * index + 3 <= palette.Length) palette.Slice(3 * index, 3).CopyTo(samples.AsSpan(pixel * 3));
                    if (opacity is not null) opacity[pixel] = index < transparency.Length ? transparency[index] : (byte)255;
                    continue;
                }
                var first = x * h.Samples;
                var isKey = transparency.Length >= 2 * components && opacity is not null;
                for (var c = 0; c < components; c++)
                {
                    var sample = Sample(row, first + c, h.Depth);
                    samples[pixel * components + c] = Eight(sample, h.Depth);
                    isKey = isKey && sample == BinaryPrimitives.ReadUInt16BigEndian(transparency[(2 * c)..]);
                }
                if (opacity is null) continue;
                opacity[pixel] = h.Colour is GreyAlpha or RgbAlpha ? Eight(Sample(row, first + components, h.Depth), h.Depth) : isKey ? (byte)0 : (byte)255;
            }
        }
        return new PdfPicture(name, h.Width, h.Height, components, samples, Jpeg: false, Inverted: false, opacity);
    }

    private static int Sample(ReadOnlySpan<byte> row, int index, int depth) => depth switch
    {
        8 => row[index],
        16 => BinaryPrimitives.ReadUInt16BigEndian(row[(2 * index)..]),
        _ => row[index * depth / 8] >> (8 - depth - index * depth % 8) & (1 << depth) - 1,
    };

    private static byte Eight(int sample, int depth) => depth == 16 ? (byte)(sample >> 8) : (byte)(sample * 255 / ((1 << depth) - 1));

    /// <summary>Undoes the filters of the rows in place (section 9).</summary>
    private static bool Unfilter(byte[] raw, int rowLength, Header h)
    {
        var step = Math.Max(1, h.Samples * h.Depth / 8);
        for (var y = 0; y < h.Height; y++)
        {
            var start = y * (rowLength + 1) + 1;
            var filter = raw[start - 1];
            if (filter > 4) return false;
            for (var i = 0; i < rowLength && filter != 0; i++)
            {
                int left = i >= step ? raw[start + i - step] : 0;
                int up = y > 0 ? raw[start + i - rowLength - 1] : 0;
                int corner = i >= step && y > 0 ? raw[start + i - step - rowLength - 1] : 0;
                raw[start + i] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) });
            }
        }
        return true;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private readonly record struct Header(int Width, int Height, int Depth, int Colour)
    {
        public int Samples => Colour switch { Rgb => 3, GreyAlpha => 2, RgbAlpha => 4, _ => 1 };

        public static Header? Read(ReadOnlySpan<byte> chunk)
        {
            if (chunk.Length < 13) return null;
            var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(chunk), BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]));
            var (depth, colour, interlaced) = (chunk[8], chunk[9], chunk[12] != 0);
            var known = colour switch
            {
                Grey => depth is 1 or 2 or 4 or 8 or 16,
                Palette => depth is 1 or 2 or 4 or 8,
                Rgb or GreyAlpha or RgbAlpha => depth is 8 or 16,
                _ => false,
            };
            if (!known || interlaced || width == 0 || height == 0 || (long)width * height > MostPixels) return null;
            return new Header((int)width, (int)height, depth, colour);
        }
    }
}
