using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HaiDang.Testing;

/// <summary>Small files of every kind, whole and in the ways in which files are wrong.</summary>
internal static class SampleFiles
{
    public static byte[] Pdf(string trailer = "/Size 4 /Root 1 0 R")
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var at = new List<int>();
        foreach (var body in new[] { "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>" })
        {
            at.Add(text.Length);
            text.Append($"{at.Count} 0 obj\n{body}\nendobj\n");
        }
        var table = text.Length;
        text.Append("xref\n0 4\n0000000000 65535 f \n").AppendJoin("", at.Select(a => $"{a:d10} 00000 n \n")).Append($"trailer\n<< {trailer} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    public static byte[] Png(int width = 1, int height = 1)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        using var drawn = new MemoryStream();
        using (var packed = new ZLibStream(drawn, CompressionLevel.Fastest, leaveOpen: true)) packed.Write(new byte[2]);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", drawn.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>The segments of a JPEG, with coded data that no decoder would like but that is framed as it should be.</summary>
    public static byte[] Jpeg(int width = 1, int height = 1) =>
    [
        0xFF, 0xD8,
        0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0,
        0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        0xFF, 0xD9,
    ];

    public static byte[] WebP(int width = 1, int height = 1)
    {
        byte[] body = [.. "VP8 "u8, 10, 0, 0, 0, 0x30, 0, 0, 0x9D, 0x01, 0x2A, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8)];
        var file = new byte[12 + body.Length];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WEBP"u8.CopyTo(file.AsSpan(8));
        body.CopyTo(file, 12);
        return file;
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        return file.ToArray();
    }

    public static byte[] Docx(params (string Name, byte[] Content)[] more) =>
        Zip([("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", "<document/>"u8.ToArray()), .. more]);

    /// <summary>The document of Office with a password: an old compound file around an encrypted package.</summary>
    public static byte[] LockedDocx() =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1016], .. Encoding.Unicode.GetBytes("EncryptionInfo"), .. new byte[100], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[400]];

    /// <summary>The same archive with a flag in every header that says "encrypted".</summary>
    public static byte[] LockedZip() => Headers(Zip(("giay-to.txt", "words"u8.ToArray())), (file, local, central) =>
    {
        file[local + 6] |= 1;
        file[central + 8] |= 1;
    });

    /// <summary>An archive whose directory says that its entry is small while it unpacks to as much as is asked for.</summary>
    public static byte[] LyingZip(int size) => Headers(Zip(("giay-to.txt", new byte[size])), (file, local, central) =>
    {
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(local + 22), 100);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(central + 24), 100);
    });

    /// <summary>The test file that every virus scanner knows (eicar.org), made up of two halves so that no scanner trips over this source.</summary>
    public static byte[] Eicar() => Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    private static byte[] Headers(byte[] zip, Action<byte[], int, int> change)
    {
        change(zip, 0, zip.AsSpan().IndexOf("PK\x01\x02"u8));
        return zip;
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        var chunk = new byte[12 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Crc(chunk.AsSpan(4, 4 + content.Length)));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? 0xEDB88320 ^ crc >> 1 : crc >> 1;
        }
        return ~crc;
    }
}
