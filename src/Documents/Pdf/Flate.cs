using System.IO.Compression;

namespace HaiDang.Documents.Pdf;

/// <summary>The zlib format (RFC 1950) that PDF's FlateDecode and PNG share.</summary>
internal static class Flate
{
    /// <summary>Packed fast: results are made while somebody waits, and packing well would save one part in thirty of a file.</summary>
    public static byte[] Pack(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(data);
        return packed.ToArray();
    }

    /// <summary>The data, or null when it is no zlib data or unpacks to more than <paramref name="limit"/> bytes.</summary>
    public static byte[]? Unpack(byte[] packed, int limit)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            using var data = new MemoryStream();
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = zlib.Read(buffer)) > 0)
            {
                if (data.Length + read > limit) return null;
                data.Write(buffer, 0, read);
            }
            return data.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
